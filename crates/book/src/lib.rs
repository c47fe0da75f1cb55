//! The book: one business's orders, stock and customers in one SQLite file.
//!
//! The only crate that knows our tables. The journal is the truth; everything else is a
//! projection of it, written in the same transaction.

mod act;
mod backup;
mod book;
mod connect;
mod device;
mod digest;
pub mod dto;
mod erase;
mod error;
mod files;
pub mod fold_text;
mod fresh;
mod issued;
pub mod journal;
mod keep_goods;
mod likeness;
mod medium;
mod memory;
mod migrate;
mod number_map;
mod open;
mod pack;
mod project;
pub mod read;
mod rebuild;
mod receive;
mod room;
mod row_set;
mod runs;
mod said;
mod settle;
pub mod sync;
mod terms;
mod training;
mod verify;
pub mod views;
mod waiting;
mod write;

pub use act::{Act, Outcome};
pub use book::{Book, Identity};
pub use device::Device;
pub use digest::Digest;
pub use error::{BookError, Result};
pub use files::KeptFile;
pub use likeness::Likeness;
pub use medium::Medium;
pub use migrate::SCHEMA;
pub use read::{IssuedContent, OfCode, PurchasesAsked, Read, custom_value, permission};
pub use receive::{Arrival, Received};
pub use said::Said;
pub use terms::Terms;
pub use verify::{Check, Verified};
pub use write::Tx;
