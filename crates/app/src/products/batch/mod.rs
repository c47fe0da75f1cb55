//! `products.batch`: the same changed of many products, one after the other, as a job.
//!
//! Each product is changed by `products.amend`, under a request derived from the batch's own, so
//! that a batch sent twice does everything once. The report holds what was before: sent back, it
//! undoes the batch wherever nothing has changed since.
mod change;
mod which;

use std::sync::Arc;

use domain::currency::Currency;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::App;
use crate::batch::{BatchOutcome, Counts, TRIES, tried, turns};
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, Progress, json};
use crate::request::{Create, request_of};

pub use change::{
    ProductArchived, ProductBatchChange, ProductBefore, ProductCustom, ProductFields,
    ProductReorder, ProductReprice, ProductRestore, ProductText,
};
pub use which::ProductQuestion;

/// What is changed of which products.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductBatch {
    /// What is changed.
    #[ts(optional = false)]
    pub change: ProductBatchChange,
    /// Of these products, at most 5000.
    pub products: Option<Vec<Uuid>>,
    /// Or of every product of a list, at most 5000.
    pub list: Option<ProductQuestion>,
}

/// A product of a batch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProductBatchResult {
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// Its title.
    pub title: String,
    /// What became of it.
    pub outcome: BatchOutcome,
    /// Why it was refused.
    pub error: Option<AppError>,
    /// Its fields before; absent when it was changed by an earlier run of the same batch.
    pub before: Option<ProductFields>,
    /// Its fields after.
    pub after: Option<ProductFields>,
    /// Its version after.
    pub version: i64,
}

/// What a batch came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProductBatchReport {
    /// Whether it was only tried.
    pub dry_run: bool,
    /// How many were changed.
    pub done: i64,
    /// With how many there was nothing to do.
    pub unchanged: i64,
    /// How many were refused.
    pub refused: i64,
    /// How many were not looked at, because it was called off.
    pub left: i64,
    /// The products that were looked at, in their order.
    pub products: Vec<ProductBatchResult>,
}

/// What it takes.
pub type Input = Create<ProductBatch>;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = ProductBatchReport;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    let settings = app.read_rows(|read| read.settings())?;
    input.body.change.check(&settings.terms.custom_fields)?;
    let products = which::products(&open, &input.body)?;
    Jobs::start(app, "products.batch", move |app, progress| {
        json(&work(app, &open, &input, &products, progress)?)
    })
}

fn work(
    app: &App,
    open: &Arc<OpenBook>,
    input: &Input,
    products: &[Uuid],
    progress: &mut Progress,
) -> Result<ProductBatchReport, AppError> {
    let total = i64::try_from(products.len()).unwrap_or(i64::MAX);
    progress.step("batch", "products", Some(total));
    let batch = Batch {
        app,
        input,
        dry_run: input.part.dry_run.unwrap_or(false),
        cent_micro: cent_micro(app)?,
        tries: if input.body.change.is_restore() {
            1
        } else {
            TRIES
        },
    };
    let (results, _) = turns((app, open), products, progress, |id| batch.take(id))?;
    Ok(report(batch.dry_run, products.len(), results))
}

/// The smallest unit of the book's currency, in millionths of the major unit.
fn cent_micro(app: &App) -> Result<i64, AppError> {
    let settings = app.read_rows(|read| read.settings())?;
    let digits = Currency::parse(settings.currency()).map_or(2, Currency::minor_digits);
    Ok(10_i64.pow(6_u32.saturating_sub(digits)))
}

fn report(dry_run: bool, all: usize, products: Vec<ProductBatchResult>) -> ProductBatchReport {
    let counts = Counts::of(all, products.iter().map(|one| one.outcome));
    ProductBatchReport {
        dry_run,
        done: counts.done,
        unchanged: counts.unchanged,
        refused: counts.refused,
        left: counts.left,
        products,
    }
}

/// A batch on its way.
struct Batch<'a> {
    app: &'a App,
    input: &'a Input,
    dry_run: bool,
    cent_micro: i64,
    /// So often a product is looked at anew when another writer was faster. What goes back does so
    /// only onto what the batch left.
    tries: usize,
}

impl Batch<'_> {
    /// Gives one product its turn. An error ends the whole batch.
    fn take(&self, id: Uuid) -> Result<ProductBatchResult, AppError> {
        let mut result = ProductBatchResult {
            product: id,
            sku: String::new(),
            title: String::new(),
            outcome: BatchOutcome::Unchanged,
            error: None,
            before: None,
            after: None,
            version: 0,
        };
        let once = || self.once(id, &mut result);
        (result.outcome, result.error) = tried(self.tries, once)?;
        Ok(result)
    }

    fn once(&self, id: Uuid, result: &mut ProductBatchResult) -> Result<BatchOutcome, AppError> {
        let now = self.app.read_rows(|read| read.product(id))?;
        result.sku.clone_from(&now.row.sku);
        result.title.clone_from(&now.row.title);
        result.version = now.row.version;
        let request = request_of(self.input.part.request_id, id);
        if self.app.read_rows(|read| read.was_carried_out(request))? {
            return Ok(BatchOutcome::Done);
        }
        let before = ProductFields::of(&now);
        let after = self.input.body.change.applied(&now, self.cent_micro)?;
        if before == after {
            return Ok(BatchOutcome::Unchanged);
        }
        let mut body = after.said_from(&before)?;
        body["id"] = json(&id)?;
        body["expected_version"] = json(&self.input.body.change.expected_version(&now))?;
        body["request_id"] = json(&request.0)?;
        body["dry_run"] = json(&self.dry_run)?;
        let written = self.app.call("products.amend", body)?;
        result.version = written["output"]["version"]
            .as_i64()
            .unwrap_or(now.row.version);
        result.before = Some(before);
        result.after = Some(after);
        Ok(BatchOutcome::Done)
    }
}

#[cfg(test)]
mod tests;
