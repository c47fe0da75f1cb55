//! Purchases: what is ordered at a supplier, what of it has come, what it cost to bring here, and
//! what goes back.

mod decide;
mod facts;
mod landed;
mod moves;
mod receive;
mod spikes;
mod state;
mod suggest;

pub use decide::{amend, cancel, close, date, draft, issue, land, order, reopen};
pub use facts::{
    Cancelled, Charge, Closed, Dated, Issued, Landed, LineDay, Ordered, PurchaseDocument,
    PurchaseLine, Received, ReceivedLine, Returned, ReturnedGoods, SetAside, Spread,
};
pub use moves::purchase_moves;
pub use receive::{receive, send_back};
pub use spikes::{Spikes, spikes};
pub use state::{Purchase, PurchaseStage, Receipt, SentBack, cost_minor, digits};
pub use suggest::{Demand, Goods, PurchasingRules, Suggestion, check_rules, suggest};

/// The series that the numbers of purchases are taken from.
pub const PURCHASES: &str = "purchase";
/// What stands before the device's number of a purchase, as printed.
pub const PURCHASE: &str = "P-";
/// The series of what goes back to suppliers.
pub const SUPPLIER_RETURNS: &str = "supplier_return";
/// What stands before its numbers, as printed.
pub const SUPPLIER_RETURN: &str = "SR-";
