//! The steps that the verbs about orders share: the state before, the document, the entry and
//! the face.
use book::dto::{self, OrderState, Warning};
use book::{Read, Said, Tx};
use domain::order::{Document, DocumentInput, LineInput, Order, OrderPersonal, ProductLookup};
use domain::product::Product;
use domain::settings::StockPolicy;
use domain::{CustomerId, ProductId, Refusal, State, Subject, SubjectKind, limits, text};
use serde::Serialize;
use uuid::Uuid;

use super::input::{OrderInput, OrderLineInput};
use crate::App;
use crate::error::AppError;
use crate::request::{Change, Written, check_version};

/// One change of one order: the state before decides what the entry says.
pub(super) fn change<P: Serialize>(
    app: &App,
    change: &Change,
    kind: &str,
    decide: impl FnOnce(&Order) -> Result<P, Refusal>,
) -> Result<Written<dto::Order>, AppError> {
    app.write(
        *change,
        |tx| {
            let said = decide(&order(tx, change)?)?;
            append(tx, change.id, kind, &said, None)?;
            Ok(change.id)
        },
        face,
    )
}

/// The order as it is, at the version that the caller saw.
pub(super) fn order(tx: &mut Tx<'_>, change: &Change) -> Result<Order, AppError> {
    let State::Order(now) = tx.state(subject(change.id))? else {
        return Err(AppError::not_found("order_unknown"));
    };
    if !now.is_visible() {
        return Err(AppError::not_found("order_unknown"));
    }
    check_version(now.version, change.expected_version)?;
    Ok((**now).clone())
}

/// The document of a draft, with its lines.
pub(super) fn document(now: &Order) -> Document {
    Document {
        lines: now.lines.values().cloned().collect(),
        ..now.document.clone()
    }
}

/// The highest line number that the order has ever used.
pub(super) fn last_line(now: &Order) -> u32 {
    now.lines
        .keys()
        .chain(&now.removed)
        .copied()
        .max()
        .unwrap_or(0)
}

/// Prices what is asked for.
pub(super) fn compose(
    tx: &mut Tx<'_>,
    asked: &OrderInput,
    last_line: u32,
) -> Result<Document, AppError> {
    check_customer(tx, asked.customer)?;
    let input = DocumentInput {
        customer: asked.customer.map(CustomerId),
        channel: asked.channel.clone(),
        country: asked.country.clone(),
        discount_ppm: asked.discount_ppm.unwrap_or(0),
        lines: asked.lines.iter().map(line_input).collect(),
    };
    let settings = tx.settings().clone();
    let mut products = BookProducts { tx, failed: None };
    let composed = domain::order::compose(&input, &settings, &mut products, last_line);
    match products.failed {
        Some(error) => Err(error),
        None => Ok(composed?),
    }
}

/// Appends an entry about an order.
pub(super) fn append<P: Serialize>(
    tx: &mut Tx<'_>,
    id: Uuid,
    kind: &str,
    said: &P,
    note: Option<&str>,
) -> Result<(), AppError> {
    let note = text::note("note", note, limits::NOTE_CHARS)?;
    let personal = OrderPersonal { note };
    Ok(tx.append(Said::new(subject(id), kind, said).with_personal(&personal))?)
}

/// Refuses an order for more than there is, where the book's policy says so.
pub(super) fn check_stock(tx: &mut Tx<'_>, id: Uuid) -> Result<(), AppError> {
    if tx.settings().terms.stock_policy != Some(StockPolicy::Block) {
        return Ok(());
    }
    tx.settle()?;
    match face(tx.read(), id)?
        .warnings
        .into_iter()
        .find(|warning| warning.code == "stock_short")
    {
        None => Ok(()),
        Some(Warning { field, detail, .. }) => Err(AppError {
            field,
            detail,
            ..AppError::invalid("stock_short")
        }),
    }
}

/// The order as screens show it, with what is worth saying about it.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<dto::Order, AppError> {
    let mut order = read.order(id)?;
    order.warnings = shortages(&order);
    Ok(order)
}

/// The lines whose product is short: a draft asks for more than is free, a placed order holds more
/// than there is.
fn shortages(order: &dto::Order) -> Vec<Warning> {
    let draft = order.head.state == OrderState::Draft;
    let mut found = Vec::new();
    for (index, line) in order.lines.iter().enumerate() {
        let open_milli = line.quantity_milli - line.shipped_milli - line.cancelled_milli;
        let wanted_milli = if draft { line.quantity_milli } else { 0 };
        let left_milli = line
            .available_milli
            .map(|available| available - wanted_milli);
        if let Some(left_milli) = left_milli.filter(|left| *left < 0 && open_milli > 0) {
            found.push(Warning {
                code: "stock_short".into(),
                field: Some(format!("lines.{index}.quantity_milli")),
                detail: Some(left_milli.saturating_neg().to_string()),
            });
        }
    }
    found
}

fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Order, id)
}

fn check_customer(tx: &mut Tx<'_>, customer: Option<Uuid>) -> Result<(), AppError> {
    let Some(id) = customer else { return Ok(()) };
    match tx.state(Subject::new(SubjectKind::Customer, id))? {
        State::Customer(customer) if customer.is_visible() => Ok(()),
        _ => Err(AppError::at("customer", "customer_unknown")),
    }
}

fn line_input(line: &OrderLineInput) -> LineInput {
    LineInput {
        line: line.line,
        product: line.product.map(ProductId),
        title: line.title.clone(),
        service: line.service,
        tax: line.tax.clone(),
        quantity_milli: line.quantity_milli,
        unit_price_micro: line.unit_price_micro,
        discount_ppm: line.discount_ppm.unwrap_or(0),
        discount_minor: line.discount_minor.unwrap_or(0),
    }
}

/// The products of the book in an open transaction.
struct BookProducts<'a, 'b> {
    tx: &'a mut Tx<'b>,
    failed: Option<AppError>,
}

impl ProductLookup for BookProducts<'_, '_> {
    fn product(&mut self, id: ProductId) -> Option<Product> {
        match self.tx.state(Subject::new(SubjectKind::Product, id.0)) {
            Ok(State::Product(product)) => Some((**product).clone()),
            Ok(_) => None,
            Err(error) => {
                self.failed = Some(error.into());
                None
            }
        }
    }
}
