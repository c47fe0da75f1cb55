//! Foreign files into a book: what the imports and the sample shop have in common.
mod catalog;
mod document;
mod goods;
mod order;
mod people;
mod printed;
mod report;
mod run_of_file;

pub use report::{Created, ImportReport, RefusedRow};
pub(crate) use run_of_file::{Asked, UPDATED, Updated, import};
