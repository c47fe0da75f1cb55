//! The steps that the verbs about orders share: the state before, the document, the entry and
//! the face.
use book::dto::{self, OrderState, Warning};
use book::{Read, Said, Tx};
use domain::gift_card::CardLine;
use domain::order::{Document, DocumentInput, LineInput, Order, OrderPersonal, ShippingInput};
use domain::settings::StockPolicy;
use domain::{CustomerId, Day, ProductId, Refusal, State, Subject, SubjectKind, limits, text};
use serde::Serialize;
use uuid::Uuid;

use super::input::{OrderInput, OrderLineInput, OrderShippingInput};
use super::shelf::Wanted;
use super::{deal, exchange, points};
use crate::App;
use crate::error::AppError;
use crate::place;
use crate::request::{Change, Written, check_version};

/// What the line of a charge for shipping says, when the caller has no words of its own.
const SHIPPING: &str = "Shipping";
/// The same for the line of a gift card.
const GIFT_CARD: &str = "Gift card";

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

/// The order with what this transaction has said of it.
pub(super) fn now(tx: &mut Tx<'_>, id: Uuid) -> Result<Order, AppError> {
    match tx.state(subject(id))? {
        State::Order(now) => Ok((**now).clone()),
        _ => Err(AppError::not_found("order_unknown")),
    }
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

/// Prices what is asked for, by the customer's terms, the price lists and the promotions.
pub(super) fn compose(
    app: &App,
    tx: &mut Tx<'_>,
    asked: &OrderInput,
    last_line: u32,
) -> Result<Document, AppError> {
    let buyer = deal::buyer(tx, asked.customer)?;
    let input = DocumentInput {
        customer: asked.customer.map(CustomerId),
        channel: asked.channel.clone(),
        country: asked.country.clone(),
        reference: asked.reference.clone(),
        sales_person: asked.sales_person.clone(),
        promised: crate::day::optional("promised", asked.promised.as_deref())?,
        exchange: exchange::asked(tx, asked)?,
        discount_ppm: asked.discount_ppm.unwrap_or(0),
        discount_minor: asked.discount_minor.unwrap_or(0),
        shipping: asked.shipping.as_ref().map(shipping_input),
        payment_days: buyer.payment_days,
        exemption: buyer.exemption.clone(),
        lines: line_inputs(&asked.lines)?,
    };
    let coupons = asked.coupons.as_deref().unwrap_or_default();
    let mut document = deal::composed(tx, &input, &buyer, coupons, last_line)?;
    points::apply(tx, &mut document, asked.points)?;
    document.location = place::for_sale(app, tx, asked.location.as_deref())?;
    Ok(document)
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
    let personal = OrderPersonal {
        note,
        ..OrderPersonal::default()
    };
    append_with(tx, id, kind, said, &personal)
}

/// What an order that is written down says of persons.
pub(super) fn said_of_persons(asked: &OrderInput) -> Result<OrderPersonal, AppError> {
    Ok(OrderPersonal {
        note: text::note("note", asked.note.as_deref(), limits::NOTE_CHARS)?,
        ship_to: text::note("ship_to", asked.ship_to.as_deref(), limits::NAME_CHARS)?,
        ..OrderPersonal::default()
    })
}

/// Appends an entry about an order with its personal part.
pub(super) fn append_with<P: Serialize>(
    tx: &mut Tx<'_>,
    id: Uuid,
    kind: &str,
    said: &P,
    personal: &OrderPersonal,
) -> Result<(), AppError> {
    Ok(tx.append(Said::new(subject(id), kind, said).with_personal(personal))?)
}

/// Refuses an order for more than there is, where the book's policy says so.
pub(super) fn check_stock(tx: &mut Tx<'_>, id: Uuid) -> Result<(), AppError> {
    if tx.settings().terms.stock_policy != Some(StockPolicy::Block) {
        return Ok(());
    }
    tx.settle()?;
    refuse_short(face(tx.read(), id)?.warnings)
}

/// The same for goods that have been handed over already: they are gone from what was free.
pub(super) fn check_stock_of_sale(tx: &mut Tx<'_>, id: Uuid) -> Result<(), AppError> {
    if tx.settings().terms.stock_policy != Some(StockPolicy::Block) {
        return Ok(());
    }
    tx.settle()?;
    let sale = tx.read().order(id)?;
    let lines = sale.lines.iter().enumerate();
    let left = lines.filter_map(|(index, line)| Some((index, line.available_milli?)));
    refuse_short(left.filter_map(short).collect())
}

pub(super) fn refuse_short(warnings: Vec<Warning>) -> Result<(), AppError> {
    match warnings.into_iter().find(|it| it.code == "stock_short") {
        None => Ok(()),
        Some(Warning { field, detail, .. }) => Err(AppError {
            field,
            detail,
            ..AppError::invalid("stock_short")
        }),
    }
}

/// What is left after a line, when that is less than nothing.
pub(super) fn short((index, left_milli): (usize, i64)) -> Option<Warning> {
    (left_milli < 0).then(|| Warning {
        code: "stock_short".into(),
        field: Some(format!("lines.{index}.quantity_milli")),
        detail: Some(left_milli.saturating_neg().to_string()),
    })
}

/// The order as screens show it, with what is worth saying about it.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<dto::Order, AppError> {
    let mut order = read.order(id)?;
    order.warnings = shortages(&order);
    if !order.warnings.is_empty() && sells_silently(read)? {
        order.warnings.clear();
    }
    Ok(order)
}

