//! Frames: records one after the other in a file or a body, each with its length and a checksum.
//! What is cut off is waited for; what is damaged is stepped over to the next sound frame.

use crate::limits::RECORD_BYTES;
use crate::record::Record;
use uuid::Uuid;

/// What every frame begins with: not to be found by chance in text.
const MARK: [u8; 4] = [0xc0, b'B', b'K', 0x01];
/// The mark, the kind, the length, the checksum.
const HEAD_BYTES: usize = 13;

/// What a frame holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frame {
    /// What the file is: JSON.
    Head(Vec<u8>),
    /// An entry.
    Record(Record),
    /// What only a newer version knows.
    Unknown,
}

/// What stands at a place of some bytes.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// A sound frame, and where the next one begins.
    Frame(Frame, usize),
    /// The bytes end within a frame, or there are none: more may come.
    End,
    /// No frame; the next one begins at the place given.
    Damaged(usize),
}

impl Frame {
    /// Adds the frame to `out`.
    pub fn write(&self, out: &mut Vec<u8>) {
        let (kind, content) = match self {
            Self::Head(json) => (1, json.clone()),
            Self::Record(record) => (2, content_of(record)),
            // What was not understood is never written again.
            Self::Unknown => return,
        };
        out.extend(MARK);
        out.push(kind);
        out.extend((content.len() as u32).to_be_bytes());
        out.extend(sum_of(kind, &content).to_be_bytes());
        out.extend(content);
    }
}

/// The frame at a place of some bytes.
pub fn read(bytes: &[u8], at: usize) -> Found {
    let rest = bytes.get(at..).unwrap_or_default();
    let Some((head, after)) = rest.split_at_checked(HEAD_BYTES) else {
        let begins = MARK.iter().zip(rest).all(|(mark, byte)| mark == byte);
        return if begins { Found::End } else { next(bytes, at) };
    };
    let length = u32::from_be_bytes([head[5], head[6], head[7], head[8]]) as usize;
    if head[..4] != MARK || length > RECORD_BYTES {
        return next(bytes, at);
    }
    let Some(content) = after.get(..length) else {
        // A length that was damaged reaches beyond the end, too: then a sound frame follows.
        return match next(bytes, at) {
            Found::Damaged(to) if to < bytes.len() => Found::Damaged(to),
            _ => Found::End,
        };
    };
    let sum = u32::from_be_bytes([head[9], head[10], head[11], head[12]]);
    match (sum == sum_of(head[4], content))
        .then(|| frame_of(head[4], content))
        .flatten()
    {
        Some(frame) => Found::Frame(frame, at + HEAD_BYTES + length),
        None => next(bytes, at),
    }
}

/// Frames of a body that came whole; `None` where it is damaged.
pub fn read_all(bytes: &[u8]) -> Option<Vec<Frame>> {
    let (mut at, mut frames) = (0, Vec::new());
    while at < bytes.len() {
        let Found::Frame(frame, next) = read(bytes, at) else {
            return None;
        };
        frames.push(frame);
        at = next;
    }
    Some(frames)
}

/// Where the next sound frame may begin.
fn next(bytes: &[u8], at: usize) -> Found {
    let mut from = at + 1;
    while let Some(offset) = bytes
        .get(from..)
        .and_then(|rest| rest.windows(MARK.len()).position(|four| four == MARK))
    {
        let found = from + offset;
        if is_sound(bytes, found) {
            return Found::Damaged(found);
        }
        from = found + 1;
    }
    Found::Damaged(bytes.len())
}

fn is_sound(bytes: &[u8], at: usize) -> bool {
    let Some(head) = bytes.get(at..at + HEAD_BYTES) else {
        return false;
    };
    let length = u32::from_be_bytes([head[5], head[6], head[7], head[8]]) as usize;
    let sum = u32::from_be_bytes([head[9], head[10], head[11], head[12]]);
    let content = bytes.get(at + HEAD_BYTES..at + HEAD_BYTES + length);
    content.is_some_and(|content| sum_of(head[4], content) == sum)
}

fn sum_of(kind: u8, content: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&[kind]);
    hasher.update(&(content.len() as u32).to_be_bytes());
    hasher.update(content);
    hasher.finalize()
}

