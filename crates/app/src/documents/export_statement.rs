//! `documents.export_statement`: what a customer owes, order by order, written to a PDF file.
use std::path::Path;

use book::dto::{Customer, OrderFilter, OrderRow, OrderState, PaymentStatus};
use book::views::{Asked, WINDOW_ROWS};
use documents::{Align, Column, Content, Fact, Kind, Party, Row, pdf};
use domain::settings::{PaperLook, PaperPlace, Settings};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::export::WrittenDocument;
use super::figures::{Figures, digits};
use super::issue::digest;
use super::letter::{dressed, legal, sender};
use super::preview::refused;
use super::sums::strong;
use super::table::{column, wide};
use super::words::{Words, with};
use super::{address, dress};
use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::language::Language;
use crate::settings::replace;

/// The most orders of a statement.
const ORDERS: i64 = 5_000;

/// Whose account, in which words, to which file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct StatementInput {
    /// The customer.
    #[ts(optional = false)]
    pub customer: Uuid,
    /// The file; replaced when it is there.
    #[ts(optional = false)]
    pub path: String,
    /// The language of its words; English when absent.
    pub language: Option<Language>,
}

/// What it takes.
pub type Input = StatementInput;
/// What it gives.
pub type Output = WrittenDocument;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    let book = open.book.id();
    let (customer, settings, papers) = app.read(|read| {
        let customer = read.customer(input.customer)?;
        Ok((customer, read.settings()?, dress::now(read, book)?))
    })?;
    let orders = unpaid(&open, input.customer)?;
    let template = dress::template(&papers, Kind::Statement);
    let account = Account {
        customer: &customer,
        settings: &settings,
        look: &papers.look.clone().unwrap_or_default(),
        has_logo: template.logo.is_some(),
        language: input.language.unwrap_or_default(),
        today: app.today()?,
        orders: &orders,
    };
    let data = pdf(&template, &account.content(), &documents::Pdf::default()).map_err(refused)?;
    replace(Path::new(&input.path), &data).map_err(|error| {
        AppError::unavailable("file_unwritable")
            .in_field("path")
            .with(error)
    })?;
    Ok(WrittenDocument {
        path: input.path,
        bytes: data.len() as i64,
        sha256: digest(&data),
    })
}

/// The orders of a customer on which something is owed, by either side, oldest first.
fn unpaid(open: &OpenBook, customer: Uuid) -> Result<Vec<OrderRow>, AppError> {
    let filter = OrderFilter {
        customer: Some(customer),
        state: Some(vec![OrderState::Placed, OrderState::Closed]),
        payment: Some(vec![
            PaymentStatus::Unpaid,
            PaymentStatus::PartPaid,
            PaymentStatus::CreditOwed,
        ]),
        ..OrderFilter::default()
    };
    let mut orders = Vec::new();
    for offset in (0..ORDERS).step_by(WINDOW_ROWS as usize) {
        let asked = Asked {
            filter: filter.clone(),
            offset,
            ..Asked::default()
        };
        let page = open.book.read(|read| open.views.orders(read, &asked))?;
        let is_last = page.rows.len() < WINDOW_ROWS as usize;
        orders.extend(page.rows);
        if is_last {
            break;
        }
    }
    orders.reverse();
    Ok(orders)
}

struct Account<'a> {
    customer: &'a Customer,
    settings: &'a Settings,
    look: &'a PaperLook,
    has_logo: bool,
    language: Language,
    today: domain::Day,
    orders: &'a [OrderRow],
}

