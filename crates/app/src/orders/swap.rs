//! `orders.swap`: goods come back and others are taken for them, with one difference of money: a
//! return, a change and what settles them, carried out together or not at all.
use super::edit::check_stock;
use super::input::OrderLineInput;
use super::money::{check_cards, code_that_paid, issue_cards, payment, refund};
use super::receive_return::{ReturnLineInput, lines};
use super::tender::{SalePayment, Tender};
use super::{deal, exchange, limits, line_lots, steps};
use crate::App;
use crate::drawer::check_till;
use crate::error::AppError;
use crate::place;
use book::Tx;
use book::dto::{Order, OrderLine};
use domain::ids::{EditId, ReturnId, ShipmentId};
use domain::order::{
    CREDIT_NOTE, EditInput, Fulfilled, LineInput, LineQuantity, Order as Rules, Paid, Refunded,
    Returned, edit, fulfil, receive_return, share_of_edit, share_of_return,
};
use domain::person::Permission;
use domain::settings::StockPolicy;
use domain::till::{CASH, PartTaken};
use uuid::Uuid;

use crate::request::{Amend, Change, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What comes back, and what is taken for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderSwap {
    /// How much of which lines comes back.
    #[ts(optional = false)]
    pub back: Vec<ReturnLineInput>,
    /// What is taken for it; nothing when goods only come back.
    #[ts(optional = false)]
    pub lines: Vec<OrderLineInput>,
    /// Why.
    pub reason: Option<String>,
    /// How what is then due is paid, or what is owed given back; absent, it stays open.
    pub method: Option<String>,
    /// The same in several parts: `method` is then absent.
    pub payments: Option<Vec<SalePayment>>,
    /// Whether it is done over the counter: the figures of the till count it.
    pub counter: Option<bool>,
    /// The code of the gift card, when the method is `gift_card`.
    pub gift_card: Option<String>,
    /// Whether the new goods are handed over at once.
    pub handed_over: Option<bool>,
}

/// What it takes.
pub type Input = Amend<OrderSwap>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (&input.part, &input.body);
    app.write(
        *change,
        |tx| {
            let before = tx.read().order(change.id)?;
            let now = steps::order(tx, change)?;
            take_back(app, tx, &now, (change, said)).map_err(|error| at(error, "back", 0))?;
            let now = steps::now(tx, change.id)?;
            if !said.lines.is_empty() {
                let known = wanted(&now, &[])?.len();
                let taken = take(app, tx, &now, (change, said));
                let taken = taken.map_err(|error| at(error, "lines", known))?;
                limits::check(app, tx, change.id, limits::agreed(&now))?;
                if said.handed_over == Some(true) {
                    hand_over(app, tx, change.id, (&taken, &said.lines))?;
                }
                issue_cards(tx, change.id)?;
                check_goods(tx, &before, said)?;
            }
            settle(app, tx, change.id, said)?;
            Ok(change.id)
        },
        steps::face,
    )
}

/// An error at one of the rules' lines, at the line of the input that it is about.
fn at(mut error: AppError, list: &str, first: usize) -> AppError {
    if error.field.as_deref() == Some("lines") {
        error.field = Some(list.to_owned());
    }
    let place = error.field.as_deref().and_then(|field| {
        let (index, rest) = field.strip_prefix("lines.")?.split_once('.')?;
        let index = index.parse::<usize>().ok()?.checked_sub(first)?;
        Some(format!("{list}.{index}.{rest}"))
    });
    error.field = place.or(error.field);
    error
}

type Said<'a> = (&'a Change, &'a OrderSwap);

fn take_back(app: &App, tx: &mut Tx<'_>, now: &Rules, said: Said<'_>) -> Result<(), AppError> {
    let (change, said) = said;
    let back = Returned {
        received: ReturnId(app.new_id()),
        number: format!("{CREDIT_NOTE}{}", tx.next_number("credit_note")?),
        request: None,
        reason: said.reason.clone(),
        location: place::other_than(app, tx, now, None)?,
        lines: lines(&said.back)?,
        lots: Vec::new(),
        till: None,
    };
    let mut back = receive_return(now, back)?;
    back.lots = line_lots::returned(app, tx, (now, "lines"), &back.lines, &said.back)?;
    check_cards(tx, now, &back)?;
    if said.counter == Some(true) {
        back.till = Some(share_of_return(now, &back));
    }
    steps::append(tx, change.id, "order.returned", &back, None)
}

/// The lines that there are, as they are, and others after them.
fn wanted(now: &Rules, more: &[OrderLineInput]) -> Result<Vec<LineInput>, AppError> {
    let kept = now.lines.values().map(|line| LineInput {
        line: Some(line.line),
        quantity_milli: now.sold_share(line).quantity_milli,
        discount_ppm: line.discount_ppm,
        discount_minor: line.discount_minor,
        ..LineInput::default()
    });
    let kept = kept.filter(|line| line.quantity_milli != 0);
    Ok(kept.chain(steps::line_inputs(more)?).collect())
}

