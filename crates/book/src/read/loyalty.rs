//! Customers' points, and the cards that they are known by.

use super::Read;
use super::moment::local;
use crate::dto::{self, CustomerRow, PointsMoveKind};
use crate::error::Result;
use crate::journal;
use crate::project::points::{MOVES, booked};
use domain::loyalty::{Booked, PointsKind, Programme, Purse, Step, customer_points};
use domain::order::Order;
use domain::{Day, State, SubjectKind};
use rusqlite::Row;
use uuid::Uuid;

/// Movements that a page shows.
const MOVES_SHOWN: usize = 200;
const CARD: &str = "SELECT customer FROM loyalty_card WHERE code = ?1 ORDER BY customer LIMIT 2";

/// A movement as its row has it.
struct Found {
    booked: Booked,
    at_ms: i64,
    offset_min: i32,
    cause: i64,
}

impl Read<'_> {
    /// How many points a customer has on a business day.
    pub fn points_of(&self, customer: Uuid, today: Day) -> Result<i64> {
        let Some(no) = journal::subject_no(self.conn, customer)? else {
            return Ok(0);
        };
        let moves = self.all(MOVES, [no], booked)?;
        let mut purse = Purse::of(&moves, |_, _| {});
        purse.pass(today, &mut |_, _| {});
        Ok(purse.balance())
    }

    /// What a customer has on a business day, and what moved it.
    pub fn customer_points(&self, customer: Uuid, today: Day) -> Result<dto::CustomerPoints> {
        let no = self.no_of(customer, "customer")?;
        let found = self.all(MOVES, [no], found_move)?;
        let moves: Vec<Booked> = found.iter().map(|one| one.booked).collect();
        let mut steps = Vec::new();
        let mut purse = Purse::of(&moves, |step, balance| steps.push((step, balance)));
        purse.pass(today, &mut |step, balance| steps.push((step, balance)));
        let settings = self.settings()?;
        let (programme, balance) = (settings.loyalty(), purse.balance());
        let ends = purse.ends_next();
        let newest = steps.iter().rev().take(MOVES_SHOWN);
        let shown = newest.map(|(step, balance)| self.step(step, *balance, &found));
        Ok(dto::CustomerPoints {
            enabled: programme.enabled,
            balance,
            worth_minor: programme.worth(settings.currency()).of_points(balance),
            least_points: programme.least_points,
            ends_next: ends.map(|(day, _)| day.to_string()),
            ends_points: ends.map_or(0, |(_, points)| points),
            moves: shown.collect::<Result<_>>()?,
            more: steps.len() > MOVES_SHOWN,
        })
    }

    /// The customer whose card it is; none when nobody has it, or two have.
    pub fn customer_of_card(&self, code: &str) -> Result<Option<CustomerRow>> {
        match self.all::<i64>(CARD, [code], |row| row.get(0))?.as_slice() {
            [no] => self.customer_row(*no),
            _ => Ok(None),
        }
    }

    /// Whether a card belongs to somebody else.
    pub fn card_of_other(&self, code: &str, customer: Option<Uuid>) -> Result<bool> {
        let own = match customer {
            Some(id) => journal::subject_no(self.conn, id)?,
            None => None,
        };
        let holders = self.all::<i64>(CARD, [code], |row| row.get(0))?;
        Ok(holders.into_iter().any(|no| Some(no) != own))
    }

    fn step(&self, step: &Step, balance_after: i64, found: &[Found]) -> Result<dto::PointsMove> {
        let one = match step {
            Step::Expired(day, points) => return Ok(expired(*day, *points, balance_after)),
            Step::Moved(place) => &found[*place],
        };
        let cause = journal::subject_of(self.conn, one.cause)?;
        let of_order = cause.kind == SubjectKind::Order;
        let (number, reason) = if of_order {
            (self.folded_order(one.cause)?.0.number, None)
        } else {
            (None, self.reason_of_points(one)?)
        };
        Ok(dto::PointsMove {
            kind: shown_kind(one.booked.kind),
            points: one.booked.points,
            balance_after,
            at_local: local(one.at_ms, one.offset_min),
            expires: one.booked.expires.map(|day| day.to_string()),
            order: of_order.then_some(cause.id),
            number,
            reason,
        })
    }

    fn reason_of_points(&self, one: &Found) -> Result<Option<String>> {
        let mut entries = journal::entries(self.conn, self.terms, one.cause)?;
        let State::Customer(customer) = domain::fold(SubjectKind::Customer, &mut entries) else {
            return Ok(None);
        };
        let key = (one.at_ms, one.booked.points);
        let mut moves = customer_points(&customer).into_iter();
        let moved = moves.find(|own| (own.moment.at_ms, own.points) == key);
        let mut said = customer.points.values();
        let own = said.find(|(said, moment)| {
            moved.is_some_and(|own| (own.moment, own.points) == (*moment, said.points))
        });
        Ok(own.map(|(said, _)| said.reason.clone()))
    }
}

/// The terms of the programme as settings show them.
pub(super) fn programme(terms: &Programme) -> dto::LoyaltyProgramme {
    dto::LoyaltyProgramme {
        enabled: terms.enabled,
        points_per_unit_milli: terms.points_per_unit_milli,
        point_worth_micro: terms.point_worth_micro,
        least_points: terms.least_points,
        expires_days: terms.expires_days,
        earns_nothing: terms.earns_nothing.clone(),
    }
}

/// The points of an order; none when it has none and can have none.
pub(super) fn order_points(order: &Order) -> Option<dto::OrderPoints> {
    if order.document.earning.is_none() && order.points_spent().is_none() {
        return None;
    }
    Some(dto::OrderPoints {
        earned: order.points_earned(),
        to_earn: order.points_to_earn(),
        redeemed: match order.counts() {
            true => order.points_redeemed(),
            false => order.points_spent().map_or(0, |spent| spent.points),
        },
        off_minor: order.points_off_minor(),
    })
}

fn expired(day: Day, points: i64, balance_after: i64) -> dto::PointsMove {
    dto::PointsMove {
        kind: PointsMoveKind::Expired,
        points: points.saturating_neg(),
        balance_after,
        at_local: day.to_string(),
        expires: None,
        order: None,
        number: None,
        reason: None,
    }
}

fn found_move(row: &Row<'_>) -> rusqlite::Result<Found> {
    Ok(Found {
        booked: booked(row)?,
        at_ms: row.get(5)?,
        offset_min: row.get(6)?,
        cause: row.get(7)?,
    })
}

const fn shown_kind(kind: PointsKind) -> PointsMoveKind {
    match kind {
        PointsKind::Earned => PointsMoveKind::Earned,
        PointsKind::TakenBack => PointsMoveKind::TakenBack,
        PointsKind::Redeemed => PointsMoveKind::Redeemed,
        PointsKind::GivenBack => PointsMoveKind::GivenBack,
        PointsKind::ByHand => PointsMoveKind::ByHand,
    }
}
