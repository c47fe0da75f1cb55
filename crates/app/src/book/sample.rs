//! `book.sample`: opens the sample shop, and makes it first when it is not there.
use super::create::{BookCreate, create};
use super::sample_stock::opening_stock;
use super::{BookPath, open};
use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::imports::{Asked, import};
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
