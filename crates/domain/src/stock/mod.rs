//! Stock documents that are not orders: adjustments with a reason.
//!
//! Movements are double entry over locations: what leaves one arrives at another, so that the
//! sum over all locations is zero for every product.

mod assembly;
mod decide;
mod state;

pub use assembly::{Assembled, assemble};
pub use decide::{Change, adjust};
pub use state::{Adjusted, AdjustedLine, StockDocument};

/// The shop's own location until more are added.
pub const MAIN: &str = "main";
/// Virtual location: goods that customers hold.
pub const CUSTOMER: &str = "customer";
/// Virtual location: the other side of counts and corrections.
pub const ADJUSTMENT: &str = "adjustment";

/// Virtual location: where goods come from that were bought.
pub const SUPPLIER: &str = "supplier";
/// Virtual location: goods on their way between two of ours.
pub const TRANSIT: &str = "transit";
/// Virtual location: where components become bundles, and bundles components.
pub const ASSEMBLY: &str = "assembly";
/// Virtual location: goods that were thrown away.
pub const SCRAP: &str = "scrap";

/// Whether a location is one of the virtual ones, whose goods are not ours to sell.
pub fn is_virtual(location: &str) -> bool {
    matches!(
        location,
        CUSTOMER | ADJUSTMENT | SCRAP | SUPPLIER | TRANSIT | ASSEMBLY
    )
}
