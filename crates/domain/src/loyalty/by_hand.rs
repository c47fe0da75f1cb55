//! Points that are given or taken by hand, with a reason.

use super::earned::{PointsKind, PointsMove};
use super::programme::{MOST_POINTS, Programme, last_day};
use crate::customer::Customer;
use crate::day::Day;
use crate::ids::PaymentId;
use crate::limits::NAME_CHARS;
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// Payload of `customer.points_adjusted`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointsAdjusted {
    /// Identity of the adjustment.
    pub adjustment: PaymentId,
    /// How many; below zero when taken.
    pub points: i64,
    /// Why.
    pub reason: String,
    /// The last day on which points that were given can be redeemed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Day>,
}

/// Points given by hand on a day, or taken: at most what there are. They can be taken when the
/// programme is over, but not given.
pub fn adjust(
    programme: &Programme,
    said: PointsAdjusted,
    balance: i64,
    day: Day,
) -> Result<PointsAdjusted, Refusal> {
    if said.points == 0 || said.points.unsigned_abs() > MOST_POINTS.unsigned_abs() {
        return Err(Refusal::at("points", "out_of_range"));
    }
    if said.points > 0 && !programme.enabled {
        return Err(Refusal::at("points", "points_off"));
    }
    if said.points.saturating_neg() > balance.max(0) {
        return Err(Refusal::at("points", "points_short").with(balance.max(0)));
    }
    let given = said.points > 0;
    Ok(PointsAdjusted {
        reason: text::required("reason", &said.reason, NAME_CHARS)?,
        expires: last_day(programme.expires_days, day).filter(|_| given),
        ..said
    })
}

/// The movements of a customer's points that no order made, the oldest first.
pub fn customer_points(customer: &Customer) -> Vec<PointsMove> {
    let Some(id) = customer.id.filter(|_| customer.is_visible()) else {
        return Vec::new();
    };
    let moves = customer.points.values().map(|(said, moment)| PointsMove {
        customer: id,
        kind: PointsKind::ByHand,
        points: said.points,
        moment: *moment,
        expires: said.expires,
    });
    moves.filter(|one| one.points != 0).collect()
}
