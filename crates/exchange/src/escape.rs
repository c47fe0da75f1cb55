//! Protection of text cells against being run as formulas by a spreadsheet: an apostrophe before
//! the sign that would start one. Taking it off again gives back exactly what was there.

/// Whether a text must get an apostrophe: a spreadsheet would take it for a formula, or it looks
/// like one that is protected already.
pub(crate) fn needs_protection(text: &str) -> bool {
    text.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text of a cell without the apostrophe that protected it.
pub(crate) fn unprotected(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if needs_protection(rest) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_are_protected_and_names_are_not() {
        for text in ["=1+1", "+49 30 1", "-x", "@SUM(A1)", "\tx", "'=x"] {
            assert!(needs_protection(text), "{text}");
        }
        for text in ["", "A=1", "'tis", "O'Neill", " x"] {
            assert!(!needs_protection(text), "{text}");
            assert_eq!(unprotected(text), text);
        }
    }

    proptest! {
        #[test]
        fn protection_comes_off_again(text in "['=+@a\\-]{0,6}") {
            let cell = if needs_protection(&text) { format!("'{text}") } else { text.clone() };
            prop_assert_eq!(unprotected(&cell), text);
        }
    }
}
