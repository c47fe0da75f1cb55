//! Rows that a mapping describes.

mod cells;
mod customers;
mod kind;
mod orders;
mod products;

pub(crate) use customers::Customers;
pub(crate) use orders::Orders;
pub(crate) use products::Products;
