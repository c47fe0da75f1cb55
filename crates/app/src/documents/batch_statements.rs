//! `documents.batch_statements`: the statements of many customers in one PDF or on paper, each on
//! pages of its own, as a job.
use book::dto::{CustomerFilter, CustomerSortKey, Sort, Statement};
use book::views::Asked;
use documents::{Content, Kind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::preview::refused;
use super::statement::{StatementPen, period};
use super::words::Words;
use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, Progress, json};
use crate::language::Language;
use crate::list::whole;
use crate::outlet::{Outlet, Taken};
use crate::print::Printing;

/// The most customers of one batch.
const CUSTOMERS: usize = 1_000;

/// A list of customers without a window.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CustomerQuestion {
    /// Words to search for; each must begin a word of the record.
    pub text: Option<String>,
    /// Which customers.
    pub filter: Option<CustomerFilter>,
    /// In which order they are taken.
    pub sort: Option<Sort<CustomerSortKey>>,
}

/// Whose accounts, over which days, and where they go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct StatementBatch {
    /// Of these customers, at most 1000.
    pub customers: Option<Vec<Uuid>>,
    /// Or of every customer of a list, at most 1000.
    pub list: Option<CustomerQuestion>,
    /// The first business day.
    #[ts(optional = false)]
    pub from: String,
    /// The last business day.
    #[ts(optional = false)]
    pub to: String,
    /// The language of their words; English when absent.
    pub language: Option<Language>,
    /// Leaves out customers who owe nothing and whose account did not move.
    pub skip_quiet: Option<bool>,
    /// The file that they are written to; replaced when it is there.
    pub path: Option<String>,
    /// Or where they are printed.
    pub print: Option<Printing>,
    /// Tells what would be written, and writes nothing.
    pub dry_run: Option<bool>,
}

/// What became of a batch of statements.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StatementBatchReport {
    /// Whether it was only tried.
    pub dry_run: bool,
    /// How many statements there are.
    pub done: i64,
    /// How many customers were left out, because their account says nothing.
    pub quiet: i64,
    /// What is owed on all of them, in the book's currency, minor units.
    pub closing_minor: i64,
    /// The file that was written.
    pub path: Option<String>,
    /// The printer that they went to.
    pub printer: Option<String>,
}

/// What it takes.
pub type Input = StatementBatch;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = StatementBatchReport;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    period(&input.from, &input.to)?;
    if !input.dry_run.unwrap_or(false) {
        Outlet::of(input.path.as_deref(), input.print.as_ref())?;
    }
    let customers = customers(&open, &input)?;
    Jobs::start(app, "documents.batch_statements", move |app, progress| {
        json(&work(app, &input, &customers, progress)?)
    })
}

/// The customers, each once.
fn customers(open: &OpenBook, asked: &StatementBatch) -> Result<Vec<Uuid>, AppError> {
    let (found, field) = match (&asked.customers, &asked.list) {
        (Some(chosen), None) => {
            let mut seen = std::collections::HashSet::new();
            let once = chosen.iter().copied().filter(|id| seen.insert(*id));
            (once.collect(), "customers")
        }
        (None, Some(list)) => (listed(open, list)?, "list"),
        _ => return Err(AppError::at("customers", "chosen_or_listed")),
    };
    if found.len() > CUSTOMERS {
        return Err(AppError::at(field, "too_many").with(CUSTOMERS));
    }
    Ok(found)
}

fn listed(open: &OpenBook, list: &CustomerQuestion) -> Result<Vec<Uuid>, AppError> {
    let found = open.book.read(|read| {
        whole(CUSTOMERS, |offset, limit| {
            let asked = Asked {
                text: list.text.clone(),
                filter: list.filter.clone().unwrap_or_default(),
                today: 0,
                sort: list.sort.clone(),
                offset,
                limit,
            };
            let page = open.views.customers(read, &asked)?;
            Ok((page.total, page.rows.iter().map(|row| row.id).collect()))
        })
    })?;
    Ok(found)
}

