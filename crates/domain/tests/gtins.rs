//! Article numbers as they are printed on goods and in documentation, with the check digit that the
//! rule of GS1 gives them.

#![allow(clippy::unwrap_used)] // a test may fail

use domain::gtin::{Gtin, gtin};

#[test]
fn every_number_is_judged_by_its_check_digit() {
    let known: Vec<(String, bool, u8)> =
        serde_json::from_str(include_str!("data/gtins.json")).unwrap();
    assert!(known.len() > 50);
    for (code, right, expected) in known {
        let found = if right {
            Gtin::Right
        } else {
            Gtin::Wrong { expected }
        };
        assert_eq!(gtin(&code), found, "{code}");
    }
}
