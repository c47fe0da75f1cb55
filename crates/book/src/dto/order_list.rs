//! What a list of orders is asked for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{FulfilmentStatus, HoldReason, OrderKind, OrderState, PaymentStatus};

/// Which orders a list shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderFilter {
    /// In one of these states.
    pub state: Option<Vec<OrderState>>,
    /// With one of these payment statuses.
    pub payment: Option<Vec<PaymentStatus>>,
    /// With one of these fulfilment statuses.
    pub fulfilment: Option<Vec<FulfilmentStatus>>,
    /// From one of these channels.
    pub channel: Option<Vec<String>>,
    /// Of one of these kinds.
    pub kind: Option<Vec<OrderKind>>,
    /// On hold for one of these reasons.
    pub hold: Option<Vec<HoldReason>>,
    /// Past the day that it waits for: that of its quote, or the one it was promised for.
    pub late: Option<bool>,
    /// With open goods of which there are not enough.
    pub backordered: Option<bool>,
    /// With one of these tags.
    pub tag: Option<Vec<String>>,
    /// Of this customer.
    pub customer: Option<Uuid>,
    /// With this product on a line.
    pub product: Option<Uuid>,
    /// On or after this business day.
    pub from: Option<String>,
    /// On or before this business day.
    pub to: Option<String>,
    /// On account, not paid, and due before this business day.
    pub due_before: Option<String>,
    /// Brought by this import.
    pub run: Option<Uuid>,
}

/// The columns that orders sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderSortKey {
    /// When it was placed.
    Placed,
    /// The number.
    Number,
    /// The customer's name.
    Customer,
    /// The channel.
    Channel,
    /// The goods.
    Items,
    /// The total.
    Total,
    /// The payment status.
    Payment,
    /// The fulfilment status.
    Fulfilment,
    /// The state.
    State,
}
