//! Goods of one origin and what they are worth together.

/// A quantity and its value, of which parts are taken. What a part is worth depends on where in the
/// lot it lies and not on how the lot is cut, and the parts are worth the lot: the rest of every
/// division stays in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lot {
    whole_milli: i64,
    whole_nano: i128,
    taken_milli: i64,
}

impl Lot {
    /// A whole lot: thousandths of units, and billionths of the major unit for all of them.
    pub const fn new(quantity_milli: i64, value_nano: i128) -> Self {
        Self {
            whole_milli: quantity_milli,
            whole_nano: value_nano,
            taken_milli: 0,
        }
    }

    /// Goods at a cost of one unit in millionths: thousandths times millionths are billionths.
    pub fn at(quantity_milli: i64, unit_cost_micro: i64) -> Self {
        let value_nano = i128::from(quantity_milli) * i128::from(unit_cost_micro);
        Self::new(quantity_milli, value_nano)
    }

    /// What is left of it, thousandths.
    pub const fn quantity_milli(&self) -> i64 {
        self.whole_milli - self.taken_milli
    }

    /// What that is worth, billionths.
    pub fn value_nano(&self) -> i128 {
        self.whole_nano - self.share(self.taken_milli)
    }

    /// Takes so much of it out, at most what is left; answers with what that is worth.
    pub fn take(&mut self, quantity_milli: i64) -> i128 {
        let before = self.share(self.taken_milli);
        self.taken_milli += quantity_milli.clamp(0, self.quantity_milli());
        self.share(self.taken_milli) - before
    }

    /// Puts goods into it: what is left and what comes are one whole lot from now on.
    pub fn add(&mut self, quantity_milli: i64, value_nano: i128) {
        *self = Self::new(
            self.quantity_milli().saturating_add(quantity_milli),
            self.value_nano() + value_nano,
        );
    }

    /// What other goods would be worth at the cost of these.
    pub fn like(&self, quantity_milli: i64) -> i128 {
        share(self.whole_nano, quantity_milli, self.whole_milli)
    }

    fn share(&self, quantity_milli: i64) -> i128 {
        share(self.whole_nano, quantity_milli, self.whole_milli)
    }
}

/// `value * part / whole`, rounded towards zero, without leaving the range on the way.
fn share(value_nano: i128, part_milli: i64, whole_milli: i64) -> i128 {
    if whole_milli == 0 {
        return 0;
    }
    let (part, whole) = (i128::from(part_milli), i128::from(whole_milli));
    let (even, rest) = (value_nano / whole, value_nano % whole);
    even.saturating_mul(part)
        .saturating_add(rest * part / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_and_what_is_left_are_the_lot() {
        let mut lot = Lot::new(3_000, 100);
        let taken: Vec<i128> = (0..3).map(|_| lot.take(1_000)).collect();
        assert_eq!(taken, [33, 33, 34]);
        assert_eq!((lot.quantity_milli(), lot.value_nano()), (0, 0));
    }

    #[test]
    fn a_lot_is_worth_the_same_however_it_is_cut() {
        let (mut one, mut other) = (Lot::new(7, 100), Lot::new(7, 100));
        let bit_by_bit: i128 = (0..5).map(|_| one.take(1)).sum();
        assert_eq!(bit_by_bit, other.take(5));
        assert_eq!(one, other);
    }

    #[test]
    fn no_more_is_taken_than_there_is() {
        let mut lot = Lot::at(2_000, 5_000_000);
        assert_eq!(lot.take(9_000), 10_000_000_000);
        assert_eq!(lot.take(1), 0);
    }

    #[test]
    fn the_largest_amounts_stay_exact() {
        let (most, dearest) = (
            crate::limits::QUANTITY_MILLI,
            crate::limits::UNIT_PRICE_MICRO,
        );
        let mut lot = Lot::at(most, dearest);
        let taken = lot.take(most - 1);
        assert_eq!(taken, i128::from(most - 1) * i128::from(dearest));
        assert_eq!(lot.value_nano(), i128::from(dearest));
    }
}
