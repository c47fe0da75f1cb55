//! A set of row numbers, one bit each.

/// Row numbers of a file are given out from 1 without large gaps, so a bit for each is little.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RowSet {
    blocks: Vec<u64>,
}

impl RowSet {
    /// Adds a number.
    pub fn insert(&mut self, no: u32) {
        let (block, bit) = place(no);
        if block >= self.blocks.len() {
            self.blocks.resize(block + 1, 0);
        }
        self.blocks[block] |= bit;
    }

    /// Whether a number is in it.
    pub fn contains(&self, no: u32) -> bool {
        let (block, bit) = place(no);
        self.blocks.get(block).is_some_and(|bits| bits & bit != 0)
    }

    /// How many numbers are in it.
    pub fn len(&self) -> usize {
        self.blocks
            .iter()
            .map(|block| block.count_ones() as usize)
            .sum()
    }

    /// Keeps what is in the other one too.
    pub fn intersect(&mut self, other: &Self) {
        self.blocks.truncate(other.blocks.len());
        for (block, bits) in self.blocks.iter_mut().zip(&other.blocks) {
            *block &= bits;
        }
    }

    /// Takes away what is in the other one.
    pub fn subtract(&mut self, other: &Self) {
        for (block, bits) in self.blocks.iter_mut().zip(&other.blocks) {
            *block &= !bits;
        }
    }

    /// Adds what is in the other one.
    pub fn unite(&mut self, other: &Self) {
        if self.blocks.len() < other.blocks.len() {
            self.blocks.resize(other.blocks.len(), 0);
        }
        for (block, bits) in self.blocks.iter_mut().zip(&other.blocks) {
            *block |= bits;
        }
    }

    /// The numbers, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.blocks.iter().enumerate().flat_map(|(index, block)| {
            let set = (0..64).filter(move |bit| block & (1 << bit) != 0);
            set.map(move |bit| index as u32 * 64 + bit)
        })
    }
}

impl FromIterator<u32> for RowSet {
    fn from_iter<T: IntoIterator<Item = u32>>(numbers: T) -> Self {
        let mut bits = Self::default();
        for no in numbers {
            bits.insert(no);
        }
        bits
    }
}

fn place(no: u32) -> (usize, u64) {
    ((no / 64) as usize, 1 << (no % 64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn sets() -> [BTreeSet<u32>; 3] {
        [
            BTreeSet::from([0, 63, 64, 900]),
            BTreeSet::from([63, 900, 5_000]),
            BTreeSet::new(),
        ]
    }

    #[test]
    fn it_does_what_a_set_does() {
        for one in &sets() {
            for other in &sets() {
                let [a, b]: [RowSet; 2] = [one, other].map(|set| set.iter().copied().collect());
                let check = |change: fn(&mut RowSet, &RowSet), expected: Vec<u32>| {
                    let mut changed = a.clone();
                    change(&mut changed, &b);
                    assert_eq!(changed.iter().collect::<Vec<_>>(), expected);
                    assert_eq!(changed.len(), expected.len());
                    assert!(expected.iter().all(|no| changed.contains(*no)));
                };
                check(RowSet::intersect, (one & other).into_iter().collect());
                check(RowSet::unite, (one | other).into_iter().collect());
                check(RowSet::subtract, (one - other).into_iter().collect());
            }
        }
    }
}
