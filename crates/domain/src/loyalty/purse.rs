//! What somebody has: the movements in their order, with what expires between them.
//!
//! Points that come are a lot of their own with its last day. Points that go are taken from the
//! lots that end first. What is taken back of an order is taken from what that order earned, also
//! when it has expired meanwhile: nobody owes points that are gone anyway. When there are not
//! enough, which only devices apart can bring about, the rest is owed, and what comes next pays it.

use super::earned::PointsKind;
use crate::day::Day;
use uuid::Uuid;

/// A movement as it is booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booked {
    /// The record that moved them.
    pub cause: Uuid,
    /// Why.
    pub kind: PointsKind,
    /// Above zero when they become more.
    pub points: i64,
    /// Business day.
    pub day: Day,
    /// The last day on which points that came can be redeemed.
    pub expires: Option<Day>,
}

/// What a movement left, and what had expired before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Points expired: their last day, and how many.
    Expired(Day, i64),
    /// The movement at this place.
    Moved(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Lot {
    cause: Uuid,
    left: i64,
    expires: Option<Day>,
    /// Its last day is over.
    over: bool,
}

/// Somebody's points after some movements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purse {
    lots: Vec<Lot>,
    owed: i64,
}

impl Purse {
    /// The points after all movements, with no regard to what expires after the last of them; and
    /// what happened, step by step, with what there was after each.
    pub fn of(moves: &[Booked], mut on: impl FnMut(Step, i64)) -> Self {
        let mut purse = Self::default();
        for (place, one) in moves.iter().enumerate() {
            purse.pass(one.day, &mut on);
            purse.take(one);
            on(Step::Moved(place), purse.balance());
        }
        purse
    }

    /// What there is; below zero when devices apart spent the same.
    pub fn balance(&self) -> i64 {
        let here = self.lots.iter().filter(|lot| !lot.over);
        let sum = here.fold(0_i64, |sum, lot| sum.saturating_add(lot.left));
        sum.saturating_sub(self.owed)
    }

    /// Lets the lots go whose last day is before a day.
    pub fn pass(&mut self, day: Day, on: &mut impl FnMut(Step, i64)) {
        while let Some((last, points)) = self.next_end(|last| last < day) {
            let over = |lot: &&mut Lot| !lot.over && lot.expires == Some(last);
            self.lots
                .iter_mut()
                .filter(over)
                .for_each(|lot| lot.over = true);
            on(Step::Expired(last, points), self.balance());
        }
    }

    /// The next day on which points end, and how many.
    pub fn ends_next(&self) -> Option<(Day, i64)> {
        self.next_end(|_| true)
    }

    fn next_end(&self, ends: impl Fn(Day) -> bool) -> Option<(Day, i64)> {
        let here = || self.lots.iter().filter(|lot| !lot.over && lot.left > 0);
        let last = here()
            .filter_map(|lot| lot.expires)
            .filter(|last| ends(*last))
            .min()?;
        let ending = here().filter(|lot| lot.expires == Some(last));
        Some((
            last,
            ending.fold(0, |sum: i64, lot| sum.saturating_add(lot.left)),
        ))
    }

    fn take(&mut self, one: &Booked) {
        if one.points >= 0 {
            let paid = self.owed.min(one.points);
            self.owed -= paid;
            self.lots.push(Lot {
                cause: one.cause,
                left: one.points - paid,
                expires: one.expires,
                // An entry that came late may bring what is over already.
                over: false,
            });
            return;
        }
        let mut rest = one.points.saturating_neg();
        if one.kind == PointsKind::TakenBack {
            let own = |lot: &&mut Lot| lot.cause == one.cause;
            self.lots
                .iter_mut()
                .filter(own)
                .for_each(|lot| lot.give(&mut rest));
        }
        let mut open: Vec<&mut Lot> = self.lots.iter_mut().filter(|lot| !lot.over).collect();
        open.sort_by_key(|lot| lot.expires.map_or(i32::MAX, |day| day.0));
        open.into_iter().for_each(|lot| lot.give(&mut rest));
        self.owed = self.owed.saturating_add(rest);
        self.lots.retain(|lot| lot.left > 0);
    }
}

impl Lot {
    fn give(&mut self, rest: &mut i64) {
        let part = self.left.min(*rest);
        self.left -= part;
        *rest -= part;
    }
}
