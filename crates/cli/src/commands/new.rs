//! `counterbook new`: a new book in a new file.
use serde_json::json;

use crate::arguments::New;
use crate::failure::Failure;
use crate::house::{House, text_of, write_out};

/// Makes the book.
pub fn run(asked: &New) -> Result<(), Failure> {
    let info = House::empty().call(
        "book.create",
        json!({
            "path": text_of(&asked.book),
            "name": asked.name,
            "currency": asked.currency,
            "country": asked.country,
            "prices_include_tax": asked.prices_include_tax,
        }),
    )?;
    let (name, path) = (&info["name"], &info["path"]);
    let line = format!(
        "made {} for {}\n",
        path.as_str().unwrap_or_default(),
        name.as_str().unwrap_or_default()
    );
    write_out(line.as_bytes())
}
