//! Verbs about practising: a copy of the book on the desk instead of the real one.
pub mod leave;
pub mod start;
