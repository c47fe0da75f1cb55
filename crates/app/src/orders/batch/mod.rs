//! `orders.batch`: the same done with many orders, one after the other, as a job.
//!
//! A batch does nothing that a verb about one order could not: it calls that verb for each order,
//! under a request derived from its own and the order, so that a batch sent twice does everything
//! once. An order that refuses keeps no other from its turn.
mod act;
mod files;
mod one;
mod which;

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::App;
use crate::batch::{BatchOutcome, Counts, turns};
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, Progress, json};
use crate::outlet::Taken;
use crate::request::Create;
use files::Files;
use one::Batch;

pub use act::{
    OrderBatchAction, OrderBatchFile, OrderBatchInvoice, OrderBatchLists, OrderBatchShip,
    OrderBatchTags,
};
pub use which::OrderQuestion;

/// What is done with which orders.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderBatch {
    /// What is done.
    #[ts(optional = false)]
    pub action: OrderBatchAction,
    /// With these orders, at most 5000.
    pub orders: Option<Vec<Uuid>>,
    /// Or with every order of a list, at most 5000.
    pub list: Option<OrderQuestion>,
}

/// An order of a batch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderBatchResult {
    /// The order.
    pub order: Uuid,
    /// Its number; empty of a draft.
    pub number: String,
    /// Whose it is.
    pub customer_name: Option<String>,
    /// What became of it.
    pub outcome: BatchOutcome,
    /// What of it still waits for goods after goods were set aside.
    pub waiting_milli: Option<i64>,
    /// Why it was refused.
    pub error: Option<AppError>,
}

/// What a batch came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderBatchReport {
    /// Whether it was only tried.
    pub dry_run: bool,
    /// How many were done.
    pub done: i64,
    /// With how many there was nothing to do.
    pub unchanged: i64,
    /// How many were refused.
    pub refused: i64,
    /// How many were not looked at, because it was called off.
    pub left: i64,
    /// The file that was written.
    pub path: Option<String>,
    /// The printer that was printed on.
    pub printer: Option<String>,
    /// The orders that were looked at, in their order.
    pub orders: Vec<OrderBatchResult>,
}

/// What it takes.
pub type Input = Create<OrderBatch>;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = OrderBatchReport;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    if !input.part.dry_run.unwrap_or(false) {
        files::check(&input.body.action)?;
    }
    let orders = which::orders(app, &open, &input.body)?;
    Jobs::start(app, "orders.batch", move |app, progress| {
        json(&work(app, &open, &input, &orders, progress)?)
    })
}

fn work(
    app: &App,
    open: &Arc<OpenBook>,
    input: &Input,
    orders: &[Uuid],
    progress: &mut Progress,
) -> Result<OrderBatchReport, AppError> {
    let total = i64::try_from(orders.len()).unwrap_or(i64::MAX);
    progress.step("batch", "orders", Some(total));
    let batch = Batch::new(app, input);
    let mut files = Files::of(app, &input.body.action)?;
    let take = |order| batch.take(order, &mut files);
    let (results, called_off) = turns((app, open), orders, progress, take)?;
    let writes = !called_off && !batch.dry_run;
    let taken = if writes {
        files.write(app)?
    } else {
        Taken::default()
    };
    Ok(report(&batch, orders.len(), taken, results))
}

fn report(
    batch: &Batch<'_>,
    all: usize,
    taken: Taken,
    orders: Vec<OrderBatchResult>,
) -> OrderBatchReport {
    let counts = Counts::of(all, orders.iter().map(|one| one.outcome));
    OrderBatchReport {
        dry_run: batch.dry_run,
        done: counts.done,
        unchanged: counts.unchanged,
        refused: counts.refused,
        left: counts.left,
        path: taken.path,
        printer: taken.printer,
        orders,
    }
}

#[cfg(test)]
mod tests;