/// Adds the new lines; what of them there is to hand over.
fn take(
    app: &App,
    tx: &mut Tx<'_>,
    now: &Rules,
    said: Said<'_>,
) -> Result<Vec<LineQuantity>, AppError> {
    let (change, said) = said;
    let input = EditInput {
        lines: Some(wanted(now, &said.lines)?),
        reason: said.reason.clone(),
        ..EditInput::default()
    };
    let id = EditId(app.new_id());
    let buyer = deal::buyer(tx, now.document.customer.map(|id| id.0))?;
    let channel = &now.document.channel;
    let deal = (&buyer, now.document.exchange.as_ref());
    let mut edited = deal::with_products(tx, channel, deal, |settings, products| {
        edit(now, id, &input, settings, products)
    })?;
    if said.counter == Some(true) {
        edited.till = Some(share_of_edit(now, &edited));
    }
    steps::append(tx, change.id, "order.edited", &edited, None)?;
    let new = edited
        .lines
        .iter()
        .filter(|line| !now.lines.contains_key(&line.line));
    let part = |line: &domain::order::OrderLine| LineQuantity {
        line: line.line,
        quantity_milli: line.quantity_milli,
    };
    Ok(new.map(part).collect())
}

fn hand_over(
    app: &App,
    tx: &mut Tx<'_>,
    id: Uuid,
    (lines, asked): (&[LineQuantity], &[OrderLineInput]),
) -> Result<(), AppError> {
    let shipment = ShipmentId(app.new_id());
    let now = steps::now(tx, id)?;
    let left = place::other_than(app, tx, &now, None)?;
    let taken: Vec<domain::order::OrderLine> = lines
        .iter()
        .filter_map(|part| now.lines.get(&part.line).cloned())
        .collect();
    let place = left.as_deref().unwrap_or(now.location());
    let lots = line_lots::sold(app, tx, (place, &taken), ("lines", asked))?;
    let said = Fulfilled {
        location: left,
        lots,
        ..fulfil(&now, shipment, Some(lines), None, None)?
    };
    steps::append(tx, id, "order.fulfilled", &said, None)
}

/// Refuses what there is not enough of, where the book's policy says so: also of goods that are
/// handed over at once, and so are no longer open.
fn check_goods(tx: &mut Tx<'_>, before: &Order, said: &OrderSwap) -> Result<(), AppError> {
    if said.handed_over != Some(true) {
        return check_stock(tx, before);
    }
    if tx.settings().terms.stock_policy != Some(StockPolicy::Block) {
        return Ok(());
    }
    tx.settle()?;
    let after = tx.read().order(before.head.id)?;
    let known = |line: &OrderLine| before.lines.iter().any(|own| own.line == line.line);
    let taken = after.lines.iter().filter(|line| !known(line)).enumerate();
    let left = taken.filter_map(|(index, line)| Some((index, line.available_milli?)));
    steps::refuse_short(left.filter_map(steps::short).collect())
}

/// Pays what is due, or gives back what is owed, in one part or in several.
fn settle(app: &App, tx: &mut Tx<'_>, id: Uuid, said: &OrderSwap) -> Result<(), AppError> {
    if said.method.is_none() && said.payments.is_none() {
        return Ok(());
    }
    let tender = Tender::of(said.method.clone(), said.payments.clone());
    let now = steps::now(tx, id)?;
    let (customer, due_minor) = (now.document.customer, now.due_minor());
    // What is owed goes back to the card that paid, unless another is named.
    let paid_by = match due_minor < 0 && said.gift_card.is_none() {
        true => code_that_paid(tx, &now)?,
        false => None,
    };
    let card = said.gift_card.as_deref().or(paid_by.as_deref());
    let mut purses = tender.purses(tx, (customer, card), due_minor)?;
    if due_minor > 0 {
        purses = exchange::held(tx, &now, purses, &tender.asked());
    }
    let taken = tender.taken(tx, due_minor, &purses)?;
    check_till(tx, taken.iter().map(|part| part.method.as_str()))?;
    if now.document.exchange.is_some() && taken.iter().any(|part| part.method == CASH) {
        return Err(AppError::at("method", "cash_other_currency"));
    }
    for (index, part) in taken.iter().enumerate() {
        let means = (part.method.as_str(), tender.gift_card(index).or(card));
        settle_part((app, tx), id, (part, means), said.reason.as_deref())?;
    }
    Ok(())
}

