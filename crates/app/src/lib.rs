//! The verbs of the product. Hosts (the window, a local HTTP server, the command line) hold one
//! [`App`] and call verbs by name with JSON; nobody below knows that a window exists.
//!
//! Every verb is declared once, in [`commands`]; every error is an [`AppError`]; what a write
//! touched comes back with its answer and goes out to every subscriber.
mod app;
mod batch;
pub mod book;
mod bulk;
pub mod clock;
pub mod codegen;
pub mod codes;
pub mod commands;
pub mod counts;
mod credit;
mod custom;
pub mod customers;
mod day;
mod desk;
mod dispatch;
pub mod documents;
mod drawer;
mod error;
mod event;
mod face;
mod gate;
pub mod gift_cards;
pub mod imports;
pub mod intake;
pub mod jobs;
pub mod language;
mod list;
pub mod locations;
pub mod lots;
pub mod orders;
mod outlet;
mod panics;
mod parse;
pub mod people;
mod pieces;
mod place;
pub mod price_lists;
mod print;
mod product;
pub mod products;
pub mod promotions;
pub mod purchases;
mod raw;
pub mod receipts;
mod refused;
pub mod reports;
pub mod request;
pub mod seed;
mod settings;
pub mod shares;
pub mod shell;
mod small_file;
pub mod stock;
pub mod suppliers;
pub mod sync;
#[cfg(test)]
mod testing;
pub mod till;
pub mod training;
pub mod transfers;
pub mod typesetter;
mod verb;
mod write;

pub use self::app::{App, AppOptions, Bytes};
pub use self::commands::{VERBS, verb};
pub use self::error::{AppError, AppErrorKind};
pub use self::event::{Changed, Event, Subscriber};
pub use self::verb::{Verb, VerbKind};

/// The table of verbs.
pub fn verbs() -> &'static [Verb] {
    VERBS
}
