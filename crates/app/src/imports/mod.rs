//! Verbs about imports: foreign files in, one undoable run at a time.
mod catalog;
mod document;
mod goods;
pub mod inspect;
pub mod list;
mod order;
mod people;
mod report;
pub mod run;
mod run_of_file;
pub mod undo;

pub use report::{Created, ImportReport, RefusedRow};
pub(crate) use run_of_file::{Asked, import};
