//! `documents.batch_statements`: the statements of many customers in one PDF or on paper, each on
//! pages of its own, or in a folder with a file for each, as a job.
use book::dto::{CustomerFilter, CustomerSortKey, Sort, Statement};
use book::views::Asked;
use documents::{Content, Kind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::preview::refused;
use super::statement::{MadeStatement, StatementPen, period};
use super::statement_files::Folder;
use super::words::Words;
use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, Progress, json};
use crate::language::Language;
use crate::list::whole;
use crate::outlet::{Outlet, Taken};
use crate::print::Printing;

/// The most customers of one document.
const CUSTOMERS: usize = 1_000;
/// The most customers of a folder.
const FILES: usize = 200_000;

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
    /// Of these customers, at most 1000 in one document.
    pub customers: Option<Vec<Uuid>>,
    /// Or of every customer of a list, at most 1000 in one document.
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
    /// Or the folder that each is written to, in a file of its own; made when it is not there.
    pub folder: Option<String>,
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
    /// How many customers were not looked at, because it was called off.
    pub left: i64,
    /// What is owed on all of them, in the book's currency, minor units.
    pub closing_minor: i64,
    /// The file that was written.
    pub path: Option<String>,
    /// The folder that they were written to.
    pub folder: Option<String>,
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
        check(&input)?;
    }
    let customers = customers(&open, &input)?;
    Jobs::start(app, "documents.batch_statements", move |app, progress| {
        json(&work(app, &input, &customers, progress)?)
    })
}

/// Refuses statements that would go nowhere, or to several places.
fn check(input: &Input) -> Result<(), AppError> {
    if input.folder.is_none() {
        return Outlet::of(input.path.as_deref(), input.print.as_ref()).map(drop);
    }
    match (&input.path, &input.print) {
        (None, None) => Ok(()),
        _ => Err(AppError::at("folder", "file_or_printer")),
    }
}

/// The customers, each once.
fn customers(open: &OpenBook, asked: &StatementBatch) -> Result<Vec<Uuid>, AppError> {
    let most = if asked.folder.is_some() {
        FILES
    } else {
        CUSTOMERS
    };
    let (found, field) = match (&asked.customers, &asked.list) {
        (Some(chosen), None) => {
            let mut seen = std::collections::HashSet::new();
            let once = chosen.iter().copied().filter(|id| seen.insert(*id));
            (once.collect(), "customers")
        }
        (None, Some(list)) => (listed(open, list, most)?, "list"),
        _ => return Err(AppError::at("customers", "chosen_or_listed")),
    };
    if found.len() > most {
        return Err(AppError::at(field, "too_many").with(most));
    }
    Ok(found)
}

fn listed(open: &OpenBook, list: &CustomerQuestion, most: usize) -> Result<Vec<Uuid>, AppError> {
    let found = open.book.read(|read| {
        whole(most, |offset, limit| {
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
    let pen = StatementPen::new(app, language)?;
    let mut report = StatementBatchReport {
        dry_run: input.dry_run.unwrap_or(false),
        ..StatementBatchReport::default()
    };
    let total = i64::try_from(customers.len()).unwrap_or(i64::MAX);
    progress.step("statements", "customers", Some(total));
    let mut place = Place::of(app, input, report.dry_run)?;
    for (customer, at) in customers.iter().zip(1..) {
        if let Err(called_off) = progress.go_on() {
            // What lies in a folder stays there; one document is whole or not at all.
            if !matches!(place, Place::Folder(_)) {
                return Err(called_off);
            }
            progress.break_off();
            report.left = total + 1 - at;
            break;
        }
        let made = pen.statement(app, *customer, period(&input.from, &input.to)?)?;
        if input.skip_quiet.unwrap_or(false) && is_quiet(&made.account) {
            report.quiet += 1;
        } else {
            report.done += 1;
            report.closing_minor += made.account.closing_minor;
            place.add(&pen, made)?;
        }
        // Called off: the next turn sees it, after this customer was counted.
        let _ = progress.done(at, None);
    }
    place.finish(app, input, &pen, &mut report)?;
    Ok(report)
}

/// Where statements go while they are made.
enum Place<'a> {
    /// Nowhere: it is only tried.
    Nowhere,
    /// Into one document.
    Document(Vec<Content>),
    /// Into a folder, one by one.
    Folder(Folder<'a>),
}

impl<'a> Place<'a> {
    fn of(app: &'a App, input: &Input, dry_run: bool) -> Result<Self, AppError> {
        match &input.folder {
            _ if dry_run => Ok(Self::Nowhere),
            Some(folder) => Folder::open(app, folder).map(Self::Folder),
            None => Ok(Self::Document(Vec::new())),
        }
    }

    fn add(&mut self, pen: &StatementPen, made: MadeStatement) -> Result<(), AppError> {
        match self {
            Self::Nowhere => {}
            Self::Document(contents) => contents.push(made.content),
            Self::Folder(folder) => folder.add(pen, &made)?,
        }
        Ok(())
    }

    fn finish(
        self,
        app: &App,
        input: &Input,
        pen: &StatementPen,
        report: &mut StatementBatchReport,
    ) -> Result<(), AppError> {
        match self {
            Self::Nowhere => {}
            Self::Folder(folder) => report.folder = Some(folder.shown()),
            Self::Document(contents) => {
                let title = Words::of(input.language.unwrap_or_default()).title(Kind::Statement);
                let pdf = app.typesetter().bound(&pen.template(), &contents);
                let pdf = pdf.map_err(|error| refused(error, Kind::Statement))?;
                let outlet = Outlet::of(input.path.as_deref(), input.print.as_ref())?;
                let taken = pdf.map(|pdf| outlet.take(app, title, &pdf)).transpose()?;
                let Taken { path, printer } = taken.unwrap_or_default();
                (report.path, report.printer) = (path, printer);
            }
        }
        Ok(())
    }
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
    fn a_folder_holds_a_file_for_each_customer_and_those_of_one_name_follow_each_other() {
        let shop = Shop::open();
        three(&shop);
        let mug = shop.product("CUP", 10_000_000).row.id;
        let customer = shop.customer("ADA").row.id;
        let lines = json!([{ "product": mug, "quantity_milli": 1_000 }]);
        let order = json!({ "channel": "web", "customer": customer, "lines": lines });
        shop.write::<Order>("orders.place", order);
        let folder = shop.path("statements");
        let input = json!({ "list": {}, "skip_quiet": true, "folder": folder });
        let report = batch(&shop, input);
        assert_eq!((report.done, report.quiet, report.left), (3, 1, 0));
        assert_eq!(report.folder.as_deref(), Some(folder.as_str()));
        let files = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = files
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort_by_key(|name| name.to_lowercase());
        let first = names
            .iter()
            .filter(|name| name.ends_with("-30.pdf"))
            .count();
        assert_eq!((names.len(), first), (3, 2), "{names:?}");
        assert!(names.iter().any(|name| name.ends_with("-30 (2).pdf")));
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
        let both = json!({ "list": {}, "path": "x.pdf", "folder": "x" });
        assert_eq!(asked(both), "file_or_printer");
    }
}
