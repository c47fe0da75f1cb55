//! Orders, returns and adjustments: what was agreed, paid and shipped.

mod abroad;
mod allocations;
mod allowed;
mod amounts;
mod apart;
mod attachments;
mod components;
mod decide;
mod document;
mod edit;
mod edits;
mod facts;
mod foreign;
mod holds;
mod issued;
mod labels;
mod money_events;
mod pages;
mod payment;
mod priced;
mod quotes;
mod reopen;
mod returns;
mod shipments;
mod state;
mod status;
mod take_in;
mod till_share;

pub use abroad::paid_abroad;
pub use allocations::{Allocated, allocate};
pub use allowed::Action;
pub use attachments::{Attached, Attachment, Detached, attach, detach};
pub use components::LineComponent;
pub use decide::{amend, cancel, check_version, discard, draft, fulfil, pay, place, refund};
pub use document::{
    DocumentInput, LineInput, ProductLookup, ShippingInput, compose, proposed_price,
};
pub use edit::{EditInput, edit, take_back};
pub use edits::{Edit, EditTerms, Edited, LineShare};
pub use facts::{
    Cancelled, Document, Fulfilled, LineQuantity, ListNamed, OrderKind, OrderLine, OrderPersonal,
    Paid, Placed, PromotionApplied, PromotionShare, Refunded, Sold, TaxSum,
};
pub use foreign::{Exchange, paid_at, payable, refunded_at};
pub use holds::{Held, Hold, HoldReason, Released, hold, release};
pub use issued::{
    INVOICES, Issued, IssuedDocument, IssuedKind, check_credit_note, check_issue, invoice_number,
};
pub use labels::{Noted, Tagged, note, tag};
pub use money_events::{EventLine, MoneyCause, MoneyEvent};
pub use pages::{OrderPage, OrderPages, PAGE_DAYS, Published, Unpublished, publish, unpublish};
pub use payment::Payment;
pub(crate) use priced::{fill, stored_promotions};
pub use priced::{price, price_again, price_with};
pub use quotes::{Declined, QUOTE, Quote, Quoted, check_valid, decline, quote};
pub use reopen::{Reopened, reopen};
pub use returns::{
    CREDIT_NOTE, GoodsReturn, RequestedLine, ReturnRequest, ReturnRequested, Returned,
    ReturnedLine, receive_return, request_return,
};
pub use shipments::{Delivered, deliver};
pub use state::{Moment, Order, Shipment, Stage};
pub use status::{FulfilmentStatus, PaymentStatus};
pub use take_in::{exchange, exchanged, take_in};
pub use till_share::{TillShare, share_of_edit, share_of_return};
