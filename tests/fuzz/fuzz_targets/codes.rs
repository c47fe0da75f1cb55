//! What a scanner or a person puts into a field.
#![no_main]

use domain::currency::Currency;
use domain::lot::gs1;
use domain::rate::Rate;
use domain::settings::read_code;
use domain::{Day, decimal, gtin};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let _ = gs1::read(text, 2026);
    let _ = read_code(&[], text);
    let _ = gtin::gtin(text);
    let _ = Currency::parse(text);
    let _ = Rate::parse_percent(text);
    for decimals in [0, 2, 3, 6, 9] {
        let _ = decimal::parse_scaled(text, decimals);
    }
    if let Some(day) = Day::parse(text) {
        assert_eq!(Day::parse(&day.to_string()), Some(day));
    }
});
