//! A map by row number. Row numbers are ours and small, so spreading them needs no secret.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map by row number.
pub(crate) type NumberMap<V> = HashMap<i64, V, BuildHasherDefault<NumberHasher>>;

/// Multiplies by the golden ratio of 64 bits (Knuth, volume 3, 6.4), which spreads neighbours.
#[derive(Default)]
pub(crate) struct NumberHasher(u64);

impl Hasher for NumberHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0 ^ number)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(26);
    }

    fn write_i64(&mut self, number: i64) {
        self.write_u64(number.cast_unsigned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_find_their_own() {
        let map: NumberMap<i64> = (-1_000..100_000)
            .map(|number| (number, number * 3))
            .collect();
        assert_eq!(map.len(), 101_000);
        assert!((-1_000..100_000).all(|number| map[&number] == number * 3));
    }
}
