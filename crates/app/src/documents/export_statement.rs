//! `documents.export_statement`: a customer's account over a period, written to a PDF file.
use std::path::Path;

use documents::{Kind, Pdf};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::export::WrittenDocument;
use super::issue::digest;
use super::preview::refused;
use super::statement::{StatementInput, made};
use crate::App;
use crate::error::AppError;
use crate::request::{Part, With};
use crate::settings::replace;

/// Where it goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementTarget {
    /// The file; replaced when it is there.
    pub path: String,
}

impl Part for StatementTarget {
    const KEYS: &'static [&'static str] = &["path"];
}

/// What it takes.
pub type Input = With<StatementTarget, StatementInput>;
/// What it gives.
pub type Output = WrittenDocument;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (made, template) = made(app, &input.body)?;
    let data = app
        .typesetter()
        .pdf(&template, &made.content, &Pdf::default())
        .map_err(|error| refused(error, Kind::Statement))?;
    let path = input.part.path;
    replace(Path::new(&path), &data).map_err(|error| {
        AppError::unavailable("file_unwritable")
            .in_field("path")
            .with(error)
    })?;
    Ok(WrittenDocument {
        path,
        bytes: data.len() as i64,
        sha256: digest(&data),
    })
}

#[cfg(test)]
mod tests {
    use book::dto::{Order, Statement};
    use documents::Content;
    use serde_json::{Value, json};

    use super::WrittenDocument;
    use crate::documents::statement::{StatementInput, made};
    use crate::error::AppError;
    use crate::language::Language;
    use crate::testing::{NOON_MS, Shop};

    const DAY_MS: i64 = 86_400_000;

    fn said(shop: &Shop, customer: uuid::Uuid, from: &str, to: &str) -> Content {
        let asked = StatementInput {
            customer,
            from: from.to_owned(),
            to: to.to_owned(),
            language: Some(Language::En),
        };
        let made: Result<_, AppError> = made(&shop.app, &asked);
        made.unwrap().0.content
    }

    /// An order that was invoiced and paid in part a day later.
    fn two_days(shop: &Shop) -> uuid::Uuid {
        let ada = shop.customer("Ada").row.id;
        let mug = shop.product("MUG", 10_000_000).row.id;
        let lines = json!([{ "product": mug, "quantity_milli": 1_000 }]);
        let order = json!({ "channel": "web", "customer": ada, "lines": lines });
        let order: Order = shop.write("orders.place", order);
        let issue = shop.change(&order, json!({ "kind": "invoice" }));
        let order: Order = shop.write("documents.issue", issue);
        shop.clock.set(NOON_MS + DAY_MS);
        let pay = json!({ "method": "card", "amount_minor": 400 });
        shop.write::<Value>("orders.pay", shop.change(&order, pay));
        ada
    }

    #[test]
    fn a_statement_says_what_the_verb_about_the_account_computes() {
        let shop = Shop::open();
        let ada = two_days(&shop);
        let asked = json!({ "id": ada, "from": "2026-11-23", "to": "2026-11-24" });
        let account: Statement = shop.call("customers.statement", asked);
        let content = said(&shop, ada, "2026-11-23", "2026-11-24");
        let cells: Vec<Vec<String>> = content.rows.iter().map(|row| row.cells.clone()).collect();
        assert_eq!(cells.len(), account.rows.len() + 1);
        let shown = |row: &[&str; 5]| row.map(str::to_owned).to_vec();
        let expected = [
            ["23 Nov 2026", "Balance brought forward", "", "", "0.00"],
            ["23 Nov 2026", "Invoice I-A-000001", "10.00", "", "10.00"],
            ["24 Nov 2026", "Payment A-000001", "", "4.00", "6.00"],
        ];
        assert_eq!(cells, expected.iter().map(shown).collect::<Vec<_>>());
        assert_eq!(content.rows[2].detail.as_deref(), Some("Card"));
        assert_eq!(content.sums[0].label, "Balance GBP on 24 Nov 2026");
        assert_eq!(content.sums[0].value, "6.00");
        let ages = &content.tables[0].rows[0].cells;
        assert_eq!(ages, &["0.00", "6.00", "0.00", "0.00", "0.00"]);
        let open = &content.tables[1].rows[0].cells;
        assert_eq!(open[1], "Invoice I-A-000001");
    }

    #[test]
    fn a_later_period_begins_with_what_was_owed() {
        let shop = Shop::open();
        let ada = two_days(&shop);
        let content = said(&shop, ada, "2026-11-25", "2026-11-30");
        assert_eq!(content.rows.len(), 1);
        assert_eq!(content.rows[0].cells[4], "6.00");
        assert_eq!(content.sums[0].value, "6.00");
    }

    #[test]
    fn a_statement_is_a_file() {
        let shop = Shop::open();
        let ada = two_days(&shop);
        let path = shop.path("statement.pdf");
        let input = json!({ "customer": ada, "path": path, "language": "de",
            "from": "2026-11-01", "to": "2026-11-30" });
        let file: WrittenDocument = shop.call("documents.export_statement", input);
        let pdf = std::fs::read(path).unwrap();
        assert!(pdf.starts_with(b"%PDF-") && file.bytes == pdf.len() as i64);
        let turned = json!({ "customer": ada, "from": "2026-11-02", "to": "2026-11-01" });
        let refused = shop.refused("documents.preview_statement", turned);
        assert_eq!(refused.0, "day_before_first");
    }
}
