//! One import of one file: batches of documents from the reader, a transaction for about a thousand
//! of them, a report that accounts for every row. Called off, it leaves whole documents only.
use std::sync::Arc;

use ::book::{Said, Tx};
use domain::currency::Currency;
use domain::{RunId, Subject, SubjectKind};
use exchange::{Batch, ForeignDocument, Layout, Mapping, Outcome, RowClass, Source};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::catalog::Catalog;
use super::document::Importer;
use super::printed::Printing;
use super::report::{Counted, ImportReport, RefusedRow};
use crate::App;
use crate::bulk::Bulk;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::jobs::Progress;

/// Documents of one transaction.
const TRANSACTION_DOCUMENTS: usize = 2_500;

/// What is to be imported.
pub(crate) struct Asked {
    source: Source,
    layout: Layout,
    dry_run: bool,
}

impl Asked {
    /// Finds the layout: the mapping's, or the one that the program knows.
    pub(crate) fn of(
        path: &str,
        mapping: Option<Mapping>,
        dry_run: bool,
    ) -> Result<Self, AppError> {
        let source = Source::file(path);
        let layout = match mapping {
            Some(mapping) => {
                mapping
                    .check()
                    .map_err(|error| AppError::from(exchange::ReadError::from(error)))?;
                Layout::Mapped(Box::new(mapping))
            }
            None => exchange::recognise(&source)?
                .ok_or_else(|| AppError::at("mapping", "layout_unknown"))?,
        };
        Ok(Self {
            source,
            layout,
            dry_run,
        })
    }
}

/// Imports a file into a book.
pub(crate) fn import(
    app: &App,
    open: &Arc<OpenBook>,
    asked: &Asked,
    progress: &mut Progress,
) -> Result<ImportReport, AppError> {
    progress.step("reading", "rows", None);
    let settings = open.book.read(|read| read.settings())?;
    let currency = Currency::parse(settings.currency())
        .map_err(|_| AppError::broken("currency_unknown").with(settings.currency()))?;
    let documents = exchange::read(&asked.source, &asked.layout, currency.minor_digits())?;
    let ahead = exchange::read_ahead(documents)?;
    progress.step("importing", "rows", Some(i64::from(ahead.total_rows())));
    let run = RunId(app.new_id());
    let catalog = match &asked.layout {
        Layout::OnlineRetail => Catalog::by_code(open)?,
        Layout::Mapped(_) => Catalog::with_people(open)?,
    };
    let printing = Printing::of(&asked.layout);
    let mut work = Work {
        bulk: Bulk::new(app, open, asked.dry_run),
        importer: Importer::new(app, settings, currency, run, catalog, printing),
        counted: Counted::default(),
        waiting: Vec::new(),
        started: false,
        run,
        file: asked.source.name().to_owned(),
    };
    for batch in ahead {
        work.take(batch?, progress)?;
    }
    work.finish(progress)
}

/// The kind of a run's entry that names the records of a transaction that were there before.
pub(crate) const UPDATED: &str = "import.updated";

/// What that entry says.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Updated {
    pub(crate) products: Vec<Uuid>,
    pub(crate) customers: Vec<Uuid>,
}

struct Work<'a> {
    bulk: Bulk<'a>,
    importer: Importer<'a>,
    counted: Counted,
    waiting: Vec<ForeignDocument>,
    started: bool,
    run: RunId,
    file: String,
}

impl Work<'_> {
    fn take(&mut self, batch: Batch, progress: &mut Progress) -> Result<(), AppError> {
        self.counted.read.add(&batch);
        let room = exchange::limits::REPORT_PROBLEMS.saturating_sub(self.counted.refused.len());
        let problems = batch.problems.iter().take(room).map(RefusedRow::from);
        self.counted.refused.extend(problems);
        self.waiting.extend(batch.documents);
        if self.waiting.len() >= TRANSACTION_DOCUMENTS && progress.go_on().is_ok() {
            self.write()?;
            // Called off: the rest is read on, so that the report accounts for every row.
            let _ = progress.done(i64::from(batch.rows_done), None);
        }
        if progress.go_on().is_err() {
            self.pass_over();
        }
        Ok(())
    }

    fn finish(mut self, progress: &mut Progress) -> Result<ImportReport, AppError> {
        if progress.go_on().is_ok() {
            self.write()?;
        }
        self.pass_over();
        let run = self.started.then_some(self.run.0);
        let report = self.counted.report(run, &self.file, self.bulk.is_dry_run());
        if self.started {
            self.bulk.write(|tx| tell_end(tx, &report))?;
        }
        self.bulk.tell();
        if report.cancelled {
            progress.break_off();
        }
        Ok(report)
    }

    fn pass_over(&mut self) {
        for document in self.waiting.drain(..) {
            self.counted
                .read
                .tally
                .settle(Outcome::NotReached, document.row_count());
        }
    }

    /// One transaction. The first one that writes anything tells that the run has begun.
    fn write(&mut self) -> Result<(), AppError> {
        let documents = std::mem::take(&mut self.waiting);
        let Self {
            bulk,
            importer,
            counted,
            started,
            run,
            file,
            ..
        } = self;
        bulk.write(|tx| {
            for document in &documents {
                let outcome = importer.write(tx, document, counted)?;
                let wrote = matches!(outcome, Outcome::Imported | Outcome::Updated);
                if wrote && !*started {
                    tell_start(tx, *run, file)?;
                    *started = true;
                }
            }
            tell_updated(tx, *run, std::mem::take(&mut importer.updated))
        })
    }
}

fn run_subject(run: Uuid) -> Subject {
    Subject::new(SubjectKind::Run, run)
}

fn tell_start(tx: &mut Tx<'_>, run: RunId, file: &str) -> Result<(), AppError> {
    let said = json!({ "file": file });
    Ok(tx.append(Said::new(run_subject(run.0), "import.started", &said))?)
}

/// Which records the transaction has changed: an undo finds the changes by its request.
fn tell_updated(tx: &mut Tx<'_>, run: RunId, records: Vec<Subject>) -> Result<(), AppError> {
    if records.is_empty() {
        return Ok(());
    }
    let of = |kind| {
        let records = records.iter().filter(move |record| record.kind == kind);
        records.map(|record| record.id).collect::<Vec<_>>()
    };
    let said = Updated {
        products: of(SubjectKind::Product),
        customers: of(SubjectKind::Customer),
    };
    Ok(tx.append(Said::new(run_subject(run.0), UPDATED, &said))?)
}

fn tell_end(tx: &mut Tx<'_>, report: &ImportReport) -> Result<(), AppError> {
    let Some(run) = report.run else { return Ok(()) };
    let said = json!({
        "file": report.file,
        "rows": report.rows,
        "counts": report.counts,
        "documents": report.documents,
        "created": report.created,
        "cancelled": report.cancelled,
    });
    Ok(tx.append(Said::new(run_subject(run), "import.finished", &said))?)
}

impl Counted {
    /// Moves the rows of a document that the reader accepted to the refused ones.
    pub(super) fn refuse(&mut self, document: &ForeignDocument, row: RefusedRow) {
        let class = RowClass::of(document);
        self.read
            .tally
            .refuse_accepted(class, &row.code, document.row_count());
        if self.refused.len() < exchange::limits::REPORT_PROBLEMS {
            self.refused.push(row);
        }
    }
}
