//! Documents about orders: quote, confirmation, invoice, packing slip, pick list, label.
//!
//! What a document says is composed from what the book shows ([`letter`]), in the language asked
//! for ([`words`]), dressed as the business has it ([`dress`]) and typeset by the crate
//! `documents`. An invoice or credit note is issued: numbered, kept in the journal as it was said,
//! with its form for machines ([`electronic`]), and never changed.

mod address;
mod agreed;
pub mod amend_papers;
pub mod batch_statements;
mod billed;
pub mod code;
mod countries;
mod dress;
mod electronic;
pub mod export;
pub mod export_labels;
pub mod export_purchase;
pub mod export_statement;
pub mod export_status;
mod fetched;
mod figures;
mod html;
pub mod issue;
pub mod issue_purchase;
mod labels;
mod letter;
mod made;
pub mod papers;
mod parties;
pub(crate) mod pick_lists;
pub mod preview;
pub mod preview_labels;
pub mod preview_purchase;
pub mod preview_statement;
pub mod print;
pub mod print_labels;
pub mod print_statement;
pub mod printers;
mod purchase;
mod purchase_words;
mod sample;
pub mod send_labels;
mod ship_to;
mod statement;
mod statement_files;
mod statement_words;
pub mod status;
mod status_page;
mod status_words;
mod sums;
mod table;
pub mod try_papers;
mod typeset_beside;
mod wave;
mod words;
mod zpl;
