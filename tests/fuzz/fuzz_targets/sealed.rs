//! What a hub says is sealed, and what somebody types as a code's keys.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::Record;
use sync::hand::Hand;
use sync::seal::{Key, Opened, Ring};
use uuid::Uuid;

fuzz_target!(|bytes: &[u8]| {
    let mut ring = Ring::default();
    ring.add(Key::of([7; 16]));
    let (body, personal) = bytes.split_at(bytes.len() / 2);
    // With the name of the key before it, so that what follows is looked at.
    let name = Key::of([7; 16]).name();
    let digits = (0..name.len()).step_by(2).map(|at| &name[at..at + 2]);
    let mut named = vec![1];
    named.extend(digits.map(|two| u8::from_str_radix(two, 16).expect("hexadecimal digits")));
    named.extend(body);
    for body in [body.to_vec(), named] {
        let record = Record {
            device: Uuid::nil(),
            seq: 1,
            prev_hash: [0; 32],
            hash: [0; 32],
            body,
            personal: Some(personal.to_vec()),
        };
        assert!(!matches!(ring.open(&record), Opened::Record(_)));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        if let Some(ring) = Ring::of_text(text) {
            assert_eq!(Ring::of_text(&ring.text()), Some(ring));
        }
        let hand = Hand::read("BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=");
        assert!(hand.is_some_and(|hand| hand.open(text, Uuid::nil()).is_none()));
    }
});
