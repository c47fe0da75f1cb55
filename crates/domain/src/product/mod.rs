//! Products and services: what is sold.

mod bundle;
mod decide;
mod images;
mod kept_back;
mod packs;
mod reprice;
mod state;
mod variants;

pub use bundle::{Beside, Bundle, BundleKind, Component, Find, bundle, enough_for_milli};
pub(crate) use bundle::{check_component, taken_milli};
pub use decide::{amend, create};
pub use images::{Arranged, ArrangedImage, Images, Pictured, arrange, picture};
pub use packs::Pack;
pub use reprice::{Ending, Reprice, reprice};
pub use state::{Product, ProductTerms};
pub use variants::{ProductOption, VariantSaid, variant, vary};
