//! `counterbook backup`: a verified copy of a book.
use serde_json::json;

use crate::arguments::Backup;
use crate::failure::Failure;
use crate::house::{House, text_of, write_out};

/// Copies the book.
pub fn run(asked: &Backup) -> Result<(), Failure> {
    let path = text_of(&asked.file);
    House::open(&asked.book)?.job("book.backup", json!({ "path": path }))?;
    write_out(format!("copied to {path}\n").as_bytes())
}
