//! Products and services: what is sold.

mod decide;
mod reprice;
mod state;
mod variants;

pub use decide::{amend, create};
pub use reprice::{Ending, Reprice, reprice};
pub use state::{Product, ProductTerms};
pub use variants::{ProductOption, VariantSaid, variant, vary};
