//! Entries of other devices, whatever they say: the fold takes them all, in any order.
//!
//! A line is an entry: its kind, a space, its payload. The first byte is the kind of the record.
#![no_main]

use domain::{Day, DeviceId, Entry, Hlc, RequestId, Subject, SubjectKind, fold};
use libfuzzer_sys::fuzz_target;
use uuid::Uuid;

fn entry(nth: usize, about: Subject, line: &str) -> Entry {
    let (kind, payload) = line.split_once(' ').unwrap_or((line, "{}"));
    Entry {
        device: DeviceId(Uuid::from_u128(1 + nth as u128 % 3)),
        seq: 1 + nth as u64,
        hlc: Hlc(1 + nth as i64 / 2),
        at_ms: 1_700_000_000_000 + nth as i64,
        offset_min: 60,
        business_day: Day(20_000),
        actor: "fuzz".to_owned(),
        subject: about,
        kind: kind.to_owned(),
        version: 1,
        payload: payload.to_owned(),
        request_id: RequestId(Uuid::from_u128(nth as u128)),
        personal: None,
        personal_digest: None,
        prev_hash: [0; 32],
        hash: [0; 32],
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((code, rest)) = bytes.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(rest) else {
        return;
    };
    let kind = SubjectKind::of_code(*code);
    let about = Subject::new(kind, Uuid::nil());
    let entries = text.lines().take(40).enumerate();
    let mut entries: Vec<Entry> = entries.map(|(nth, line)| entry(nth, about, line)).collect();
    let state = fold(kind, &mut entries);
    entries.reverse();
    assert_eq!(fold(kind, &mut entries), state);
});
