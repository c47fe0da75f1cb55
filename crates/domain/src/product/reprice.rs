//! Prices that change by a rule: many products at once, each to the digit.

use crate::limits::UNIT_PRICE_MICRO;
use crate::refusal::Refusal;
use crate::rounding::{div_round_half_away, round_to_increment};

const PPM: i128 = 1_000_000;

/// How a price changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reprice {
    /// To this price.
    To(i64),
    /// By this amount, up or down, millionths of the major unit.
    By(i64),
    /// By this part of itself, up or down, parts per million.
    ByPart(i64),
}

/// Where changed prices end: on multiples of a step, less an amount below it. A step of 1.00 less
/// 0.01 gives prices that end in .99.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The step, above zero.
    pub step_micro: i64,
    /// What is taken off the multiple, at least zero and below the step.
    pub less_micro: i64,
}

impl Ending {
    /// Refuses endings that no price can have.
    pub fn check(self) -> Result<Self, Refusal> {
        if !(1..=UNIT_PRICE_MICRO).contains(&self.step_micro) {
            return Err(Refusal::at("step_micro", "out_of_range"));
        }
        if !(0..self.step_micro).contains(&self.less_micro) {
            return Err(Refusal::at("less_micro", "out_of_range"));
        }
        Ok(self)
    }
}

/// The price after a change: rounded once, half away from zero, to the nearest price of the
/// ending. A price above zero never becomes less than nothing by its ending.
pub fn reprice(price_micro: i64, how: Reprice, ending: Ending) -> Result<i64, Refusal> {
    let Ending {
        step_micro,
        less_micro,
    } = ending.check()?;
    let price = i128::from(price_micro);
    let exact = match how {
        Reprice::To(micro) => return bounded(i128::from(micro)),
        Reprice::By(micro) => (price + i128::from(micro)) * PPM,
        Reprice::ByPart(ppm) => price * (PPM + i128::from(ppm)),
    };
    let less = i128::from(less_micro);
    let rounded = round_to_increment(exact + less * PPM, PPM, step_micro);
    let rounded = i128::from(rounded.ok_or_else(out_of_range)?) - less;
    // The lowest price of an ending may lie below zero; what is not given away costs at least
    // the next one.
    let floor = if div_round_half_away(exact, PPM) > 0 {
        0
    } else {
        i128::MIN
    };
    bounded(if rounded < floor {
        rounded + i128::from(step_micro)
    } else {
        rounded
    })
}

fn bounded(price: i128) -> Result<i64, Refusal> {
    let price = i64::try_from(price).map_err(|_| out_of_range())?;
    if (0..=UNIT_PRICE_MICRO).contains(&price) {
        return Ok(price);
    }
    Err(out_of_range())
}

fn out_of_range() -> Refusal {
    Refusal::new("price_out_of_range")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CENTS: Ending = Ending {
        step_micro: 10_000,
        less_micro: 0,
    };

    #[test]
    fn prices_change_by_amounts_parts_and_endings() {
        let nines = Ending {
            step_micro: 1_000_000,
            less_micro: 10_000,
        };
        let fives = Ending {
            step_micro: 50_000,
            less_micro: 0,
        };
        for (price, how, ending, expected) in [
            (10_000_000, Reprice::ByPart(50_000), CENTS, 10_500_000),
            (9_990_000, Reprice::ByPart(-150_000), CENTS, 8_490_000),
            (10_050_000, Reprice::ByPart(-100_000), CENTS, 9_050_000),
            (10_000_000, Reprice::ByPart(73_000), fives, 10_750_000),
            (10_000_000, Reprice::ByPart(73_000), nines, 10_990_000),
            (10_400_000, Reprice::By(-1_000_000), nines, 8_990_000),
            (300_000, Reprice::By(0), nines, 990_000),
            (300_000, Reprice::To(123_456), nines, 123_456),
            (0, Reprice::ByPart(500_000), CENTS, 0),
        ] {
            assert_eq!(
                reprice(price, how, ending),
                Ok(expected),
                "{price} {how:?} {ending:?}"
            );
        }
    }

    #[test]
    fn a_price_below_nothing_or_without_bounds_is_refused() {
        let refused = |how| reprice(1_000_000, how, CENTS).map_err(|refusal| refusal.code);
        assert_eq!(refused(Reprice::By(-2_000_000)), Err("price_out_of_range"));
        assert_eq!(
            refused(Reprice::ByPart(i64::MAX)),
            Err("price_out_of_range")
        );
        let ending = Ending {
            step_micro: 0,
            less_micro: 0,
        };
        assert_eq!(
            reprice(1, Reprice::By(0), ending).map_err(|it| it.code),
            Err("out_of_range")
        );
    }

    proptest! {
        #[test]
        fn a_changed_price_has_the_ending_and_is_near(
            price in 1_000_000_i64..1_000_000_000_000,
            ppm in -500_000_i64..2_000_000,
            step in 1_i64..2_000_000,
            less in 0_i64..2_000_000,
        ) {
            let ending = Ending { step_micro: step, less_micro: less % step };
            if let Ok(after) = reprice(price, Reprice::ByPart(ppm), ending) {
                prop_assert_eq!((after + ending.less_micro) % step, 0);
                let exact = i128::from(price) * (PPM + i128::from(ppm));
                let off = (i128::from(after) * PPM - exact).abs();
                prop_assert!(off <= i128::from(step) * PPM);
            }
        }
    }
}
