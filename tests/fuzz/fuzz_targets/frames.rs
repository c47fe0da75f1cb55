//! What lies in a folder or comes from a hub: frames, and the entries in them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::Record;
use sync::frame::{Found, Frame, read, read_all};

fuzz_target!(|bytes: &[u8]| {
    let (mut at, mut frames) = (0, Vec::new());
    loop {
        match read(bytes, at) {
            Found::Frame(frame, next) => {
                assert!(next > at && next <= bytes.len());
                at = next;
                frames.push(frame);
            }
            Found::Damaged(next) => {
                assert!(next > at, "it goes on");
                at = next;
            }
            Found::End => break,
        }
    }
    if let Some(whole) = read_all(bytes) {
        assert_eq!(whole, frames);
    }
    for frame in frames {
        if let Frame::Record(record) = frame
            && let Ok(entry) = record.entry()
        {
            assert_eq!(Record::of(&entry).entry().as_ref(), Ok(&entry));
        }
    }
});
