//! Documents about orders: quote, confirmation, invoice, packing slip, pick list, label.
//!
//! What a document says is composed from what the book shows ([`letter`]), in the language asked
//! for ([`words`]), and typeset by the crate `documents`. An invoice is issued: numbered, kept in
//! the journal as it was said, with its form for machines ([`electronic`]), and never changed.

mod address;
mod agreed;
mod countries;
mod electronic;
pub mod export;
mod figures;
pub mod issue;
mod letter;
mod made;
pub mod preview;
mod ship_to;
mod words;
