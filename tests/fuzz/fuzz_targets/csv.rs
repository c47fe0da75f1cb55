//! A file that somebody wants to import.
#![no_main]

use exchange::{Source, inspect, read, recognise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let source = Source::bytes("file.csv", bytes);
    if inspect(&source).is_err() {
        return;
    }
    if let Ok(Some(layout)) = recognise(&source)
        && let Ok(documents) = read(&source, &layout, 2)
    {
        documents.for_each(drop);
    }
});
