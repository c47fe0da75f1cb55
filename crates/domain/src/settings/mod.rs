//! The business: name, currency, country, taxes and policies of the book.

mod decide;
mod state;

pub use decide::{amend, create};
pub use state::{Settings, SettingsTerms, StockPolicy, TaxTerms};
