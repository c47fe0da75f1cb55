//! How far a journal that came from somewhere is the one that is held here. Hashes chain: what is
//! alike at one number is alike before it, and what differs at one differs after it.

/// What is known of two copies of one journal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Likeness {
    /// Up to this number they are known to be alike.
    pub same: u64,
    /// The first number at which they are known to differ; they may differ before it.
    pub other: Option<u64>,
}

impl Likeness {
    /// They are alike up to a number.
    pub(crate) fn is_same_at(&mut self, seq: u64) {
        self.same = self.same.max(seq);
    }

    /// They differ at a number, which is never the one before the first.
    pub(crate) fn is_other_at(&mut self, seq: u64) {
        let seq = seq.max(1);
        self.other = Some(self.other.map_or(seq, |known| known.min(seq)));
    }
}
