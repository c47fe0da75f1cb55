//! A mapping, and a file that is read by it: the two stand beside each other, parted by a zero.
#![no_main]

use exchange::{Layout, Mapping, Source, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let (mapping, file) = (parts.next().unwrap_or_default(), parts.next());
    let Ok(text) = std::str::from_utf8(mapping) else {
        return;
    };
    let Ok(mapping) = Mapping::from_json(text) else {
        return;
    };
    let source = Source::bytes("file.csv", file.unwrap_or_default());
    if let Ok(documents) = read(&source, &Layout::Mapped(mapping.into()), 2) {
        documents.for_each(drop);
    }
});