fn content_of(record: &Record) -> Vec<u8> {
    let mut content = Vec::with_capacity(record.size());
    content.extend(record.device.as_bytes());
    content.extend(record.seq.to_be_bytes());
    content.extend(record.prev_hash);
    content.extend(record.hash);
    content.extend((record.body.len() as u32).to_be_bytes());
    content.extend(&record.body);
    if let Some(personal) = &record.personal {
        content.push(1);
        content.extend(personal);
    }
    content
}

fn frame_of(kind: u8, content: &[u8]) -> Option<Frame> {
    match kind {
        1 => Some(Frame::Head(content.to_vec())),
        2 => record_of(content).map(Frame::Record),
        _ => Some(Frame::Unknown),
    }
}

fn record_of(content: &[u8]) -> Option<Record> {
    let (device, rest) = content.split_at_checked(16)?;
    let (seq, rest) = rest.split_at_checked(8)?;
    let (prev_hash, rest) = rest.split_at_checked(32)?;
    let (hash, rest) = rest.split_at_checked(32)?;
    let (length, rest) = rest.split_at_checked(4)?;
    let length = u32::from_be_bytes(length.try_into().ok()?) as usize;
    let (body, rest) = rest.split_at_checked(length)?;
    let personal = match rest.split_first() {
        None => None,
        Some((1, personal)) => Some(personal.to_vec()),
        Some(_) => return None,
    };
    let seq = u64::from_be_bytes(seq.try_into().ok()?);
    let is_number = (1..=i64::MAX as u64).contains(&seq);
    is_number.then_some(Record {
        device: Uuid::from_slice(device).ok()?,
        seq,
        prev_hash: prev_hash.try_into().ok()?,
        hash: hash.try_into().ok()?,
        body: body.to_vec(),
        personal,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::sample;
    use proptest::prelude::*;

    fn frames() -> Vec<Frame> {
        let mut frames: Vec<Frame> = (1..=6).map(|seq| Frame::Record(sample(1, seq))).collect();
        frames.insert(0, Frame::Head(b"{}".to_vec()));
        frames
    }

    fn written(frames: &[Frame]) -> Vec<u8> {
        let mut bytes = Vec::new();
        frames.iter().for_each(|frame| frame.write(&mut bytes));
        bytes
    }

    /// The sound frames of some bytes, and how many places were damaged.
    fn sound(bytes: &[u8]) -> (Vec<Frame>, usize) {
        let (mut at, mut frames, mut damaged) = (0, Vec::new(), 0);
        loop {
            match read(bytes, at) {
                Found::Frame(frame, next) => {
                    frames.push(frame);
                    at = next;
                }
                Found::Damaged(next) => {
                    assert!(next > at, "it goes on");
                    damaged += 1;
                    at = next;
                }
                Found::End => return (frames, damaged),
            }
        }
    }

    #[test]
    fn frames_come_back_as_they_were_written() {
        let bytes = written(&frames());
        assert_eq!(read_all(&bytes), Some(frames()));
        assert_eq!(sound(&bytes), (frames(), 0));
        assert_eq!(read_all(&bytes[..bytes.len() - 1]), None);
    }

    proptest! {
        #[test]
        fn a_file_that_is_cut_off_gives_its_whole_frames_and_no_damage(cut in 0_usize..2_000) {
            let bytes = written(&frames());
            let cut = cut % bytes.len();
            let (found, damaged) = sound(&bytes[..cut]);
            prop_assert_eq!(damaged, 0);
            prop_assert_eq!(&found[..], &frames()[..found.len()]);
        }

        #[test]
        fn a_flipped_byte_costs_one_frame_and_no_other(at in any::<usize>(), flip in 1_u8..) {
            let mut bytes = written(&frames());
            let at = at % bytes.len();
            bytes[at] ^= flip;
            let (found, damaged) = sound(&bytes);
            let all = frames();
            // The last frame may look cut off instead: more may come.
            prop_assert!(found.len() + 1 == all.len() && damaged <= 1, "{damaged}");
            prop_assert!(found.iter().all(|frame| all.contains(frame)));
        }

        #[test]
        fn any_bytes_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            sound(&bytes);
            read_all(&bytes);
        }
    }
}
