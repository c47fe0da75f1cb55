//! `products.get`: a product with everything about it.
use book::dto::Product;

use crate::request::RecordInput;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = Product;
