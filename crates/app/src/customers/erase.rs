//! `customers.erase`: takes a person's data out of the book and its journal, for ever.
use book::dto::Customer;

use crate::request::{Amend, Nothing, Written};

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Customer>;