/// Whether nobody is told of goods that are short.
fn sells_silently(read: Read<'_>) -> Result<bool, AppError> {
    Ok(read.settings()?.terms.stock_policy == Some(StockPolicy::Allow))
}

/// The same, with a word about an order that looks as if it was written down twice.
pub(super) fn face_with_double(read: Read<'_>, id: Uuid) -> Result<dto::Order, AppError> {
    let mut order = face(read, id)?;
    order.warnings.extend(credit_exceeded(read, &order)?);
    let double = read.double_of(id)?;
    order.warnings.extend(double.map(|number| Warning {
        code: "order_repeated".into(),
        field: None,
        detail: Some(number),
    }));
    Ok(order)
}

/// Refuses an order beyond what its customer may owe, where the book's policy says so.
pub(super) fn check_credit(tx: &mut Tx<'_>, id: Uuid) -> Result<(), AppError> {
    if tx.settings().terms.credit_policy != Some(StockPolicy::Block) {
        return Ok(());
    }
    tx.settle()?;
    let order = tx.read().order(id)?;
    match credit_exceeded(tx.read(), &order)? {
        None => Ok(()),
        Some(Warning { field, detail, .. }) => Err(AppError {
            field,
            detail,
            ..AppError::invalid("credit_exceeded")
        }),
    }
}

/// What a customer would owe beyond the limit; an order that is paid for owes nothing.
fn credit_exceeded(read: Read<'_>, order: &dto::Order) -> Result<Option<Warning>, AppError> {
    let Some(customer) = order.head.customer else {
        return Ok(None);
    };
    if read.settings()?.terms.credit_policy == Some(StockPolicy::Allow) {
        return Ok(None);
    }
    // What is overdue plays no part here: any day will do.
    let account = read.customer_account(customer, Day::default())?;
    // A limit is said in the book's currency, whatever the order's is.
    let worth = order.exchange.as_ref().map(|worth| worth.total_minor);
    let asked_minor = match order.head.state {
        OrderState::Draft => worth.unwrap_or(order.head.total_minor),
        _ => 0,
    };
    let beyond = account
        .free_minor
        .map(|free| asked_minor.saturating_sub(free));
    Ok(beyond.filter(|beyond| *beyond > 0).map(|beyond| Warning {
        code: "credit_exceeded".into(),
        field: Some("customer".into()),
        detail: Some(beyond.to_string()),
    }))
}

/// The lines whose product is short: a draft asks for more than is free, with what its earlier
/// lines ask for of the same product; a placed order holds more than there is.
fn shortages(order: &dto::Order) -> Vec<Warning> {
    let draft = matches!(
        order.head.state,
        OrderState::Draft | OrderState::Quoted | OrderState::Declined
    );
    let mut wanted = Wanted::default();
    let mut found = Vec::new();
    for (index, line) in order.lines.iter().enumerate() {
        let asked_milli = if draft { line.quantity_milli } else { 0 };
        // What waits is not taken off what is free.
        let left_milli = wanted.left_after(line, asked_milli, line.waiting_milli);
        let left_milli = left_milli.filter(|_| line.open_milli > 0);
        found.extend(left_milli.and_then(|left_milli| short((index, left_milli))));
    }
    found
}

pub(super) fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Order, id)
}

fn shipping_input(said: &OrderShippingInput) -> ShippingInput {
    ShippingInput {
        title: said.title.clone().unwrap_or_else(|| SHIPPING.to_owned()),
        charge_minor: said.charge_minor,
        tax: said.tax.clone(),
    }
}

/// What a line says; a gift card has a name when the caller gives it none.
fn title(line: &OrderLineInput) -> Option<String> {
    let card = line.gift_card.as_ref().map(|_| GIFT_CARD.to_owned());
    line.title.clone().or(card)
}

/// The lines that are asked for, as the rules take them.
pub(super) fn line_inputs(lines: &[OrderLineInput]) -> Result<Vec<LineInput>, AppError> {
    let lines = lines.iter().enumerate();
    lines.map(|(index, line)| line_input(index, line)).collect()
}

/// The line that stands at a place of an input.
pub(super) fn line_input(index: usize, line: &OrderLineInput) -> Result<LineInput, AppError> {
    Ok(LineInput {
        line: line.line,
        product: line.product.map(ProductId),
        title: title(line),
        service: line.service,
        tax: line.tax.clone(),
        quantity_milli: line.quantity_milli,
        unit_price_micro: line.unit_price_micro,
        discount_ppm: line.discount_ppm.unwrap_or(0),
        discount_minor: line.discount_minor.unwrap_or(0),
        gift_card: card_line(index, line)?,
    })
}

fn card_line(index: usize, line: &OrderLineInput) -> Result<Option<CardLine>, AppError> {
    let Some(code) = line.gift_card.clone() else {
        return Ok(None);
    };
    let field = format!("lines.{index}.gift_card_expires");
    let expires = crate::day::optional(&field, line.gift_card_expires.as_deref())?;
    Ok(Some(CardLine { code, expires }))
}
