//! Orders, returns and adjustments: what was agreed, paid and shipped.

mod allowed;
mod amounts;
mod decide;
mod document;
mod facts;
mod holds;
mod issued;
mod priced;
mod returns;
mod shipments;
mod state;
mod status;

pub use allowed::Action;
pub use decide::{amend, cancel, check_version, discard, draft, fulfil, pay, place, refund};
pub use document::{DocumentInput, LineInput, ProductLookup, ShippingInput, compose};
pub use facts::{
    Cancelled, Document, Fulfilled, LineQuantity, ListNamed, OrderKind, OrderLine, OrderPersonal,
    Paid, Placed, PromotionApplied, PromotionShare, Refunded, Sold, TaxSum,
};
pub use holds::{Held, Hold, HoldReason, Released, hold, release};
pub use issued::{Issued, IssuedDocument, IssuedKind, check_issue};
pub(crate) use priced::fill;
pub use priced::{price, price_with};
pub use returns::{
    CREDIT_NOTE, GoodsReturn, ReturnRequest, ReturnRequested, Returned, ReturnedLine,
    receive_return, request_return,
};
pub use shipments::{Delivered, deliver};
pub use state::{Moment, Order, Payment, Shipment, Stage};
pub use status::{FulfilmentStatus, PaymentStatus};