fn settle_part(
    (app, tx): (&App, &mut Tx<'_>),
    id: Uuid,
    (part, means): (&PartTaken, (&str, Option<&str>)),
    reason: Option<&str>,
) -> Result<(), AppError> {
    let now = steps::now(tx, id)?;
    if part.amount_minor > 0 {
        let paid = Paid {
            rounding_minor: part.rounding_minor,
            tendered_minor: part.tendered_minor,
            notes: part.notes.clone(),
            ..payment((app, tx), &now, means, part.amount_minor, None)?
        };
        return steps::append(tx, id, "order.paid", &paid, None);
    }
    app.require(&[Permission::Refund])?;
    let amount_minor = part.amount_minor.saturating_neg();
    let refunded = Refunded {
        rounding_minor: part.rounding_minor.saturating_neg(),
        ..refund((app, tx), &now, means, amount_minor, reason)?
    };
    steps::append(tx, id, "order.refunded", &refunded, None)
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    #[test]
    fn goods_are_swapped_for_others_with_one_difference_and_a_repeat_does_nothing() {
        let shop = Shop::open();
        let (mug, cup) = (
            shop.product("MUG", 5_000_000),
            shop.product("CUP", 7_000_000),
        );
        let order = shop.sold(&mug, 2_000);
        let swap = json!({
            "back": [{ "line": 1, "restocked_milli": 1_000 }],
            "lines": [{ "product": cup.row.id, "quantity_milli": 1_000 }],
            "method": "card", "handed_over": true, "reason": "Wrong colour",
        });
        let mut swap = shop.change(&order, swap);
        swap["request_id"] = json!(shop.request());
        let mut tried = swap.clone();
        (tried["dry_run"], tried["method"], tried["request_id"]) =
            (json!(true), json!(null), json!(shop.request()));
        let tried: Value = shop.call("orders.swap", tried);
        assert_eq!(tried["output"]["due_minor"], 200);
        let once: Value = shop.call("orders.swap", swap.clone());
        let twice: Value = shop.call("orders.swap", swap);
        assert_eq!(once["output"], twice["output"]);
        let after: Order = serde_json::from_value(once["output"].clone()).unwrap();
        assert_eq!(
            (after.head.state, after.head.total_minor),
            (OrderState::Closed, 1_200)
        );
        let mut paid: Vec<i64> = after
            .payments
            .iter()
            .map(|paid| paid.amount_minor)
            .collect();
        paid.sort_unstable();
        assert_eq!(paid, [200, 1_000]);
        let stock = |id: uuid::Uuid| -> i64 {
            let product: Product = shop.call("products.get", json!({ "id": id }));
            product.row.on_hand_milli
        };
        assert_eq!((stock(mug.row.id), stock(cup.row.id)), (19_000, 19_000));
    }

    #[test]
    fn a_swap_that_is_refused_at_its_end_leaves_nothing_and_says_where() {
        let shop = Shop::open();
        let order = shop.sold(&shop.product("MUG", 5_000_000), 2_000);
        let refused = |back: i64, quantity: i64| {
            let mut swap = shop.change(&order, json!({
                "back": [{ "line": 1, "restocked_milli": back }],
                "lines": [{ "title": "Work", "unit_price_micro": 1, "quantity_milli": quantity }],
            }));
            swap["request_id"] = json!(shop.request());
            shop.refused("orders.swap", swap)
        };
        let at_back = Some("back.0.quantity_milli".into());
        assert_eq!(refused(9_000, 1_000), ("more_than_shipped".into(), at_back));
        let at_line = Some("lines.0.quantity_milli".into());
        assert_eq!(refused(1_000, 0), ("quantity_zero".into(), at_line));
        let now: Order = shop.call("orders.get", json!({ "id": order.head.id }));
        assert_eq!(
            (now.head.version, now.returns.len()),
            (order.head.version, 0)
        );
    }

    #[test]
    fn goods_come_back_over_the_counter_in_parts_of_money_and_the_till_counts_them() {
        let shop = Shop::open();
        let (mug, cup) = (
            shop.product("MUG", 10_030_000),
            shop.product("CUP", 12_000_000),
        );
        let coins = json!({ "expected_version": 1, "cash_rounding_minor": 5 });
        shop.write::<BookInfo>("book.amend", coins);
        shop.write::<TillReport>("till.open", json!({ "float_minor": 10_000 }));
        let order = shop.sold(&mug, 3_000);
        let back = json!({ "back": [{ "line": 1, "restocked_milli": 2_000 }], "lines": [],
            "counter": true, "payments": [
                { "method": "card", "amount_minor": 1_000 }, { "method": "cash" },
            ] });
        let back: Order = shop.write("orders.swap", shop.change(&order, back));
        assert_eq!((back.head.total_minor, back.due_minor), (1_003, 0));
        let mut out: Vec<_> = back
            .payments
            .iter()
            .map(|part| part.received_minor)
            .collect();
        out.sort_unstable();
        // Of 10.06 that are owed in cash, coins make 10.05.
        assert_eq!(out, [-1_005, -1_000, 3_009]);
        let swap = json!({ "back": [{ "line": 1, "scrapped_milli": 1_000 }],
            "lines": [{ "product": cup.row.id, "quantity_milli": 1_000 }], "counter": true,
            "handed_over": true, "payments": [{ "method": "cash", "tendered_minor": 500 }] });
        let swapped: Order = shop.write("orders.swap", shop.change(&back, swap));
        assert_eq!((swapped.due_minor, swapped.change_minor), (0, 305));
        let x: TillReport = shop.call("till.report", json!({}));
        assert_eq!(
            (x.sales, x.sales_minor, x.returns, x.returned_minor),
            (2, 3_009 + 1_200, 2, 3_009)
        );
        assert_eq!(x.expected_minor, 10_000 - 1_005 + 195);
        // 12.00 is all that is left of what was sold: 2.00 of tax.
        assert_eq!((x.taxes[0].base_minor, x.taxes[0].tax_minor), (1_000, 200));
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
    }
}
