//! `book.status`: which book is open, and which were opened before.
use super::terms;
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use crate::settings::Recent;
use book::dto::BookInfo;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// What it takes.
pub type Input = Nothing;

/// A book opened before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct RecentBook {
    /// The file.
    pub path: String,
    /// The name of the business.
    pub name: String,
    /// When it was last opened, UTC.
    pub opened_at_ms: i64,
    /// The file is not there now.
    pub missing: bool,
}

/// What the start screen shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct BookStatus {
    /// The open book.
    pub open: Option<BookInfo>,
    /// Books opened before, the latest first.
    pub recent: Vec<RecentBook>,
    /// Whether this installation has the sample shop's data.
    pub sample_available: bool,
    /// The program's version.
    pub version: String,
}

/// What it gives.
pub type Output = BookStatus;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    let open = app
        .maybe_book()
        .map(|open| terms::info(app, &open))
        .transpose()?;
    Ok(BookStatus {
        open,
        recent: app
            .settings()
            .recent()
            .into_iter()
            .map(recent_book)
            .collect(),
        sample_available: app.sample_file().is_some(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

fn recent_book(recent: Recent) -> RecentBook {
    RecentBook {
        missing: !Path::new(&recent.path).is_file(),
        path: recent.path,
        name: recent.name,
        opened_at_ms: recent.opened_at_ms,
    }
}
