//! The words for where an order stands. Stored: kind and state; derived: payment and fulfilment.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderKind {
    /// Goods out.
    Sale,
    /// Goods back: a credit note.
    Return,
    /// Money without goods, such as a bad debt.
    Adjustment,
}

/// The stored state of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// Being written; holds nothing.
    Draft,
    /// Agreed; holds stock.
    Placed,
    /// Nothing left to do.
    Closed,
    /// Called off.
    Cancelled,
    /// Offered until a day; holds nothing.
    Quoted,
    /// Offered, and not wanted.
    Declined,
}

/// How far an order is paid; derived from its payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentStatus {
    /// Nothing received.
    Unpaid,
    /// Some received.
    PartPaid,
    /// All received.
    Paid,
    /// More received than due.
    CreditOwed,
    /// Some given back.
    PartRefunded,
    /// All given back.
    Refunded,
    /// Nothing to receive: a draft or cancelled order.
    Void,
}

/// How far an order is shipped; derived from its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FulfilmentStatus {
    /// Nothing held or shipped.
    Unfulfilled,
    /// Stock is held for all that is open.
    Allocated,
    /// Some shipped.
    PartShipped,
    /// All shipped.
    Shipped,
    /// Goods came back.
    Returned,
    /// All arrived.
    Delivered,
    /// Nothing to ship.
    None,
}

/// Why an order must not be shipped for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HoldReason {
    /// The payment is being looked at.
    PaymentReview,
    /// The address is wrong or in doubt.
    Address,
    /// Goods are missing.
    Stock,
    /// The customer asked for it.
    Customer,
    /// A clerk said so.
    Manual,
}

/// What can be done with an order now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderAction {
    /// `orders.amend`
    Amend,
    /// `orders.place`
    Place,
    /// `orders.pay`
    Pay,
    /// `orders.allocate`
    Allocate,
    /// `orders.fulfil`
    Fulfil,
    /// `orders.cancel`
    Cancel,
    /// `orders.refund`
    Refund,
    /// `orders.discard`
    Discard,
    /// `documents.issue`
    Invoice,
    /// `orders.deliver`
    Deliver,
    /// `orders.request_return`
    RequestReturn,
    /// `orders.receive_return`
    ReceiveReturn,
    /// `orders.hold`
    Hold,
    /// `orders.release`
    Release,
    /// `orders.edit`
    Edit,
    /// `orders.take_back`
    TakeBack,
    /// `orders.quote`
    Quote,
    /// `orders.decline`
    Decline,
    /// `orders.reopen`
    Reopen,
}
