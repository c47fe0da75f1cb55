//! Products and services: what is sold.

mod decide;
mod state;

pub use decide::{amend, create};
pub use state::{Product, ProductTerms};
