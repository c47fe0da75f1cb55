//! What the verbs about an order's money share: payments and refunds in money, by store credit and
//! by gift card, and the cards that an order sells.
use book::{Said, Tx};
use domain::credit::{GIFT_CARD, Holder, check_spend};
use domain::gift_card::{self, CardLine, id_of_code};
use domain::ids::PaymentId;
use domain::order::{Order, Paid, Refunded, Returned, paid_at, refunded_at};
use domain::{Refusal, State, Subject, SubjectKind};
use uuid::Uuid;

use super::{exchange, steps};
use crate::App;
use crate::credit::{Means, card, given, inside, spent};
use crate::error::AppError;

/// A payment of an order, by whatever means there are.
pub(super) fn payment(
    (app, tx): (&App, &mut Tx<'_>),
    now: &Order,
    (method, gift_card): (&str, Option<&str>),
    amount_minor: i64,
    reference: Option<&str>,
) -> Result<Paid, AppError> {
    let said = domain::order::pay(
        now,
        PaymentId(app.new_id()),
        method,
        amount_minor,
        reference,
    )?;
    let means = Means {
        method: &said.method,
        gift_card,
        customer: now.document.customer,
    };
    let purse = spent(tx, means)?;
    let said = paid_at(now, said, exchange::today(tx, now));
    if let Some(purse) = &purse {
        let worth_minor = said.book_minor.unwrap_or(amount_minor);
        check_spend(purse.balance_minor, worth_minor)?;
    }
    Ok(Paid {
        holder: purse.map(|purse| purse.holder),
        ..said
    })
}

/// A refund of an order. One to a card goes to the card that paid, unless another is named.
pub(super) fn refund(
    (app, tx): (&App, &mut Tx<'_>),
    now: &Order,
    (method, gift_card): (&str, Option<&str>),
    amount_minor: i64,
    reason: Option<&str>,
) -> Result<Refunded, AppError> {
    let said = domain::order::refund(now, PaymentId(app.new_id()), method, amount_minor, reason)?;
    let said = refunded_at(now, said, exchange::today(tx, now));
    let holder = match card_that_paid(now) {
        Some(card) if said.method == GIFT_CARD && gift_card.is_none() => Some(card),
        _ => given(
            tx,
            Means {
                method: &said.method,
                gift_card,
                customer: now.document.customer,
            },
        )?,
    };
    Ok(Refunded { holder, ..said })
}

fn card_that_paid(now: &Order) -> Option<Holder> {
    let mut holders = now.payments.values().filter_map(|payment| payment.holder);
    holders.find(|holder| matches!(holder, Holder::GiftCard(_)))
}

/// The code of the card that paid, or part of it.
pub(super) fn code_that_paid(tx: &mut Tx<'_>, now: &Order) -> Result<Option<String>, AppError> {
    match card_that_paid(now) {
        Some(Holder::GiftCard(id)) => Ok(Some(card(tx, id)?.code)),
        _ => Ok(None),
    }
}

/// Issues the cards that an order sells and the book does not know yet. The order's own entry goes
/// before: it is what the request is about.
pub(super) fn issue_cards(tx: &mut Tx<'_>, id: Uuid) -> Result<(), AppError> {
    let today = tx.business_day();
    for (index, sold) in cards_on(tx, id)? {
        let place = format!("lines.{index}");
        let id = id_of_code(&sold.code);
        let known = card(tx, id)?;
        if known.is_replaced() || known.blocked.is_some() {
            let refusal = Refusal::at("gift_card", "gift_card_blocked");
            return Err(inside(&place, refusal.into()));
        }
        if !known.exists {
            let said = gift_card::issue(&sold.code, sold.expires, today);
            let said = said.map_err(|refusal| inside(&place, refusal.into()))?;
            let subject = Subject::new(SubjectKind::GiftCard, id.0);
            tx.append(Said::new(subject, "gift_card.issued", &said))?;
        }
    }
    Ok(())
}

/// The cards that an order sells, and the places of their lines.
fn cards_on(tx: &mut Tx<'_>, id: Uuid) -> Result<Vec<(usize, CardLine)>, AppError> {
    let State::Order(now) = tx.state(steps::subject(id))? else {
        return Ok(Vec::new());
    };
    let lines = now.lines.values().enumerate();
    let cards = lines.filter_map(|(index, line)| Some((index, line.gift_card.clone()?)));
    Ok(cards.collect())
}

/// Refuses to take a card back of which something was spent.
pub(super) fn check_cards(tx: &Tx<'_>, now: &Order, said: &Returned) -> Result<(), AppError> {
    for (index, back) in said.lines.iter().enumerate() {
        let line = now.lines.get(&back.line);
        let Some(card) = line.and_then(|line| line.gift_card.as_ref()) else {
            continue;
        };
        let left_minor = tx
            .read()
            .credit_of(Holder::GiftCard(id_of_code(&card.code)))?;
        if left_minor < now.in_book(back.total_minor) {
            let field = format!("lines.{index}.restocked_milli");
            return Err(Refusal::at(field, "gift_card_spent")
                .with(left_minor)
                .into());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    /// A sale of cards and goods for cash.
    fn sell(shop: &Shop, lines: &Value, payments: &Value) -> Order {
        let sale = json!({ "channel": "counter", "lines": lines, "payments": payments });
        shop.write("orders.sell", sale)
    }

    fn new_card(shop: &Shop, value_micro: i64) -> (String, Value) {
        let proposed: Value = shop.call("gift_cards.propose", json!({}));
        let code = proposed["code"].as_str().unwrap().to_owned();
        let line = json!({
            "gift_card": code, "unit_price_micro": value_micro, "quantity_milli": 1_000
        });
        (code, line)
    }

    fn on_card(shop: &Shop, code: &str) -> GiftCard {
        shop.call("gift_cards.by_code", json!({ "code": code }))
    }

    fn is_sound(shop: &Shop) {
        let verified = shop.job("book.verify", json!({})).output.unwrap();
        assert_eq!(verified["ok"], json!(true), "{verified}");
    }

    #[test]
    fn a_card_is_sold_without_tax_or_discount_and_spent_in_parts() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let (code, card) = new_card(&shop, 25_000_000);
        let goods = json!({ "product": mug.row.id, "quantity_milli": 1_000 });
        let sale = json!({
            "channel": "counter", "method": "cash", "discount_ppm": 100_000,
            "lines": [card, goods]
        });
        let sold: Order = shop.write("orders.sell", sale);
        assert_eq!(sold.head.total_minor, 2_500 + 900);
        let line = &sold.lines[0];
        assert_eq!((line.total_minor, line.tax_minor), (2_500, 0));
        assert_eq!(line.gift_card.as_deref(), Some(code.as_str()));
        let today: Value = shop.call("book.today", json!({}));
        assert_eq!(today["taken_minor"], json!(900), "{today}");

        let pays = json!([{ "method": "gift_card", "gift_card": code }]);
        let first = sell(&shop, &json!([goods]), &pays);
        assert_eq!(first.payments[0].left_minor, Some(1_500));
        let twice = json!([{ "product": mug.row.id, "quantity_milli": 2_000 }]);
        let mixed = json!([
            { "method": "gift_card", "gift_card": code }, { "method": "cash" }
        ]);
        let second = sell(&shop, &twice, &mixed);
        let mut paid: Vec<_> = second.payments.iter().map(|one| one.amount_minor).collect();
        paid.sort_unstable();
        assert_eq!(paid, [500, 1_500]);
        assert_eq!(on_card(&shop, &code).row.balance_minor, 0);
        let mut again = json!({
            "channel": "counter", "lines": [goods], "payments": pays,
            "request_id": shop.request()
        });
        let field = Some("payments.0.tendered_minor".to_owned());
        assert_eq!(
            shop.refused("orders.sell", again.clone()),
            ("credit_short".into(), field)
        );
        again["payments"][0]["gift_card"] = json!("9000 0000 0000 0004");
        assert_eq!(shop.refused("orders.sell", again).0, "card_code_wrong");
        is_sound(&shop);
    }

    #[test]
    fn a_card_that_was_spent_does_not_come_back_and_a_refund_fills_it_again() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let (code, card) = new_card(&shop, 25_000_000);
        let cash = json!([{ "method": "cash" }]);
        let sold = sell(&shop, &json!([card]), &cash);
        let goods = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
        let pays = json!([{ "method": "gift_card", "gift_card": code }]);
        let spent = sell(&shop, &goods, &pays);
        let back = json!({ "lines": [{ "line": 1, "restocked_milli": 1_000 }] });
        let mut refused = shop.change(&sold, back.clone());
        refused["request_id"] = json!(shop.request());
        let (code_of, field) = shop.refused("orders.receive_return", refused);
        assert_eq!(code_of, "gift_card_spent");
        assert_eq!(field.as_deref(), Some("lines.0.restocked_milli"));

        let returned: Order =
            shop.write("orders.receive_return", shop.change(&spent, back.clone()));
        let refund = json!({ "method": "gift_card", "amount_minor": 1_000 });
        let refunded: Order = shop.write("orders.refund", shop.change(&returned, refund));
        assert_eq!(refunded.due_minor, 0);
        assert_eq!(on_card(&shop, &code).row.balance_minor, 2_500);
        let returned: Order = shop.write("orders.receive_return", shop.change(&sold, back));
        assert_eq!(returned.due_minor, -2_500);
        assert_eq!(on_card(&shop, &code).row.balance_minor, 0);
        is_sound(&shop);
    }

    #[test]
    fn a_lost_card_is_replaced_and_a_blocked_one_is_not_spent() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let input = json!({
            "code": "GIFT-0001", "amount_minor": 1_200, "reason": "Old system"
        });
        let card: GiftCard = shop.write("gift_cards.create", input.clone());
        let mut twice = input;
        twice["code"] = json!("gift 0001");
        twice["request_id"] = json!(shop.request());
        assert_eq!(
            shop.refused("gift_cards.create", twice).0,
            "gift_card_known"
        );
        let change = |card: &GiftCard, mut more: Value| {
            more["id"] = json!(card.row.id);
            more["expected_version"] = json!(card.row.version);
            more
        };
        let blocked: GiftCard = shop.write("gift_cards.block", change(&card, json!({})));
        assert_eq!(blocked.row.state, GiftCardState::Blocked);
        let goods = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
        let mut sale = json!({
            "channel": "counter", "lines": goods, "request_id": shop.request(),
            "payments": [{ "method": "gift_card", "gift_card": "GIFT-0001" }]
        });
        let field = Some("payments.0.gift_card".to_owned());
        assert_eq!(
            shop.refused("orders.sell", sale.clone()),
            ("gift_card_blocked".into(), field)
        );
        let new = json!({ "code": "GIFT-0002" });
        let old: GiftCard = shop.write("gift_cards.replace", change(&blocked, new));
        assert_eq!(
            (old.row.state, old.row.balance_minor),
            (GiftCardState::Replaced, 0)
        );
        sale["payments"][0]["gift_card"] = json!("gift0002");
        sale["request_id"] = json!(shop.request());
        shop.write::<Order>("orders.sell", sale);
        assert_eq!(on_card(&shop, "GIFT-0002").row.balance_minor, 200);
        let page: Page<GiftCardRow> = shop.call(
            "gift_cards.list",
            json!({ "text": "0002", "offset": 0, "limit": 9 }),
        );
        assert_eq!((page.total, page.rows[0].balance_minor), (1, 200));
        is_sound(&shop);
    }

    #[test]
    fn store_credit_takes_a_refund_and_pays_the_next_order() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let ann = shop.customer("Ann");
        let order = |quantity: i64| {
            json!({
                "channel": "counter", "customer": ann.row.id, "method": "card",
                "lines": [{ "product": mug.row.id, "quantity_milli": quantity }]
            })
        };
        let sold: Order = shop.write("orders.sell", order(1_000));
        let back = json!({ "lines": [{ "line": 1, "restocked_milli": 1_000 }] });
        let back: Order = shop.write("orders.receive_return", shop.change(&sold, back));
        let refund = json!({ "method": "store_credit", "amount_minor": 1_000 });
        shop.write::<Order>("orders.refund", shop.change(&back, refund));
        let mut next = order(3_000);
        next.as_object_mut().unwrap().remove("method");
        next["payments"] = json!([{ "method": "store_credit" }, { "method": "card" }]);
        let next: Order = shop.write("orders.sell", next);
        assert_eq!(next.payments.len(), 2);
        let held: StoreCredit = shop.call("customers.store_credit", json!({ "id": ann.row.id }));
        let kinds: Vec<_> = held.moves.iter().map(|one| one.kind).collect();
        assert_eq!(held.balance_minor, 0);
        assert_eq!(kinds, [CreditMoveKind::Spent, CreditMoveKind::Refunded]);
        let mut nobody = order(1_000);
        nobody["customer"] = json!(null);
        nobody["method"] = json!("store_credit");
        nobody["request_id"] = json!(shop.request());
        let refused = ("customer_needed".to_owned(), Some("method".to_owned()));
        assert_eq!(shop.refused("orders.sell", nobody), refused);
        is_sound(&shop);
    }
}