impl Account<'_> {
    fn content(&self) -> Content {
        let words = Words::of(self.language);
        let currency = self.settings.currency();
        let figures = Figures::new(self.language, digits(currency));
        let said = |place| {
            let (kind, language) = (Kind::Statement.word(), self.language.tag());
            self.look.text(place, kind, language).map(str::to_owned)
        };
        let due: i64 = self.orders.iter().map(due_minor).sum();
        let owed = with(words.due_in, &[currency]);
        let facts = [
            (words.date, Some(figures.day(self.today))),
            (words.customer, self.customer.row.code.clone()),
        ];
        let facts = facts.into_iter().filter_map(|(label, value)| {
            let (label, value) = (label.to_owned(), value?);
            Some(Fact { label, value })
        });
        Content {
            language: self.language.tag().to_owned(),
            title: words.title(Kind::Statement).to_owned(),
            date: self.today.to_string(),
            sender: sender(self.settings),
            recipient: Some(self.recipient()),
            facts: facts.collect(),
            opening: said(PaperPlace::Opening),
            columns: columns(words),
            rows: self.orders.iter().map(|row| cells(row, &figures)).collect(),
            sums: vec![strong(&owed, figures.money(due))],
            closing: said(PaperPlace::Closing).into_iter().collect(),
            legal: legal(self.settings, words, true),
            page_words: words.page.to_owned(),
            ..dressed(self.look, self.has_logo, Kind::Statement, self.language)
        }
    }

    fn recipient(&self) -> Party {
        let home = self.settings.terms.country.as_deref().unwrap_or_default();
        let known = self.customer.address.as_ref();
        let lines = known.map(|known| address::lines(known, home));
        Party {
            name: self.customer.row.name.clone(),
            address: lines.unwrap_or_default(),
            contact: Vec::new(),
        }
    }
}

fn due_minor(row: &OrderRow) -> i64 {
    row.head.total_minor - row.head.paid_minor
}

fn columns(words: &Words) -> Vec<Column> {
    vec![
        wide(words.order),
        column(words.placed, Align::Start),
        column(words.pay_by, Align::Start),
        column(words.total, Align::End),
        column(words.paid, Align::End),
        column(words.due, Align::End),
    ]
}

fn cells(row: &OrderRow, figures: &Figures) -> Row {
    let head = &row.head;
    let day = |day: &Option<String>| day.as_deref().map(|day| figures.day_of(day));
    Row {
        cells: vec![
            head.number.clone(),
            figures.day_of(&head.day),
            day(&head.due_day).unwrap_or_default(),
            figures.money(head.total_minor),
            figures.money(head.paid_minor),
            figures.money(due_minor(row)),
        ],
        detail: None,
    }
}

#[cfg(test)]
mod tests {
    use book::dto::Order;
    use serde_json::{Value, json};

    use super::{WrittenDocument, unpaid};
    use crate::testing::Shop;

    #[test]
    fn a_statement_names_what_is_owed_and_leaves_out_what_is_paid() {
        let shop = Shop::open();
        let ada = shop.customer("Ada").row.id;
        let mug = shop.product("MUG", 10_000_000).row.id;
        let order = |paid_minor: i64| {
            let lines = json!([{ "product": mug, "quantity_milli": 1_000 }]);
            let order = json!({ "channel": "web", "customer": ada, "lines": lines });
            let order: Order = shop.write("orders.place", order);
            if paid_minor > 0 {
                let paid = json!({ "method": "card", "amount_minor": paid_minor });
                shop.write::<Value>("orders.pay", shop.change(&order, paid));
            }
            order.head.number
        };
        let (open, _, part) = (order(0), order(1_000), order(400));
        let found = unpaid(&shop.app.book().unwrap(), ada).unwrap();
        let numbers: Vec<String> = found.iter().map(|row| row.head.number.clone()).collect();
        assert_eq!(numbers, [open, part]);
        assert_eq!(found.iter().map(super::due_minor).sum::<i64>(), 1_600);
        let path = shop.path("statement.pdf");
        let input = json!({ "customer": ada, "path": path, "language": "de" });
        let file: WrittenDocument = shop.call("documents.export_statement", input);
        let pdf = std::fs::read(path).unwrap();
        assert!(pdf.starts_with(b"%PDF-") && file.bytes == pdf.len() as i64);
    }
}
