//! `customers.get`: a customer with everything about it.
use book::dto::Customer;

use crate::request::RecordInput;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = Customer;
