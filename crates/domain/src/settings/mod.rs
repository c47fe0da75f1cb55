//! The business: name, currency, country, taxes and policies of the book.

mod carriers;
mod codes;
mod decide;
mod papers;
mod rates;
mod state;
mod tiles;

pub use carriers::CarrierTerms;
pub use codes::{CodePattern, CodeValue, Coded, Item, read_code};
pub use decide::{amend, create};
pub use papers::{
    LOGO_CHARS, PAPERS, PaperLook, PaperPlace, PaperTemplate, PaperText, Papers, Sheet, papers,
};
pub use rates::RateTerms;
pub use state::{AllocationPolicy, Settings, SettingsTerms, StatusPart, StockPolicy, TaxTerms};
pub use tiles::{TILE_PLACES, Tile, TilePage, TileTone};
