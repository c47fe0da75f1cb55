//! Days of goods as they are kept: a few bytes a day. Most days sell some of what lies there at the
//! cost of the day before, so a day says by how much it is otherwise: quantities, the difference of
//! its cost to that, and the difference of what is left to what was there less the cost.

use super::days::GoodsDay;
use domain::Day;
use domain::valuation::Basis;

const IN: u8 = 1;
const BACK: u8 = 2;
const SOLD: u8 = 4;
const OUT: u8 = 8;
const COST: u8 = 16;
const WORTH: u8 = 32;
/// Where the two bits of the basis begin.
const BASIS: u32 = 6;
/// The bits of a byte that say something; the highest says that more follow.
const SEVEN: u32 = 7;

/// What is expected of the next day.
struct Usual {
    day: i32,
    there_milli: i64,
    worth_nano: i128,
    /// What a thousandth of a unit cost on the last day that sold any.
    each_nano: i128,
}

impl Usual {
    const START: Self = Self {
        day: 0,
        there_milli: 0,
        worth_nano: 0,
        each_nano: 0,
    };

    fn cost_nano(&self, day: &GoodsDay) -> i128 {
        self.each_nano.wrapping_mul(day.net_sold_milli().into())
    }

    fn worth_nano(&self, day: &GoodsDay) -> i128 {
        self.worth_nano.wrapping_sub(day.cost_nano)
    }

    fn pass(&mut self, day: &GoodsDay) {
        let sold = i128::from(day.net_sold_milli());
        if sold != 0 && day.cost_nano % sold == 0 {
            self.each_nano = day.cost_nano / sold;
        }
        self.day = day.day.0;
        (self.there_milli, self.worth_nano) = day.closing;
    }
}

/// The days of a product, packed.
pub(super) fn packed(days: &[GoodsDay]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(days.len() * 8);
    let mut usual = Usual::START;
    for day in days {
        let flows = [
            (IN, day.in_milli),
            (BACK, day.back_milli),
            (SOLD, day.sold_milli),
            (OUT, day.out_milli),
        ];
        let cost = day.cost_nano.wrapping_sub(usual.cost_nano(day));
        let worth = day.closing.1.wrapping_sub(usual.worth_nano(day));
        let mut head = (day.basis as u8) << BASIS;
        let said = flows.iter().filter(|(_, milli)| *milli != 0);
        head |= said.fold(0, |head, (bit, _)| head | bit);
        head |= if cost == 0 { 0 } else { COST };
        head |= if worth == 0 { 0 } else { WORTH };
        bytes.push(head);
        put(
            &mut bytes,
            zigzag(i64::from(day.day.0.wrapping_sub(usual.day)).into()),
        );
        for (_, milli) in flows.iter().filter(|(_, milli)| *milli != 0) {
            put(&mut bytes, units(*milli));
        }
        for more in [cost, worth].into_iter().filter(|more| *more != 0) {
            put(&mut bytes, zigzag(more));
        }
        usual.pass(day);
    }
    bytes
}

/// Reads the days of a product; `None` when the bytes are none.
pub(super) fn unpack(mut bytes: &[u8], days: &mut Vec<GoodsDay>) -> Option<()> {
    days.clear();
    let mut usual = Usual::START;
    while let Some((head, rest)) = bytes.split_first() {
        bytes = rest;
        let since = i32::try_from(unzigzag(take(&mut bytes)?)).ok()?;
        let mut day = GoodsDay::of(Day(usual.day.wrapping_add(since)));
        day.basis = basis(head >> BASIS)?;
        for (bit, milli) in [
            (IN, &mut day.in_milli),
            (BACK, &mut day.back_milli),
            (SOLD, &mut day.sold_milli),
            (OUT, &mut day.out_milli),
        ] {
            if head & bit != 0 {
                *milli = whole(take(&mut bytes)?)?;
            }
        }
        let mut more = |bit: u8| match head & bit {
            0 => Some(0),
            _ => take(&mut bytes).map(unzigzag),
        };
        day.cost_nano = usual.cost_nano(&day).wrapping_add(more(COST)?);
        let worth_nano = usual.worth_nano(&day).wrapping_add(more(WORTH)?);
        let there_milli = usual.there_milli.saturating_add(day.net_milli());
        day.closing = (there_milli, worth_nano);
        usual.pass(&day);
        days.push(day);
    }
    Some(())
}

