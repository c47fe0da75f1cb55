//! Price lists: what some customers pay, in which period, from which quantity on.

mod best;
mod decide;
mod state;

pub use best::{Asked, ListPrice, best};
pub use decide::{amend, create, price};
pub(crate) use decide::{check_validity, checked_set};
pub use state::{PriceBreak, PriceList, PriceListTerms, Priced, ProductPrices, Validity};
