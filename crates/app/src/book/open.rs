//! `book.open`: opens a book; the one open before is closed.
use super::{recent, terms};
use crate::App;
use crate::error::AppError;
use book::Book;
use book::dto::BookInfo;
use std::path::Path;

use super::BookPath;

/// What it takes.
pub type Input = BookPath;
/// What it gives.
pub type Output = BookInfo;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let path = Path::new(&input.path);
    let book = Book::open(path).map_err(|error| AppError::from(error).in_field("path"))?;
    let open = app.put_book(book)?;
    let info = terms::info(app, &open)?;
    recent::remember(app, &info)?;
    Ok(info)
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_closed_book_opens_again_and_is_remembered() {
        let shop = Shop::open();
        shop.product("MUG", 1_000_000);
        shop.call::<serde_json::Value>("book.close", json!({}));
        assert_eq!(
            shop.refused("products.list", json!({ "offset": 0, "limit": 1 }))
                .0,
            "no_book"
        );
        let path = shop.path("shop.counterbook");
        let info: BookInfo = shop.call("book.open", json!({ "path": path }));
        assert_eq!(info.products, 1);
        let status: crate::book::status::BookStatus = shop.call("book.status", json!({}));
        assert_eq!(
            status.recent.iter().map(|it| &it.path).collect::<Vec<_>>(),
            [&path]
        );
    }

    #[test]
    fn a_file_that_is_no_book_is_named() {
        let shop = Shop::closed();
        let path = shop.path("letter.txt");
        std::fs::write(&path, "Dear Sir, this is no database at all.".repeat(99)).unwrap();
        let error = shop
            .app
            .call("book.open", json!({ "path": path }))
            .unwrap_err();
        assert_eq!(
            (error.code.as_str(), error.field.as_deref()),
            ("book_damaged", Some("path"))
        );
        let missing = json!({ "path": shop.path("nowhere.counterbook") });
        assert_eq!(shop.refused("book.open", missing).0, "book_missing");
    }
}
