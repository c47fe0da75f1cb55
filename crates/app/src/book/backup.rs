//! `book.backup`: a verified copy of the open book in another file.
use crate::App;
use crate::error::AppError;
use crate::jobs::JobStarted;
use crate::jobs::{Jobs, json};
use crate::write::within;
use std::path::Path;

use super::BookPath;

/// What it takes.
pub type Input = BookPath;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = BookPath;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    if Path::new(&input.path).exists() {
        return Err(AppError::at("path", "file_exists").with(&input.path));
    }
    Jobs::start(app, "book.backup", move |_, progress| {
        progress.step("copying", "pages", None);
        within(|hold| {
            let path = Path::new(&input.path);
            open.book.backup(path, &mut |done, total| {
                hold.keep(progress.count(done, total))
            })
        })?;
        json(&input)
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_copy_opens_and_holds_the_same() {
        let shop = Shop::open();
        shop.product("MUG", 1_000_000);
        let path = shop.path("copy.counterbook");
        let done = shop.job("book.backup", json!({ "path": path }));
        assert_eq!(done.state, crate::jobs::JobPhase::Done, "{:?}", done.error);
        assert_eq!(
            shop.refused("book.backup", json!({ "path": path })).0,
            "file_exists"
        );
        let info: BookInfo = shop.call("book.open", json!({ "path": path }));
        assert_eq!(info.products, 1);
    }
}
