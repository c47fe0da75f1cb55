//! The file of a batch that writes one: pick lists in one PDF, or a table of the orders.
use std::path::Path;

use book::dto::Order;
use domain::currency::Currency;
use exchange::{Cell, CsvWriter};
use serde::Serialize;

use super::{OrderBatchAction, OrderBatchFile};
use crate::App;
use crate::documents::pick_lists::PickLists;
use crate::error::AppError;
use crate::settings::replace;

/// The table's columns. They are read by programs and spelt as everywhere else.
const COLUMNS: [&str; 17] = [
    "number",
    "external_id",
    "kind",
    "state",
    "placed_local",
    "day",
    "customer_name",
    "channel",
    "country",
    "reference",
    "items",
    "currency",
    "total",
    "paid",
    "payment",
    "fulfilment",
    "due_day",
];

/// What has been gathered for the file.
pub(super) struct Files<'a> {
    target: Option<&'a OrderBatchFile>,
    content: Content,
}

enum Content {
    None,
    Lists(Box<PickLists>),
    Table(Box<CsvWriter<Vec<u8>>>),
}

impl<'a> Files<'a> {
    /// Nothing yet, for an action that writes a file or none.
    pub fn of(app: &App, action: &'a OrderBatchAction) -> Result<Self, AppError> {
        let (target, content) = match action {
            OrderBatchAction::PickLists(file) => {
                let lists = PickLists::new(app, file.language.unwrap_or_default())?;
                (Some(file), Content::Lists(Box::new(lists)))
            }
            OrderBatchAction::Export(file) => (Some(file), Content::Table(Box::new(table()?))),
            _ => (None, Content::None),
        };
        Ok(Self { target, content })
    }

    /// Takes an order up.
    pub fn add(&mut self, order: &Order) -> Result<(), AppError> {
        match &mut self.content {
            Content::None => Ok(()),
            Content::Lists(lists) => lists.add(order),
            Content::Table(table) => row(table, order).map_err(unwritable),
        }
    }

    /// Writes the file, whole or not at all; gives its path. No order, no file.
    pub fn write(self, app: &App) -> Result<Option<String>, AppError> {
        let Some(target) = self.target else {
            return Ok(None);
        };
        let data = match self.content {
            Content::None => None,
            Content::Lists(lists) => lists.pdf(app)?,
            Content::Table(table) => Some(table.finish().map_err(unwritable)?),
        };
        let Some(data) = data else { return Ok(None) };
        replace(Path::new(&target.path), &data).map_err(unwritable)?;
        Ok(Some(target.path.clone()))
    }
}

fn unwritable(error: std::io::Error) -> AppError {
    AppError::unavailable("file_unwritable")
        .in_field("path")
        .with(error)
}

fn table() -> Result<CsvWriter<Vec<u8>>, AppError> {
    let mut table = CsvWriter::new(Vec::new(), true).map_err(unwritable)?;
    table.row(&COLUMNS.map(Cell::Text)).map_err(unwritable)?;
    Ok(table)
}

fn row(table: &mut CsvWriter<Vec<u8>>, order: &Order) -> std::io::Result<()> {
    let head = &order.head;
    let digits = Currency::parse(&order.currency).map_or(2, Currency::minor_digits);
    let words = [
        word(&head.kind),
        word(&head.state),
        word(&head.payment),
        word(&head.fulfilment),
    ];
    let [kind, state, payment, fulfilment] = &words;
    let said = |text: &'_ Option<String>| text.clone().unwrap_or_default();
    let texts = [
        said(&head.external_id),
        said(&head.placed_local),
        said(&head.customer_name),
        said(&head.country),
        said(&order.reference),
        said(&head.due_day),
    ];
    let [external_id, placed, customer, country, reference, due] = &texts;
    let money = |value| Cell::Fixed { value, digits };
    let cells = [
        Cell::Text(&head.number),
        Cell::Text(external_id),
        Cell::Text(kind),
        Cell::Text(state),
        Cell::Text(placed),
        Cell::Text(&head.day),
        Cell::Text(customer),
        Cell::Text(&head.channel),
        Cell::Text(country),
        Cell::Text(reference),
        Cell::Decimal {
            value: head.items_milli,
            digits: 3,
        },
        Cell::Text(&order.currency),
        money(head.total_minor),
        money(head.paid_minor),
        Cell::Text(payment),
        Cell::Text(fulfilment),
        Cell::Text(due),
    ];
    table.row(&cells)
}

/// A state's word as it goes over the wire.
fn word(state: &impl Serialize) -> String {
    let word = serde_json::to_value(state).ok();
    let word = word.as_ref().and_then(|value| value.as_str());
    word.unwrap_or_default().to_owned()
}
