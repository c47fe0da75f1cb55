//! The nouns and rules of the order book: entries, folds, decisions, money and goods.
//!
//! Everything here is pure: no I/O, no clock, no SQL, no randomness, no floats. State is always
//! the fold of a subject's entries, so equal sets of entries give equal states everywhere.

pub mod allocate;
pub mod apart;
pub mod attention;
pub mod audit;
pub mod count;
pub mod credit;
pub mod currency;
pub mod custom;
pub mod customer;
pub mod day;
pub mod decimal;
pub mod entry;
pub mod fold;
pub mod forecast;
pub mod gift_card;
pub mod gtin;
pub mod ids;
pub mod limits;
pub mod location;
pub mod lot;
pub mod loyalty;
pub mod money;
pub mod order;
pub mod person;
pub mod posting;
pub mod price_list;
pub mod pricing;
pub mod product;
pub mod promotion;
pub mod purchase;
pub mod quantity;
pub mod rate;
pub mod refusal;
pub mod rounding;
mod said;
pub mod sealing;
pub mod settings;
pub mod share;
pub mod stock;
mod subject_kind;
pub mod supplier;
pub mod tax;
pub mod text;
pub mod till;
pub mod transfer;
pub mod valuation;

pub use day::Day;
pub use entry::{Entry, Hlc, Personal, Subject, SubjectKind};
pub use fold::{State, fold};
pub use ids::{
    CountId, CustomerId, DeviceId, GiftCardId, LocationId, OrderId, PersonId, PriceListId,
    ProductId, PromotionId, PurchaseId, RequestId, RunId, SupplierId, TransferId,
};
pub use refusal::Refusal;
