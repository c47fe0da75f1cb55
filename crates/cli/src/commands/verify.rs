//! `counterbook verify`: checks a whole book, and says what was checked.
use serde_json::Value;

use crate::arguments::Book;
use crate::failure::Failure;
use crate::house::{House, write_out};

/// Checks the book; a check that fails is a failure.
pub fn run(asked: &Book) -> Result<(), Failure> {
    let found = House::open(&asked.book)?.job("book.verify", Value::Null)?;
    let mut text = String::new();
    for check in found["checks"].as_array().into_iter().flatten() {
        let word = if check["ok"] == true { "ok  " } else { "FAIL" };
        let name = check["name"].as_str().unwrap_or_default();
        let detail = check["detail"].as_str().unwrap_or_default();
        text.push_str(format!("{word} {name}  {detail}").trim_end());
        text.push('\n');
    }
    let digest = found["digest"].as_str().unwrap_or_default();
    text.push_str(&format!("digest {digest}\n"));
    write_out(text.as_bytes())?;
    if found["ok"] == true {
        write_out(b"the book is sound\n")
    } else {
        Err(Failure::Words(
            "the book is not sound; see the checks that failed".to_owned(),
        ))
    }
}