fn basis(code: u8) -> Option<Basis> {
    let all = [Basis::Known, Basis::Stated, Basis::Unknown];
    all.get(usize::from(code)).copied()
}

/// Whole units are said as such: most quantities are.
fn units(milli: i64) -> u128 {
    let milli = u128::from(milli.unsigned_abs());
    match milli % 1_000 {
        0 => (milli / 1_000) << 1,
        _ => milli << 1 | 1,
    }
}

fn whole(said: u128) -> Option<i64> {
    let milli = match said & 1 {
        0 => (said >> 1).checked_mul(1_000)?,
        _ => said >> 1,
    };
    i64::try_from(milli).ok()
}

/// Numbers near zero, above or below, become small ones.
fn zigzag(number: i128) -> u128 {
    (number.wrapping_shl(1) ^ (number >> 127)) as u128
}

fn unzigzag(said: u128) -> i128 {
    (said >> 1) as i128 ^ -((said & 1) as i128)
}

/// Seven bits a byte, the lowest first.
fn put(bytes: &mut Vec<u8>, mut number: u128) {
    while number >= 1 << SEVEN {
        bytes.push(number as u8 | 1 << SEVEN);
        number >>= SEVEN;
    }
    bytes.push(number as u8);
}

fn take(bytes: &mut &[u8]) -> Option<u128> {
    let (mut number, mut shift) = (0_u128, 0);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u128::from(byte & 0x7f).checked_shl(shift)?;
        if byte >> SEVEN == 0 {
            return Some(number);
        }
        shift += SEVEN;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_day() -> impl Strategy<Value = GoodsDay> {
        let milli = prop_oneof![
            Just(0),
            (1_i64..50).prop_map(|units| units * 1_000),
            1..i64::MAX / 8
        ];
        let nano = prop_oneof![-1_000_000_i128..1_000_000, i128::MIN / 4..i128::MAX / 4];
        let flows = (milli.clone(), milli.clone(), milli.clone(), milli);
        (any::<i32>(), flows, nano.clone(), nano, 0_u8..3).prop_map(
            |(day, flows, cost, worth, code)| GoodsDay {
                in_milli: flows.0,
                back_milli: flows.1,
                sold_milli: flows.2,
                out_milli: flows.3,
                cost_nano: cost,
                closing: (0, worth),
                basis: basis(code).unwrap(),
                ..GoodsDay::of(Day(day / 2))
            },
        )
    }

    proptest! {
        #[test]
        fn days_that_are_packed_are_the_same_when_they_are_read(
            days in prop::collection::vec(any_day(), 0..12),
        ) {
            let (mut there, mut days) = (0_i64, days);
            for day in &mut days {
                there = there.saturating_add(day.net_milli());
                day.closing.0 = there;
            }
            let mut read = Vec::new();
            prop_assert_eq!(unpack(&packed(&days), &mut read), Some(()));
            prop_assert_eq!(read, days);
        }

        #[test]
        fn any_bytes_are_days_or_none(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut days = Vec::new();
            let _ = unpack(&bytes, &mut days);
            prop_assert!(days.len() <= bytes.len());
        }
    }

    #[test]
    fn a_day_like_the_one_before_takes_three_bytes() {
        let sold = |day: i32, left: i64| GoodsDay {
            sold_milli: 2_000,
            cost_nano: 7_000_000_000,
            closing: (left * 1_000, i128::from(left) * 3_500_000_000),
            ..GoodsDay::of(Day(day))
        };
        let came = GoodsDay {
            in_milli: 9_000,
            closing: (9_000, 31_500_000_000),
            ..GoodsDay::of(Day(20_000))
        };
        let length = |days: &[GoodsDay]| packed(days).len();
        let days = [came, sold(20_001, 7), sold(20_003, 5), sold(20_010, 3)];
        assert_eq!(length(&days) - length(&days[..2]), 6);
    }
}
