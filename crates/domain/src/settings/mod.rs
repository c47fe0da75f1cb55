//! The business: name, currency, country, taxes and policies of the book.

mod carriers;
mod decide;
mod papers;
mod state;

pub use carriers::CarrierTerms;
pub use decide::{amend, create};
pub use papers::{
    LOGO_CHARS, PAPERS, PaperLook, PaperPlace, PaperTemplate, PaperText, Papers, Sheet, papers,
};
pub use state::{Settings, SettingsTerms, StatusPart, StockPolicy, TaxTerms};
