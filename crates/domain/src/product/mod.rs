//! Products and services: what is sold.

mod decide;
mod images;
mod reprice;
mod state;
mod variants;

pub use decide::{amend, create};
pub use images::{Arranged, ArrangedImage, Images, Pictured, arrange, picture};
pub use reprice::{Ending, Reprice, reprice};
pub use state::{Product, ProductTerms};
pub use variants::{ProductOption, VariantSaid, variant, vary};