fn work(
    app: &App,
    input: &Input,
    customers: &[Uuid],
    progress: &mut Progress,
) -> Result<StatementBatchReport, AppError> {
    let language = input.language.unwrap_or_default();
    let days = period(&input.from, &input.to)?;
    let pen = StatementPen::new(app, language)?;
    let skips = input.skip_quiet.unwrap_or(false);
    let mut report = StatementBatchReport {
        dry_run: input.dry_run.unwrap_or(false),
        ..StatementBatchReport::default()
    };
    progress.step(
        "statements",
        "customers",
        i64::try_from(customers.len()).ok(),
    );
    let mut contents: Vec<Content> = Vec::new();
    for (customer, at) in customers.iter().zip(1..) {
        let made = pen.statement(app, *customer, days)?;
        if skips && is_quiet(&made.account) {
            report.quiet += 1;
        } else {
            report.done += 1;
            report.closing_minor += made.account.closing_minor;
            contents.push(made.content);
        }
        progress.done(at, None)?;
    }
    if !report.dry_run {
        let title = Words::of(language).title(Kind::Statement);
        let pdf = app
            .typesetter()
            .bound(&pen.template(), &contents)
            .map_err(|error| refused(error, Kind::Statement))?;
        let outlet = Outlet::of(input.path.as_deref(), input.print.as_ref())?;
        let taken = pdf.map(|pdf| outlet.take(app, title, &pdf)).transpose()?;
        let Taken { path, printer } = taken.unwrap_or_default();
        (report.path, report.printer) = (path, printer);
    }
    Ok(report)
}

/// Nothing was owed, nothing moved, and nothing is held.
fn is_quiet(account: &Statement) -> bool {
    let amounts = [
        account.opening_minor,
        account.closing_minor,
        account.credit_opening_minor,
        account.credit_closing_minor,
    ];
    let still = account.rows.is_empty() && account.credit_rows.is_empty();
    still && account.open.is_empty() && amounts == [0; 4]
}

#[cfg(test)]
mod tests {
    use book::dto::Order;
    use serde_json::{Value, json};

    use super::StatementBatchReport;
    use crate::testing::Shop;

    fn batch(shop: &Shop, mut more: Value) -> StatementBatchReport {
        more["from"] = json!("2026-11-01");
        more["to"] = json!("2026-11-30");
        let state = shop.job("documents.batch_statements", more);
        serde_json::from_value(state.output.unwrap()).unwrap()
    }

    /// Two customers who owe 10.00 each, and one who never bought anything.
    fn three(shop: &Shop) {
        let mug = shop.product("MUG", 10_000_000).row.id;
        for name in ["Ada", "Bob"] {
            let customer = shop.customer(name).row.id;
            let lines = json!([{ "product": mug, "quantity_milli": 1_000 }]);
            let order = json!({ "channel": "web", "customer": customer, "lines": lines });
            shop.write::<Order>("orders.place", order);
        }
        shop.customer("Quiet");
    }

    #[test]
    fn the_statements_of_a_list_come_as_one_file_without_those_that_say_nothing() {
        let shop = Shop::open();
        three(&shop);
        let tried = json!({ "list": {}, "skip_quiet": true, "dry_run": true });
        let tried = batch(&shop, tried);
        assert_eq!((tried.done, tried.quiet, tried.path), (2, 1, None));
        let path = shop.path("statements.pdf");
        let input = json!({ "list": {}, "skip_quiet": true, "path": path });
        let report = batch(&shop, input);
        assert_eq!((report.done, report.closing_minor), (2, 2_000));
        assert_eq!(report.path.as_deref(), Some(path.as_str()));
        let pdf = std::fs::read(path).unwrap();
        assert!(String::from_utf8_lossy(&pdf).contains("/Count 2"));
        assert_eq!(batch(&shop, json!({ "list": {}, "dry_run": true })).done, 3);
    }

    #[test]
    fn a_batch_says_whose_statements_and_where_they_go() {
        let shop = Shop::open();
        let asked = |more: Value| {
            let mut input = json!({ "from": "2026-11-01", "to": "2026-11-30" });
            for (key, value) in more.as_object().into_iter().flatten() {
                input[key] = value.clone();
            }
            shop.refused("documents.batch_statements", input).0
        };
        assert_eq!(asked(json!({ "path": "x.pdf" })), "chosen_or_listed");
        assert_eq!(asked(json!({ "list": {} })), "file_or_printer");
        let both = json!({ "list": {}, "path": "x.pdf", "print": {} });
        assert_eq!(asked(both), "file_or_printer");
    }
}
