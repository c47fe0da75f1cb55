//! `orders.edit`: changes an order after it was placed; a dry run tells what it then comes to.
use super::input::OrderLineInput;
use super::money::issue_cards;
use super::{allocate, deal, limits as deal_limits, steps};
use crate::App;
use crate::error::AppError;
use book::dto::{self, Order};
use book::{Read, Tx};
use domain::ids::EditId;
use domain::order::{EditInput, LineInput, Order as Rules, OrderPersonal};
use domain::settings::StockPolicy;
use domain::{CustomerId, Refusal, limits, text};
use uuid::Uuid;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an order is to be from now on; what is absent stays as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderEditInput {
    /// The customer of an order that had none.
    pub customer: Option<Uuid>,
    /// The country that it goes to.
    pub country: Option<String>,
    /// What the customer calls it; an empty text takes it away.
    pub reference: Option<String>,
    /// Where it is sent; an empty text means the customer's own address.
    pub ship_to: Option<String>,
    /// Who of the shop sold it; an empty text takes it away.
    pub sales_person: Option<String>,
    /// The business day for which it is promised; an empty text takes it away.
    pub promised: Option<String>,
    /// A note; an empty text takes it away.
    pub note: Option<String>,
    /// The discount of the whole order, in parts per million.
    pub discount_ppm: Option<i64>,
    /// All lines as they are to be, without what was called off; a line that is not named is taken
    /// out. Of a line that there is, price and discounts that are absent stay.
    pub lines: Option<Vec<OrderLineInput>>,
    /// Why.
    pub reason: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderEditInput>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (&input.part, &input.body);
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let face = tx.read().order(change.id)?;
            let customer = said.customer.or(now.document.customer.map(|id| id.0));
            let buyer = deal::buyer(tx, customer)?;
            let (id, wanted) = (EditId(app.new_id()), wanted(&now, said)?);
            let channel = &now.document.channel;
            let deal = (&buyer, now.document.exchange.as_ref());
            let edited = deal::with_products(tx, channel, deal, |settings, products| {
                domain::order::edit(&now, id, &wanted, settings, products)
            })?;
            let personal = personal(&face, said)?;
            if edited.is_empty() && personal == OrderPersonal::default() {
                return Err(Refusal::new("nothing_changed").into());
            }
            steps::append_with(tx, change.id, "order.edited", &edited, &personal)?;
            deal_limits::check(app, tx, change.id, deal_limits::agreed(&now))?;
            issue_cards(tx, change.id)?;
            allocate::by_policy(tx, change.id)?;
            check_stock(tx, &face)?;
            Ok(change.id)
        },
        steps::face,
    )
}

fn wanted(now: &Rules, said: &OrderEditInput) -> Result<EditInput, AppError> {
    let lines = said.lines.as_ref();
    let promised = said.promised.as_deref().map(|text| {
        let day = Some(text).filter(|text| !text.is_empty());
        crate::day::optional("promised", day)
    });
    Ok(EditInput {
        customer: said.customer.map(CustomerId),
        country: said.country.clone(),
        reference: said.reference.clone(),
        discount_ppm: said.discount_ppm,
        sales_person: said.sales_person.clone(),
        promised: promised.transpose()?,
        lines: lines.map(|lines| wanted_lines(now, lines)).transpose()?,
        reason: said.reason.clone(),
    })
}

/// What is not said of a line that there is stays as it is.
fn wanted_lines(now: &Rules, said: &[OrderLineInput]) -> Result<Vec<LineInput>, AppError> {
    let mut lines = steps::line_inputs(said)?;
    for (line, said) in lines.iter_mut().zip(said) {
        let own = said.line.and_then(|number| now.lines.get(&number));
        if let Some(own) = own {
            line.discount_ppm = said.discount_ppm.unwrap_or(own.discount_ppm);
            line.discount_minor = said.discount_minor.unwrap_or(own.discount_minor);
        }
    }
    Ok(lines)
}

/// The personal fields that say something else than now.
fn personal(now: &Order, said: &OrderEditInput) -> Result<OrderPersonal, AppError> {
    let different = |field: &str, said: &Option<String>, was: &Option<String>, most: usize| {
        let Some(said) = said else { return Ok(None) };
        let said = text::note(field, Some(said), most)?;
        Ok::<_, AppError>((said != *was).then(|| said.unwrap_or_default()))
    };
    Ok(OrderPersonal {
        note: different("note", &said.note, &now.note, limits::NOTE_CHARS)?,
        ship_to: different("ship_to", &said.ship_to, &now.ship_to, limits::NAME_CHARS)?,
        ..OrderPersonal::default()
    })
}

/// Refuses more of what there is not enough of, where the book's policy says so. Lines that were
/// short before and are not wanted more of are not asked about.
pub(super) fn check_stock(tx: &mut Tx<'_>, before: &Order) -> Result<(), AppError> {
    if tx.settings().terms.stock_policy != Some(StockPolicy::Block) {
        return Ok(());
    }
    tx.settle()?;
    let after = more_of(tx.read(), before)?;
    steps::refuse_short(after.warnings)
}

/// The order now, with the warnings about lines of which more is open than before.
fn more_of(read: Read<'_>, before: &Order) -> Result<Order, AppError> {
    let mut after = steps::face(read, before.head.id)?;
    let open = |order: &Order, number: i64| {
        let mut lines = order.lines.iter();
        let line = lines.find(|line| line.line == number);
        line.map_or(0, |line| line.open_milli)
    };
    let grown: Vec<String> = after
        .lines
        .iter()
        .enumerate()
        .filter_map(|(index, line): (usize, &dto::OrderLine)| {
            let more = line.open_milli > open(before, line.line);
            more.then(|| format!("lines.{index}.quantity_milli"))
        })
        .collect();
    let grown = |field: &Option<String>| field.as_ref().is_some_and(|it| grown.contains(it));
    after.warnings.retain(|warning| grown(&warning.field));
    Ok(after)
}
