//! Customers: persons and companies that buy.

mod ageing;
mod credit;
mod decide;
mod state;

pub use ageing::Ageing;
pub use credit::{Credit, Credited, PaidOut, credit, pay_out};
pub(crate) use decide::check_email;
pub use decide::{amend, create, erase};
pub use state::{Address, Customer, CustomerFacts, CustomerPersonal, TaxExemption};
