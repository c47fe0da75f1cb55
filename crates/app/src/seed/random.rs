//! Numbers that follow from a seed, alike on every machine: whole numbers only.
use crate::clock::split_mix;

/// A stream of numbers.
#[derive(Clone)]
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Another stream that follows from this one's start.
    pub(super) fn branch(&self, number: u64) -> Self {
        let mut state = self.0 ^ number.wrapping_mul(0xa076_1d64_78bd_642f);
        Self(split_mix(&mut state))
    }

    /// A number below a bound above zero.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        let wide = u128::from(split_mix(&mut self.0)) * u128::from(bound.max(1));
        (wide >> 64) as u64
    }

    /// A place in a list that is not empty.
    pub(super) fn place(&mut self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// A number from a range, both ends included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).unsigned_abs()) as i64
    }

    /// True as often as so many times in a thousand.
    pub(super) fn per_mille(&mut self, chance: u64) -> bool {
        self.below(1_000) < chance
    }

    /// One of a list that is not empty.
    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.place(list.len())]
    }

    /// One of a list by weight; a weight is how often it comes beside the others.
    pub(super) fn weighted<'a, T>(&mut self, list: &'a [(T, u64)]) -> &'a T {
        let total = list.iter().map(|(_, weight)| weight).sum();
        let mut left = self.below(total);
        for (item, weight) in list {
            if left < *weight {
                return item;
            }
            left -= weight;
        }
        &list[0].0
    }
}

/// Favourites: the item of rank k is taken in proportion to 1 / (k + 3) (Zipf's law).
pub(super) struct Favourites {
    sums: Vec<u64>,
}

impl Favourites {
    /// Favourites among so many items, at least one.
    pub(super) fn of(items: usize) -> Self {
        let mut sum = 0;
        let weights = (0..items.max(1) as u64).map(|rank| 1_000_000_000 / (rank + 3));
        let sums = weights.map(|weight| {
            sum += weight;
            sum
        });
        Self {
            sums: sums.collect(),
        }
    }

    /// The rank of the one that is taken.
    pub(super) fn take(&self, random: &mut Random) -> usize {
        let total = self.sums.last().copied().unwrap_or(1);
        let at = random.below(total);
        self.sums.partition_point(|sum| *sum <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn favourites_are_taken_more_often_and_all_places_are_in_reach() {
        let favourites = Favourites::of(10);
        let mut random = Random::new(1);
        let mut taken = [0; 10];
        for _ in 0..10_000 {
            taken[favourites.take(&mut random)] += 1;
        }
        assert!(taken[0] > 2 * taken[9] && taken[9] > 0, "{taken:?}");
    }

    #[test]
    fn a_weight_is_a_share() {
        let mut random = Random::new(2);
        let list = [('a', 9), ('b', 1)];
        let count = (0..1_000)
            .filter(|_| *random.weighted(&list) == 'b')
            .count();
        assert!((60..140).contains(&count), "{count}");
    }
}
