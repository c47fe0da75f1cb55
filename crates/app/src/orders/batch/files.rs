//! The file of a batch that writes one: pick lists in one PDF, or a table of the orders.
use book::dto::Order;
use domain::currency::Currency;
use exchange::{Cell, CsvWriter};
use serde::Serialize;

use super::OrderBatchAction;
use crate::App;
use crate::documents::pick_lists::PickLists;
use crate::error::AppError;
use crate::outlet::{Outlet, Taken, unwritable};
use crate::print::Printing;

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
    path: Option<&'a str>,
    print: Option<&'a Printing>,
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
        let (path, print) = target(action);
        let content = match action {
            OrderBatchAction::PickLists(asked) => {
                let language = asked.language.unwrap_or_default();
                let lists = PickLists::new(app, language, asked.wave.unwrap_or(false))?;
                Content::Lists(Box::new(lists))
            }
            OrderBatchAction::Export(_) => Content::Table(Box::new(table()?)),
            _ => Content::None,
        };
        Ok(Self {
            path,
            print,
            content,
        })
    }

    /// Takes an order up.
    pub fn add(&mut self, app: &App, order: &Order) -> Result<(), AppError> {
        match &mut self.content {
            Content::None => Ok(()),
            Content::Lists(lists) => lists.add(app, order),
            Content::Table(table) => row(table, order).map_err(unwritable),
        }
    }

    /// Writes the file, whole or not at all, or prints it. No order, no file.
    pub fn write(self, app: &App) -> Result<Taken, AppError> {
        let (data, title) = match self.content {
            Content::None => (None, ""),
            Content::Lists(lists) => (lists.pdf(app)?, lists.title()),
            Content::Table(table) => (Some(table.finish().map_err(unwritable)?), ""),
        };
        let Some(data) = data else {
            return Ok(Taken::default());
        };
        Outlet::of(self.path, self.print)?.take(app, title, &data)
    }
}

/// Where an action's file goes.
fn target(action: &OrderBatchAction) -> (Option<&str>, Option<&Printing>) {
    match action {
        OrderBatchAction::PickLists(asked) => (asked.path.as_deref(), asked.print.as_ref()),
        OrderBatchAction::Export(file) => (Some(file.path.as_str()), None),
        _ => (None, None),
    }
}

/// Refuses an action whose file would go nowhere.
pub(super) fn check(action: &OrderBatchAction) -> Result<(), AppError> {
    let (path, print) = target(action);
    if matches!(action, OrderBatchAction::PickLists(_)) {
        Outlet::of(path, print).map_err(|error| error.under("action.pick_lists"))?;
    }
    Ok(())
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
