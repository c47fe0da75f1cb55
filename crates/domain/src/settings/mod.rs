//! The business: name, currency, country, taxes and policies of the book.

mod carriers;
mod decide;
mod rates;
mod state;

pub use carriers::CarrierTerms;
pub use decide::{amend, create};
pub use rates::RateTerms;
pub use state::{Settings, SettingsTerms, StockPolicy, TaxTerms};
