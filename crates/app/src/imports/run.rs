//! `imports.run`: a file into the open book, as a job. A layout that the program knows needs no
//! mapping. A dry run does everything and takes it back, transaction by transaction.
use exchange::Mapping;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::App;
use crate::error::AppError;
use crate::intake::{Asked, ImportReport, import};
use crate::jobs::{JobStarted, Jobs, json};

/// What to import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ImportsRun {
    /// The file.
    #[ts(optional = false)]
    pub path: String,
    /// What its columns are; a layout that the program knows needs none.
    pub mapping: Option<Mapping>,
    /// Runs everything, gives the report, and takes it back.
    pub dry_run: Option<bool>,
}

/// What it takes.
pub type Input = ImportsRun;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = ImportReport;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    let asked = Asked::of(&input.path, input.mapping, input.dry_run.unwrap_or(false))?;
    Jobs::start(app, "imports.run", move |app, progress| {
        json(&import(app, &open, &asked, progress)?)
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::event::Event;
    use crate::intake::ImportReport;
    use crate::jobs::JobPhase;
    use crate::testing::Shop;

    const ONLINE_RETAIL: [&str; 8] = [
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
        "536365,85123A,WHITE HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom",
        "536365,POST,POSTAGE,1,12/1/2010 8:26,18.00,17850,United Kingdom",
        "536366,85123a,white holder,1,12/1/2010 8:30,0.001,,France",
        "C536379,85123A,WHITE HOLDER,-1,12/1/2010 9:41,2.55,17850,United Kingdom",
        "A563185,B,Adjust bad debt,1,8/12/2011 14:50,11062.06,,United Kingdom",
        "536589,21777,,-10,12/1/2010 16:50,0,,United Kingdom",
        "bad,1,x,1,12/1/2010 9:41,1,,United Kingdom",
    ];

    fn import(shop: &Shop, dry_run: bool) -> ImportReport {
        let path = shop.path("OnlineRetail.csv");
        std::fs::write(&path, ONLINE_RETAIL.join("\n")).unwrap();
        let done = shop.job("imports.run", json!({ "path": path, "dry_run": dry_run }));
        serde_json::from_value(done.output.unwrap_or_else(|| panic!("{:?}", done.error))).unwrap()
    }

    #[test]
    fn every_row_is_accounted_for() {
        let shop = Shop::open();
        let report = import(&shop, false);
        let counts: Vec<(&str, i64)> = report
            .counts
            .iter()
            .map(|(k, n)| (k.as_str(), *n))
            .collect();
        let expected = [
            ("adjustment_line", 1),
            ("refused", 1),
            ("return_line", 1),
            ("sale_line", 3),
            ("write_off_line", 1),
        ];
        assert_eq!((report.rows, counts.as_slice()), (7, &expected[..]));
        assert_eq!(report.refused[0].row, 8);
        assert_eq!(
            (report.created.orders, report.created.stock_documents),
            (4, 1)
        );
        assert_eq!((report.created.customers, report.created.products), (1, 5));
        assert_eq!(
            (report.subcent_lines.count, report.rounding_difference_nano),
            (1, 1_000_000)
        );
    }

    #[test]
    fn imported_documents_are_placed_paid_and_done_with_under_their_own_number() {
        let shop = Shop::open();
        import(&shop, false);
        let page: Page<OrderRow> = shop.call(
            "orders.list",
            json!({ "sort": { "key": "placed", "descending": false }, "offset": 0, "limit": 10 }),
        );
        let row = &page.rows[0].head;
        assert_eq!(
            (row.external_id.as_deref(), row.channel.as_str()),
            (Some("536365"), "import")
        );
        assert_eq!((row.total_minor, row.payment), (3_330, PaymentStatus::Paid));
        assert_eq!(
            (row.state, row.fulfilment),
            (OrderState::Closed, FulfilmentStatus::Shipped)
        );
        assert_eq!(row.placed_local.as_deref(), Some("2010-12-01T08:26"));
        assert_eq!(page.rows[2].head.kind, OrderKind::Return);
    }

    #[test]
    fn importing_again_changes_nothing_and_says_so() {
        let shop = Shop::open();
        import(&shop, false);
        let before: BookInfo = shop.call("book.info", json!({}));
        let report = import(&shop, false);
        let after: BookInfo = shop.call("book.info", json!({}));
        assert_eq!((report.run, report.already_there), (None, 5));
        assert_eq!(before, after);
    }

    #[test]
    fn a_dry_run_reports_the_same_and_keeps_nothing() {
        let shop = Shop::open();
        let before: BookInfo = shop.call("book.info", json!({}));
        let tried = import(&shop, true);
        let after: BookInfo = shop.call("book.info", json!({}));
        assert_eq!((before, tried.dry_run), (after, true));
        let real = import(&shop, false);
        assert_eq!((tried.counts, tried.created), (real.counts, real.created));
    }

    #[test]
    fn an_import_is_taken_back_as_a_whole() {
        let shop = Shop::open();
        let run = import(&shop, false).run.unwrap();
        let input = json!({ "run": run, "request_id": shop.request() });
        let done = shop.job("imports.undo", input.clone());
        assert_eq!(done.state, JobPhase::Done, "{:?}", done.error);
        let info: BookInfo = shop.call("book.info", json!({}));
        assert_eq!((info.orders, info.products, info.customers), (0, 0, 0));
        let runs: crate::imports::list::ImportRuns = shop.call("imports.list", json!({}));
        assert_eq!(runs.runs[0].state, crate::imports::list::RunState::Undone);
        let again = shop.job("imports.undo", input);
        assert_eq!((again.state, again.output), (JobPhase::Done, done.output));
        let other = json!({ "run": run, "request_id": shop.request() });
        assert_eq!(shop.refused("imports.undo", other).0, "run_undone");
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], true);
        // What was taken back may come again.
        assert_eq!(import(&shop, false).created.orders, 4);
    }

    #[test]
    fn an_undo_under_the_request_of_something_else_is_refused_before_it_begins() {
        let shop = Shop::open();
        let run = import(&shop, false).run.unwrap();
        let request = shop.request();
        let customer = json!({ "name": "Ada", "request_id": request });
        let _: serde_json::Value = shop.call("customers.create", customer);
        let input = json!({ "run": run, "request_id": request });
        let refused = shop.refused("imports.undo", input);
        assert_eq!(
            refused,
            ("request_reused".into(), Some("request_id".into()))
        );
        let info: BookInfo = shop.call("book.info", json!({}));
        assert_eq!(info.orders, 4);
    }

    #[test]
    fn a_mapping_brings_any_table() {
        let shop = Shop::open();
        let path = shop.path("orders.csv");
        let table = "no;when;item;n;price\n7;24.12.2025;Tea;2;3,50\n7;24.12.2025;Cup;1;4,00\n";
        std::fs::write(&path, table).unwrap();
        let mapping = json!({
            "rows": "order_lines", "delimiter": ";", "decimal": "comma", "date_format": "D.M.YYYY",
            "columns": {
                "document_number": "no", "placed_at": "when", "sku": "item", "quantity": "n",
                "unit_price": "price"
            }
        });
        let done = shop.job("imports.run", json!({ "path": path, "mapping": mapping }));
        assert_eq!(done.state, JobPhase::Done, "{:?}", done.error);
        let page: Page<OrderRow> = shop.call("orders.list", json!({ "offset": 0, "limit": 10 }));
        assert_eq!(page.rows[0].head.total_minor, 1_100);
    }

    #[test]
    fn an_unknown_layout_asks_for_a_mapping() {
        let shop = Shop::open();
        let path = shop.path("x.csv");
        std::fs::write(&path, "a,b\n1,2\n").unwrap();
        let refused = shop.refused("imports.run", json!({ "path": path }));
        assert_eq!(refused, ("layout_unknown".into(), Some("mapping".into())));
    }

    #[test]
    fn an_import_called_off_leaves_whole_documents_and_is_completed_by_another() {
        let shop = Shop::ticking();
        let head = ONLINE_RETAIL[0].to_owned();
        let lines = (0..5_000).flat_map(|number| {
            let document = 500_000 + number;
            ["A", "B"].map(|sku| format!("{document},{sku},{sku},1,12/1/2010 8:26,1.00,,France"))
        });
        let table: Vec<String> = [head].into_iter().chain(lines).collect();
        let path = shop.path("OnlineRetail.csv");
        std::fs::write(&path, table.join("\n")).unwrap();
        let app = shop.app.clone();
        shop.app.subscribe(Box::new(move |event| {
            if let Event::Job(job) = event
                && job.done > 0
            {
                app.jobs().cancel(job.job).unwrap();
            }
        }));
        let done = shop.job("imports.run", json!({ "path": path }));
        assert_eq!(done.state, JobPhase::Cancelled, "{:?}", done.error);
        let first: ImportReport = serde_json::from_value(done.output.unwrap()).unwrap();
        assert!(first.cancelled && first.created.orders > 0, "{first:?}");
        assert_eq!(first.rows, 10_000);
        let info: BookInfo = shop.call("book.info", json!({}));
        assert_eq!(info.orders, first.created.orders);
        let totals: Page<OrderRow> = shop.call("orders.list", json!({ "offset": 0, "limit": 200 }));
        assert!(totals.rows.iter().all(|row| row.head.total_minor == 200));

        let quiet = crate::App::new(crate::AppOptions::scripted());
        quiet
            .call(
                "book.open",
                json!({ "path": shop.path("shop.counterbook") }),
            )
            .unwrap();
        let rest = whole_import(&quiet, &path);
        assert_eq!(rest.created.orders, 5_000 - first.created.orders);
        assert_eq!(rest.already_there, first.created.orders);
    }

    fn whole_import(app: &crate::App, path: &str) -> ImportReport {
        let started = app.call("imports.run", json!({ "path": path })).unwrap();
        let job = serde_json::from_value(started["job"].clone()).unwrap();
        loop {
            let state = app.jobs().get(job).unwrap();
            if state.state != JobPhase::Running {
                return serde_json::from_value(state.output.unwrap()).unwrap();
            }
            std::thread::yield_now();
        }
    }

    #[test]
    fn people_without_a_code_are_known_by_their_e_mail_address_and_keep_no_trace_in_facts() {
        let shop = Shop::open();
        let path = shop.path("people.csv");
        let row = |street: &str| format!("mail,name,street\nada@example.org,Ada,{street}\n");
        let mapping = json!({
            "rows": "customers", "columns": { "email": "mail", "name": "name", "street": "street" }
        });
        let run = |table: String| {
            std::fs::write(&path, table).unwrap();
            let done = shop.job("imports.run", json!({ "path": path, "mapping": mapping }));
            serde_json::from_value::<ImportReport>(done.output.unwrap()).unwrap()
        };
        assert_eq!(run(row("1 High St")).created.customers, 1);
        assert_eq!(run(row("1 High St")).run, None);
        assert_eq!(run(row("2 Low St")).outcomes["updated"], 1);
        let page: Page<CustomerRow> =
            shop.call("customers.list", json!({ "offset": 0, "limit": 10 }));
        assert_eq!((page.total, page.rows[0].code.as_deref()), (1, None));
    }
}
