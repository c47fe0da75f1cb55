//! The points programme: its terms, and what customers have of it.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The terms of the programme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LoyaltyProgramme {
    /// Whether points are earned and redeemed.
    pub enabled: bool,
    /// Points for each unit of the currency that is spent, tax included; thousandths of a point.
    pub points_per_unit_milli: i64,
    /// What a point takes off, millionths of a unit of the currency.
    pub point_worth_micro: i64,
    /// Fewer points than this are not redeemed at once.
    pub least_points: i64,
    /// Days after which points expire; null for never.
    pub expires_days: Option<u32>,
    /// Methods of payment that earn no points.
    pub earns_nothing: Vec<String>,
}

/// The points of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderPoints {
    /// Earned by now, with what is paid and handed over.
    pub earned: i64,
    /// What it earns once it is all paid and handed over.
    pub to_earn: i64,
    /// Spent on it by now.
    pub redeemed: i64,
    /// What they take off it.
    pub off_minor: i64,
}

/// Why somebody's points moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PointsMoveKind {
    /// Goods were paid and handed over.
    Earned,
    /// Goods came back, or money.
    TakenBack,
    /// Points took something off an order.
    Redeemed,
    /// Goods came back that points had made cheaper.
    GivenBack,
    /// Given or taken by hand.
    ByHand,
    /// Their last day was over.
    Expired,
}

/// One movement of somebody's points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PointsMove {
    /// Why.
    pub kind: PointsMoveKind,
    /// By how many.
    pub points: i64,
    /// How many there were afterwards.
    pub balance_after: i64,
    /// When, wall clock; of points that expired the day alone.
    pub at_local: String,
    /// The last business day on which points that came can be redeemed.
    pub expires: Option<String>,
    /// The order that moved them.
    pub order: Option<Uuid>,
    /// Its number.
    pub number: Option<String>,
    /// What was said about it.
    pub reason: Option<String>,
}

/// What a customer has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CustomerPoints {
    /// Whether the book has a programme.
    pub enabled: bool,
    /// How many points; below zero when two devices apart redeemed the same.
    pub balance: i64,
    /// What they take off an order.
    pub worth_minor: i64,
    /// Fewer than this are not redeemed at once.
    pub least_points: i64,
    /// The next business day after which some expire.
    pub ends_next: Option<String>,
    /// How many that are.
    pub ends_points: i64,
    /// The last movements, the newest first.
    pub moves: Vec<PointsMove>,
    /// Whether there are older ones.
    pub more: bool,
}
