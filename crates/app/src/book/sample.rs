//! `book.sample`: opens the sample shop, and makes it first when it is not there.
use super::create::{BookCreate, create};
use super::sample_stock::opening_stock;
use super::{BookPath, open};
use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::intake::{Asked, import};
use crate::jobs::JobStarted;
use crate::jobs::{Jobs, Progress, json};
use book::dto::BookInfo;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use ts_rs::TS;

/// Where the sample shop goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct BookSample {
    /// The file; one in this installation's folder when absent.
    pub path: Option<String>,
}

/// What it takes.
pub type Input = BookSample;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = BookInfo;

/// The shop that the data is of, without its name.
const NAME: &str = "Sample shop";
/// The file's name in this installation's folder.
const FILE: &str = "sample.counterbook";

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let path = place(app, input.path)?;
    let data = match path.is_file() {
        true => None,
        false => {
            let found = app.sample_file().map(Path::to_owned);
            Some(found.ok_or_else(|| AppError::unavailable("sample_missing"))?)
        }
    };
    Jobs::start(app, "book.sample", move |app, progress| {
        if let Some(data) = data {
            make(app, &path, &data, progress)?;
        }
        json(&open::run(
            app,
            BookPath {
                path: path.display().to_string(),
            },
        )?)
    })
}

fn place(app: &App, asked: Option<String>) -> Result<PathBuf, AppError> {
    let in_folder = || app.settings().folder().map(|folder| folder.join(FILE));
    let path = asked.map(PathBuf::from).or_else(in_folder);
    path.ok_or_else(|| AppError::at("path", "required"))
}

/// Makes the shop under another name first: what is called off half-way leaves no half a shop.
fn make(app: &App, path: &Path, data: &Path, progress: &mut Progress) -> Result<(), AppError> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        fs::create_dir_all(folder).map_err(|e| unwritable(path, &e))?;
    }
    let part = path.with_extension("part");
    forget(&part);
    let made = fill(app, &part, data, progress);
    if let Err(error) = made {
        forget(&part);
        return Err(error);
    }
    fs::rename(&part, path).map_err(|error| unwritable(path, &error))
}

fn fill(app: &App, part: &Path, data: &Path, progress: &mut Progress) -> Result<(), AppError> {
    let asked = BookCreate {
        path: part.display().to_string(),
        name: NAME.to_owned(),
        currency: "GBP".to_owned(),
        country: "GB".to_owned(),
        prices_include_tax: Some(false),
        taxes: None,
    };
    let open = Arc::new(OpenBook::new(create(app, &asked, true)?)?);
    let report = import(
        app,
        &open,
        &Asked::of(&data.display().to_string(), None, false)?,
        progress,
    )?;
    if report.cancelled {
        return Err(AppError::unavailable("cancelled"));
    }
    opening_stock(app, &open, progress)
}

fn unwritable(path: &Path, error: &std::io::Error) -> AppError {
    let detail = format!("{}: {error}", path.display());
    AppError::unavailable("file_unwritable")
        .in_field("path")
        .with(detail)
}

/// A half-made file and its logs; what is not there need not go.
fn forget(part: &Path) {
    for ending in ["part", "part-wal", "part-shm"] {
        let _ = fs::remove_file(part.with_extension(ending));
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::jobs::JobPhase;
    use crate::testing::Shop;

    const TABLE: &str = concat!(
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n",
        "536365,85123A,WHITE HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom\n",
        "536366,POST,POSTAGE,1,12/1/2010 8:28,18.00,17850,United Kingdom\n",
    );

    #[test]
    fn the_sample_shop_is_made_once_with_stock_that_covers_its_sales() {
        let shop = Shop::with_sample(TABLE);
        let done = shop.job("book.sample", json!({}));
        assert_eq!(done.state, JobPhase::Done, "{:?}", done.error);
        let info: BookInfo = shop.call("book.info", json!({}));
        assert!(info.sample);
        assert_eq!((info.orders, info.products), (2, 2));
        let list = json!({ "text": "white", "offset": 0, "limit": 5 });
        let page: Page<ProductRow> = shop.call("products.list", list);
        assert!(page.rows[0].on_hand_milli >= 0, "{:?}", page.rows[0]);
        let again = shop.job("book.sample", json!({}));
        let again: BookInfo = serde_json::from_value(again.output.unwrap()).unwrap();
        assert_eq!((again.id, again.orders), (info.id, 2));
    }

    #[test]
    fn without_its_data_there_is_no_sample_shop() {
        let shop = Shop::closed();
        assert_eq!(shop.refused("book.sample", json!({})).0, "sample_missing");
    }
}
