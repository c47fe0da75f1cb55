//! Documents about orders: quote, confirmation, invoice, packing slip, pick list, label.
//!
//! What a document says is composed from what the book shows ([`letter`]), in the language asked
//! for ([`words`]), and typeset by the crate `documents`. An invoice is issued: numbered, kept in
//! the journal as it was said, and never changed again.

mod address;
mod countries;
pub mod export;
mod figures;
pub mod issue;
mod letter;
mod made;
pub mod preview;
mod words;
