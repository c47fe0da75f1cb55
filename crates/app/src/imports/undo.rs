//! `imports.undo`: takes back what an import brought, as a job. Products and customers that other
//! records use by now stay.
use ::book::{Said, Tx};
use domain::{Subject, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;
use uuid::Uuid;

use crate::App;
use crate::bulk::Bulk;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, json as output};

/// Records of one transaction.
const TRANSACTION_RECORDS: usize = 1_000;

/// Which import to take back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportsUndo {
    /// The import.
    pub run: Uuid,
    /// Made by the caller when the question is asked.
    pub request_id: Uuid,
}

/// What was taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Undone {
    /// The import.
    pub run: Uuid,
    /// How many records.
    pub records: i64,
}

/// What it takes.
pub type Input = ImportsUndo;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = Undone;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    let records = open.book.read(|read| read.run_records(input.run))?;
    let runs = open.book.read(|read| read.runs())?;
    let Some((_, entries)) = runs.iter().find(|(run, _)| *run == input.run) else {
        return Err(AppError::not_found("run_unknown").in_field("run"));
    };
    if entries.iter().any(|entry| entry.kind == "import.undone") {
        return Err(AppError::conflict("run_undone").in_field("run"));
    }
    Jobs::start(app, "imports.undo", move |app, progress| {
        progress.step("undoing", "records", Some(records.len() as i64));
        let bulk = Bulk::new(app, &open, false);
        let mut done = 0;
        for part in records.chunks(TRANSACTION_RECORDS) {
            bulk.write(|tx| part.iter().try_for_each(|record| withdraw(tx, *record)))?;
            done += part.len() as i64;
            progress.done(done, None)?;
        }
        bulk.write(|tx| {
            let subject = Subject::new(SubjectKind::Run, input.run);
            Ok(tx.append(Said::new(
                subject,
                "import.undone",
                &json!({ "records": done }),
            ))?)
        })?;
        bulk.tell();
        output(&Undone {
            run: input.run,
            records: done,
        })
    })
}

fn withdraw(tx: &mut Tx<'_>, record: Subject) -> Result<(), AppError> {
    let kind = match record.kind {
        SubjectKind::Order => "order.withdrawn",
        SubjectKind::Stock => "stock.withdrawn",
        SubjectKind::Product => "product.withdrawn",
        SubjectKind::Customer => "customer.withdrawn",
        SubjectKind::Book | SubjectKind::Run => return Ok(()),
    };
    Ok(tx.append(Said::new(record, kind, &json!({})))?)
}
