//! What a transaction has written to the log and the system has not got yet.

/// More than this is not gathered. SQLite's own way to files takes less than 128 KiB in one call: of
/// the length it looks at the lower 17 bits alone.
const MOST_BYTES: usize = 120 * 1024;

/// Bytes that follow one another in the log.
#[derive(Default)]
pub struct Frames {
    at: i64,
    bytes: Vec<u8>,
}

impl Frames {
    /// Takes bytes for a place in the log. Those that do not go on where the others end, or that
    /// are too many, go to `write` first, with the place of the first of them.
    pub fn add<E>(
        &mut self,
        at: i64,
        bytes: &[u8],
        mut write: impl FnMut(i64, &[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let end = self.at + self.bytes.len() as i64;
        if at != end || self.bytes.len() + bytes.len() > MOST_BYTES {
            self.hand_on(&mut write)?;
        }
        if self.bytes.is_empty() {
            self.at = at;
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    /// Gives what was taken to `write`. It is not kept when that fails: then the transaction fails,
    /// and what it wrote counts for nothing.
    pub fn hand_on<E>(
        &mut self,
        mut write: impl FnMut(i64, &[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        let written = write(self.at, &self.bytes);
        self.bytes.clear();
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written when these are added in a row, each by place and length, and handed on.
    fn written(added: &[(i64, usize)]) -> Vec<(i64, usize)> {
        let mut frames = Frames::default();
        let mut calls = Vec::new();
        let mut write = |at, bytes: &[u8]| {
            calls.push((at, bytes.len()));
            Ok::<(), ()>(())
        };
        for (at, length) in added {
            let bytes = vec![*at as u8; *length];
            assert_eq!(frames.add(*at, &bytes, &mut write), Ok(()));
        }
        assert_eq!(frames.hand_on(&mut write), Ok(()));
        assert_eq!(frames.hand_on(&mut write), Ok(()));
        calls
    }

    #[test]
    fn what_follows_one_another_is_written_together() {
        assert_eq!(written(&[(32, 24), (56, 4096), (4152, 24)]), [(32, 4144)]);
    }

    #[test]
    fn what_lies_elsewhere_is_written_by_itself() {
        assert_eq!(written(&[(32, 24), (32, 24)]), [(32, 24), (32, 24)]);
        assert_eq!(written(&[(0, 32), (56, 8)]), [(0, 32), (56, 8)]);
        assert_eq!(written(&[]), []);
    }

    #[test]
    fn much_is_not_kept_waiting() {
        let half = MOST_BYTES / 2 + 1;
        let second = half as i64;
        let calls = [(0, half), (second, half)];
        assert_eq!(written(&calls), calls);
    }

    #[test]
    fn what_cannot_be_written_is_told_of_once_and_given_up() {
        let mut frames = Frames::default();
        assert_eq!(frames.add(0, b"page", |_, _| Err("full")), Ok(()));
        assert_eq!(frames.hand_on(|_, _| Err("full")), Err("full"));
        assert_eq!(frames.hand_on(|_, _| Err("full")), Ok(()));
    }
}
