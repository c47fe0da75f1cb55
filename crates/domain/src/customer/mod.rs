//! Customers: persons and companies that buy.

mod decide;
mod state;

pub use decide::{amend, create, erase};
pub use state::{Address, Customer, CustomerFacts, CustomerPersonal, TaxExemption};
