//! `imports.undo`: takes back what an import brought, as a job. Products and customers that other
//! records use by now stay; records that were there before get back what they were. The same
//! request again gives the same outcome.
use std::collections::HashSet;

use ::book::{Said, Tx};
use domain::{Entry, RequestId, Subject, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;
use uuid::Uuid;

use super::restore::{KeptRecord, restore};
use crate::App;
use crate::bulk::Bulk;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::intake::{UPDATED, Updated};
use crate::jobs::{JobStarted, Jobs, Progress, json as output};

/// Records of one transaction.
const TRANSACTION_RECORDS: usize = 1_000;
/// Records that stay in part and are named; more are not.
const KEPT_RECORDS: usize = 1_000;
/// The kind of the entry that ends an undo.
const UNDONE: &str = "import.undone";

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
    /// How many records that it had made were taken out.
    pub records: i64,
    /// How many records that were there before have got fields back.
    pub restored: i64,
    /// Records of which something stays, because it was changed since; the first thousand.
    pub kept: Vec<KeptRecord>,
}

/// What an undo leaves in the journal.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Told {
    records: i64,
    restored: i64,
    kept: Vec<KeptRecord>,
}

impl Told {
    /// The answer, with the names that records have now.
    fn answer(self, open: &OpenBook, run: Uuid) -> Result<Undone, AppError> {
        let kept = self.kept.into_iter();
        let kept = open
            .book
            .read(|read| Ok(kept.map(|kept| kept.named(read)).collect()))?;
        Ok(Undone {
            run,
            records: self.records,
            restored: self.restored,
            kept,
        })
    }
}

/// What it takes.
pub type Input = ImportsUndo;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = Undone;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    let request = RequestId(input.request_id);
    let entries = run_entries(&open, input.run)?;
    if let Some(undone) = entries.iter().find(|entry| entry.kind == UNDONE) {
        if undone.request_id != request {
            return Err(AppError::conflict("run_undone").in_field("run"));
        }
        let told: Told = serde_json::from_str(&undone.payload).unwrap_or_default();
        return Jobs::start(app, "imports.undo", move |_, _| {
            output(&told.answer(&open, input.run)?)
        });
    }
    if !open
        .book
        .read(|read| read.request_records(request))?
        .is_empty()
    {
        return Err(AppError::conflict("request_reused").in_field("request_id"));
    }
    let work = Work {
        made: open.book.read(|read| read.run_records(input.run))?,
        updated: updated(&entries),
        input,
    };
    Jobs::start(app, "imports.undo", move |app, progress| {
        let told = work.carry_out(&Bulk::new(app, &open, false), progress)?;
        output(&told.answer(&open, work.input.run)?)
    })
}

fn run_entries(open: &OpenBook, run: Uuid) -> Result<Vec<Entry>, AppError> {
    let runs = open.book.read(|read| read.runs())?;
    let found = runs.into_iter().find(|(known, _)| *known == run);
    let found = found.map(|(_, entries)| entries);
    found.ok_or_else(|| AppError::not_found("run_unknown").in_field("run"))
}

/// A record that was there before, and the requests under which the import changed it.
type Changed = (Subject, HashSet<RequestId>);

/// The records that a run has changed, in the order in which it did.
fn updated(entries: &[Entry]) -> Vec<Changed> {
    let mut places = std::collections::HashMap::new();
    let mut found: Vec<Changed> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.kind == UPDATED) {
        let said: Updated = serde_json::from_str(&entry.payload).unwrap_or_default();
        let subject = |kind| move |id| Subject::new(kind, id);
        let products = said.products.into_iter().map(subject(SubjectKind::Product));
        let customers = said
            .customers
            .into_iter()
            .map(subject(SubjectKind::Customer));
        for record in products.chain(customers) {
            let place = *places.entry(record).or_insert_with(|| {
                found.push((record, HashSet::new()));
                found.len() - 1
            });
            found[place].1.insert(entry.request_id);
        }
    }
    found
}

/// What there is to take back.
struct Work {
    input: ImportsUndo,
    made: Vec<Subject>,
    updated: Vec<Changed>,
}

impl Work {
    fn carry_out(&self, bulk: &Bulk<'_>, progress: &mut Progress) -> Result<Told, AppError> {
        let total = (self.made.len() + self.updated.len()) as i64;
        progress.step("undoing", "records", Some(total));
        let mut told = Told::default();
        for part in self.updated.chunks(TRANSACTION_RECORDS) {
            bulk.write(|tx| restore_all(tx, part, &mut told))?;
        }
        for part in self.made.chunks(TRANSACTION_RECORDS) {
            bulk.write(|tx| part.iter().try_for_each(|record| withdraw(tx, *record)))?;
            told.records += part.len() as i64;
            progress.done(self.updated.len() as i64 + told.records, None)?;
        }
        let request = RequestId(self.input.request_id);
        bulk.write_once(request, |tx| {
            let subject = Subject::new(SubjectKind::Run, self.input.run);
            Ok(tx.append(Said::new(subject, UNDONE, &told))?)
        })?;
        bulk.tell();
        Ok(told)
    }
}

fn restore_all(tx: &mut Tx<'_>, part: &[Changed], told: &mut Told) -> Result<(), AppError> {
    for (record, requests) in part {
        let (restored, kept) = restore(tx, *record, requests)?;
        told.restored += i64::from(restored);
        let room = told.kept.len() < KEPT_RECORDS;
        told.kept.extend(kept.filter(|_| room));
    }
    Ok(())
}

fn withdraw(tx: &mut Tx<'_>, record: Subject) -> Result<(), AppError> {
    let kind = match record.kind {
        SubjectKind::Order => "order.withdrawn",
        SubjectKind::Stock => "stock.withdrawn",
        SubjectKind::Product => "product.withdrawn",
        SubjectKind::Customer => "customer.withdrawn",
        SubjectKind::Book
        | SubjectKind::Run
        | SubjectKind::Till
        | SubjectKind::PriceList
        | SubjectKind::Promotion
        | SubjectKind::Person
        | SubjectKind::Audit
        | SubjectKind::Location
        | SubjectKind::Transfer
        | SubjectKind::Count
        | SubjectKind::GiftCard
        | SubjectKind::Supplier
        | SubjectKind::Purchase
        | SubjectKind::Sealing
        | SubjectKind::Share
        | SubjectKind::Other(_) => return Ok(()),
    };
    Ok(tx.append(Said::new(record, kind, &json!({})))?)
}
