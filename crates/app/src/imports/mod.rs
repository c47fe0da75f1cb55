//! Verbs about imports: foreign files in, one undoable run at a time.
pub mod inspect;
pub mod list;
mod restore;
pub mod run;
pub mod undo;
