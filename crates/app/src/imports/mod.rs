//! Verbs about imports: foreign files in, one undoable run at a time.
pub mod inspect;
pub mod list;
pub mod run;
pub mod undo;
