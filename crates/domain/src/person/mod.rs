//! People of the shop: who they are, what their role may do, and what of a deal needs more.

mod deal;
mod decide;
mod permission;
mod role;
mod state;

pub use deal::{DealLimits, check_deal};
pub use decide::{amend, create, set_pin};
pub use permission::Permission;
pub use role::{OWNER, RoleTerms, check_roles, default_roles, role_of};
pub use state::{Person, PersonPersonal, PersonTerms, PinSet};
