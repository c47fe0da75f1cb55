//! Whether a stream of chunks is valid UTF-8; a character may be cut by the end of a chunk.

/// The state between two chunks.
#[derive(Default)]
pub(super) struct Validity {
    broken: bool,
    cut: Vec<u8>,
}

impl Validity {
    /// Looks at the next chunk.
    pub(super) fn feed(&mut self, chunk: &[u8]) {
        let mut rest = chunk;
        // A character has at most four bytes, so this ends after three steps.
        while !self.broken && !self.cut.is_empty() && !rest.is_empty() {
            self.cut.push(rest[0]);
            rest = &rest[1..];
            match std::str::from_utf8(&self.cut) {
                Ok(_) => self.cut.clear(),
                Err(error) => self.broken = error.error_len().is_some(),
            }
        }
        if self.broken || !self.cut.is_empty() {
            return;
        }
        if let Err(error) = std::str::from_utf8(rest) {
            self.broken = error.error_len().is_some();
            self.cut = rest[error.valid_up_to()..].to_vec();
        }
    }

    /// Whether nothing that follows can make it valid again.
    pub(super) fn is_broken(&self) -> bool {
        self.broken
    }

    /// Whether everything so far was valid, provided that nothing follows.
    pub(super) fn holds_at_end(&self) -> bool {
        !self.broken && self.cut.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn chunks_are_judged_as_the_whole(
            text in "[a-zäß€😀]{0,40}",
            junk in proptest::option::of(any::<u8>()),
            size in 1_usize..7,
        ) {
            let mut bytes = text.into_bytes();
            bytes.extend(junk);
            let mut validity = Validity::default();
            bytes.chunks(size).for_each(|chunk| validity.feed(chunk));
            prop_assert_eq!(validity.holds_at_end(), std::str::from_utf8(&bytes).is_ok());
        }
    }
}
