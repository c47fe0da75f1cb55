//! Customers: persons and companies that buy.

mod credit;
mod decide;
mod state;

pub use credit::{Credit, Credited, PaidOut, credit, pay_out};
pub use decide::{amend, create, erase};
pub use state::{Address, Customer, CustomerFacts, CustomerPersonal, TaxExemption};
