//! `counterbook rebuild`: every projection anew from the journal.
use serde_json::Value;

use crate::arguments::Book;
use crate::failure::Failure;
use crate::house::{House, write_out};

/// Rebuilds the book.
pub fn run(asked: &Book) -> Result<(), Failure> {
    let rebuilt = House::open(&asked.book)?.job("book.rebuild", Value::Null)?;
    let digest = rebuilt["digest"].as_str().unwrap_or_default();
    write_out(format!("rebuilt; digest {digest}\n").as_bytes())
}
