//! Suppliers: whom goods are bought from, and what a product costs there.

mod decide;
mod state;
mod supply;

pub use decide::{amend, create};
pub use state::{Supplier, SupplierPersonal, SupplierTerms};
pub use supply::{Supplied, Supply, supply, unsupply};
