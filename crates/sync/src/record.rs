//! An entry on the wire: what stores need to know in clear, all else as bytes that they never
//! read. A hub or folder that is older than the devices keeps what it does not understand.

use domain::{Day, DeviceId, Entry, Hlc, Personal, RequestId, Subject, SubjectKind};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An entry as stores keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The device whose journal it belongs to.
    pub device: Uuid,
    /// Position in that journal: 1, 2, 3 …
    pub seq: u64,
    /// Hash of the entry before it; zeros for the first.
    pub prev_hash: [u8; 32],
    /// Hash of this entry.
    pub hash: [u8; 32],
    /// The rest of the entry but for its personal part.
    pub body: Vec<u8>,
    /// The personal part, until it is erased.
    pub personal: Option<Vec<u8>>,
}

/// The rest of an entry, as JSON; the names are short because every entry carries them.
#[derive(Serialize, Deserialize)]
struct Body {
    hlc: i64,
    at: i64,
    off: i32,
    day: i32,
    actor: String,
    of: u8,
    id: Uuid,
    kind: String,
    v: u16,
    req: Uuid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pd: Option<String>,
    payload: String,
}

/// A record whose bytes are no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a record cannot be read")]
pub struct Unreadable;

impl Record {
    /// The record of an entry.
    pub fn of(entry: &Entry) -> Self {
        let body = Body {
            hlc: entry.hlc.0,
            at: entry.at_ms,
            off: entry.offset_min,
            day: entry.business_day.0,
            actor: entry.actor.clone(),
            of: entry.subject.kind.code(),
            id: entry.subject.id,
            kind: entry.kind.clone(),
            v: entry.version,
            req: entry.request_id.0,
            pd: entry.personal_digest.as_ref().map(digits),
            payload: entry.payload.clone(),
        };
        Self {
            device: entry.device.0,
            seq: entry.seq,
            prev_hash: entry.prev_hash,
            hash: entry.hash,
            // A struct of texts and numbers has a JSON form, always.
            body: serde_json::to_vec(&body).unwrap_or_default(),
            personal: entry.personal.as_ref().map(|personal| {
                let mut bytes = personal.salt.to_vec();
                bytes.extend_from_slice(personal.text.as_bytes());
                bytes
            }),
        }
    }

    /// The entry of a record; whether its content fits its hash is for the receiver to check.
    ///
    /// # Errors
    /// [`Unreadable`] when the bytes are none of ours.
    pub fn entry(&self) -> Result<Entry, Unreadable> {
        let body: Body = serde_json::from_slice(&self.body).map_err(|_| Unreadable)?;
        let digest = body
            .pd
            .as_deref()
            .map(|text| bytes_of(text).ok_or(Unreadable));
        let personal = self.personal.as_deref().map(personal_of);
        Ok(Entry {
            device: DeviceId(self.device),
            seq: self.seq,
            hlc: Hlc(body.hlc),
            at_ms: body.at,
            offset_min: body.off,
            business_day: Day(body.day),
            actor: body.actor,
            subject: Subject::new(SubjectKind::of_code(body.of), body.id),
            kind: body.kind,
            version: body.v,
            payload: body.payload,
            request_id: RequestId(body.req),
            personal: personal.transpose()?,
            personal_digest: digest.transpose()?,
            prev_hash: self.prev_hash,
            hash: self.hash,
        })
    }

    /// About how many bytes it takes.
    pub fn size(&self) -> usize {
        self.body.len() + self.personal.as_ref().map_or(0, Vec::len) + 100
    }
}

fn personal_of(bytes: &[u8]) -> Result<Personal, Unreadable> {
    let (salt, text) = bytes.split_at_checked(16).ok_or(Unreadable)?;
    Ok(Personal {
        salt: salt.try_into().map_err(|_| Unreadable)?,
        text: String::from_utf8(text.to_vec()).map_err(|_| Unreadable)?,
    })
}

fn digits(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes_of(digits: &str) -> Option<[u8; 32]> {
    let mut hash = [0; 32];
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    for (place, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    Some(hash)
}

/// A record for tests: number `seq` of device number `device`, chained to those before it.
#[cfg(test)]
pub(crate) fn sample(device: u128, seq: u64) -> Record {
    let mut prev_hash = [0; 32];
    let mut last = None;
    for seq in 1..=seq {
        let personal = seq.is_multiple_of(3).then(|| Personal {
            salt: [7; 16],
            text: r#"{"name":"Ada"}"#.into(),
        });
        let mut entry = Entry {
            device: DeviceId(Uuid::from_u128(device)),
            seq,
            hlc: Hlc(seq as i64),
            at_ms: 1_000,
            offset_min: -60,
            business_day: Day(3),
            actor: "clerk".into(),
            subject: Subject::new(SubjectKind::Other(99), Uuid::from_u128(2)),
            kind: "spoon.bent".into(),
            version: 1,
            payload: format!("{{\"n\": {seq}}}"),
            request_id: RequestId(Uuid::from_u128(3)),
            personal_digest: personal.as_ref().map(Personal::digest),
            personal,
            prev_hash,
            hash: [0; 32],
        };
        entry.hash = entry.computed_hash();
        prev_hash = entry.hash;
        last = Some(Record::of(&entry));
    }
    last.expect("journals begin with 1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_back_to_the_letter_with_and_without_its_personal_part() {
        let mut record = sample(1, 3);
        let entry = record.entry().unwrap();
        assert!(entry.is_intact() && entry.personal.is_some());
        assert_eq!(Record::of(&entry), record);
        record.personal = None;
        assert!(record.entry().unwrap().is_intact());
    }

    #[test]
    fn bytes_that_are_no_entry_are_an_error() {
        for (body, personal) in [
            (b"{}".to_vec(), None),
            (b"\xff".to_vec(), None),
            (sample(1, 1).body, Some(vec![1, 2])),
            (sample(1, 1).body, Some(vec![0xff; 20])),
        ] {
            let mut record = sample(1, 1);
            (record.body, record.personal) = (body, personal);
            assert_eq!(record.entry(), Err(Unreadable));
        }
    }
}
