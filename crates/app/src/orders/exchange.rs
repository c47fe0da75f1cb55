//! The rates of orders in another currency than the book's: of the day that an order is agreed, and
//! of the days that it is paid.
use book::Tx;
use domain::order::{Exchange, Order, payable};

use super::input::OrderInput;
use crate::credit::Purse;
use crate::error::AppError;

/// The rate of the day of another currency that is asked for.
pub(super) fn asked(tx: &Tx<'_>, asked: &OrderInput) -> Result<Option<Exchange>, AppError> {
    let asked = asked.currency.as_deref().map(str::trim).unwrap_or_default();
    if asked.is_empty() || asked == tx.settings().currency() {
        return Ok(None);
    }
    let rate = tx.settings().exchange(asked, tx.business_day());
    let missing = || AppError::at("currency", "rate_missing").with(asked);
    rate.map(Some).ok_or_else(missing)
}

/// The rate of today of an order's currency, when that is not the book's.
pub(super) fn today(tx: &Tx<'_>, now: &Order) -> Option<Exchange> {
    let own = now.document.exchange.as_ref()?;
    tx.settings()
        .exchange(own.rate.from().code(), tx.business_day())
}

/// What purses hold, said in the currency of the order that they pay one after the other; `asked`
/// is what each is to pay, where that was said.
pub(super) fn held(
    tx: &Tx<'_>,
    now: &Order,
    purses: Vec<Option<Purse>>,
    asked: &[Option<i64>],
) -> Vec<Option<Purse>> {
    let today = today(tx, now);
    let (mut paid_minor, mut due_minor) = (now.paid_minor(), now.due_minor());
    let own = |(index, purse): (usize, Option<Purse>)| {
        let held = purse.map(|purse| Purse {
            balance_minor: payable(now, paid_minor, purse.balance_minor, today.as_ref()),
            ..purse
        });
        let most = held.map_or(due_minor, |held| held.balance_minor.min(due_minor));
        let asked = asked.get(index).copied().flatten();
        let pays = asked.unwrap_or(most).min(most).max(0);
        (paid_minor, due_minor) = (paid_minor + pays, due_minor - pays);
        held
    };
    purses.into_iter().enumerate().map(own).collect()
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::{NOON_MS, Shop};

    const DAY_MS: i64 = 86_400_000;

    /// A shop with rates of two days: 0.80, then 0.90 pounds for a dollar.
    fn shop() -> Shop {
        let shop = Shop::open();
        let rates = json!([
            { "currency": "USD", "rate": "0.8", "from": "2026-11-01", "source": "Bank" },
            { "currency": "usd", "rate": "0.90", "from": "2026-11-24", "source": "Bank" }
        ]);
        let settings = json!({ "expected_version": 1, "exchange_rates": rates });
        let info: BookInfo = shop.write("book.amend", settings);
        assert_eq!(info.exchange_rates[1].rate, "0.9");
        shop
    }

    fn legs(shop: &Shop, ann: &Customer) -> Statement {
        let input = json!({ "id": ann.row.id, "from": "2026-11-01", "to": "2026-12-31" });
        shop.call("customers.statement", input)
    }

    #[test]
    fn an_order_in_dollars_counts_in_pounds_and_is_paid_at_the_rate_of_its_day() {
        let shop = shop();
        let (mug, ann) = (shop.product("MUG", 10_000_000), shop.customer("Ann"));
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 3_000 }]);
        let order = json!({
            "channel": "phone", "customer": ann.row.id, "currency": "USD", "lines": lines
        });
        let placed: Order = shop.write("orders.place", order.clone());
        assert_eq!(
            (placed.currency.as_str(), placed.lines[0].unit_price_micro),
            ("USD", 12_500_000)
        );
        let worth = placed.exchange.clone().unwrap();
        assert_eq!((placed.head.total_minor, worth.total_minor), (3_750, 3_000));
        assert_eq!(worth.rate, "1 USD = 0.8 GBP");
        let page: Page<OrderRow> = shop.call("orders.list", json!({ "offset": 0, "limit": 9 }));
        let head = &page.rows[0].head;
        assert_eq!(
            (head.total_minor, head.foreign_currency.as_deref()),
            (3_750, Some("USD"))
        );
        let now: Customer = shop.call("customers.get", json!({ "id": ann.row.id }));
        assert_eq!(now.row.balance_minor, 3_000);
        assert_eq!(legs(&shop, &ann).closing_minor, 3_000);
        shop.clock.set(NOON_MS + DAY_MS);
        let pay = |method: &str, minor: i64| json!({ "method": method, "amount_minor": minor });
        // Of cash it is pounds that change hands.
        let part: Order = shop.write("orders.pay", shop.change(&placed, pay("cash", 1_250)));
        let cash = &part.payments[0];
        assert_eq!((cash.received_minor, cash.is_book_money), (1_125, true));
        let paid: Order = shop.write("orders.pay", shop.change(&part, pay("bank", 2_500)));
        let worth: Option<i64> = paid.payments.iter().map(|part| part.book_minor).sum();
        assert_eq!((paid.due_minor, worth), (0, Some(3_375)));
        assert_eq!(legs(&shop, &ann).closing_minor, 0);
        let verified = shop.job("book.verify", json!({})).output.unwrap();
        assert_eq!(verified["ok"], json!(true), "{verified}");
    }

    #[test]
    fn a_currency_without_a_rate_and_a_rate_that_is_none_are_refused() {
        let shop = shop();
        let mug = shop.product("MUG", 10_000_000);
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
        let order = |currency: &str| -> Value {
            json!({
                "channel": "counter", "currency": currency, "lines": lines,
                "request_id": shop.request()
            })
        };
        let field = Some("currency".to_owned());
        assert_eq!(
            shop.refused("orders.place", order("CHF")),
            ("rate_missing".into(), field.clone())
        );
        let rates =
            json!([{ "currency": "USD", "rate": "1,2", "from": "2026-11-01", "source": "" }]);
        let settings = json!({
            "expected_version": 2, "exchange_rates": rates, "request_id": shop.request()
        });
        let field = Some("exchange_rates.0.rate".to_owned());
        assert_eq!(
            shop.refused("book.amend", settings),
            ("rate_malformed".into(), field)
        );
    }

    fn in_dollars(product: &Product, milli: i64) -> Value {
        let line = json!({ "product": product.row.id, "quantity_milli": milli });
        json!({ "channel": "phone", "currency": "USD", "lines": [line] })
    }

    fn is_sound(shop: &Shop) {
        let verified = shop.job("book.verify", json!({})).output.unwrap();
        assert_eq!(verified["ok"], json!(true), "{verified}");
    }

    #[test]
    fn a_coupon_of_ten_pounds_is_twelve_dollars_fifty_from_the_same_minimum_on() {
        let shop = shop();
        let mug = shop.product("MUG", 10_000_000);
        let ten = json!({
            "name": "Ten off", "effect": "order_fixed", "amount_minor": 1_000,
            "minimum_minor": 2_000, "coupon": "ten"
        });
        let ten: Promotion = shop.write("promotions.create", ten);
        let mut order = in_dollars(&mug, 1_000);
        order["coupons"] = json!(["ten"]);
        order["request_id"] = json!(shop.request());
        let refused = shop
            .try_call::<Value>("orders.place", order.clone())
            .unwrap_err();
        assert_eq!(refused.code, "coupon_minimum");
        // Two mugs would do: one more of 12.50.
        assert_eq!(refused.detail.as_deref(), Some("1250 USD"));
        order["lines"][0]["quantity_milli"] = json!(3_000);
        let placed: Order = shop.write("orders.place", order);
        assert_eq!(placed.head.total_minor, 3_750 - 1_250);
        let given = &placed.promotions[0];
        assert_eq!(
            (given.off_minor, given.book_amount_minor),
            (1_250, Some(1_000))
        );
        let now: Promotion = shop.call("promotions.get", json!({ "id": ten.row.id }));
        assert_eq!((now.row.uses, now.row.given_minor), (1, 1_000));
        is_sound(&shop);
    }

    #[test]
    fn points_are_worth_on_an_order_in_dollars_what_they_are_in_pounds() {
        let shop = shop();
        let loyalty = json!({
            "enabled": true, "points_per_unit_milli": 1_000, "point_worth_micro": 50_000,
            "least_points": 0, "expires_days": null, "earns_nothing": []
        });
        let settings = json!({ "expected_version": 2, "loyalty": loyalty });
        shop.write::<BookInfo>("book.amend", settings);
        let (ann, mug) = (shop.customer("Ann"), shop.product("MUG", 10_000_000));
        let points = || -> i64 {
            let now: CustomerPoints = shop.call("customers.points", json!({ "id": ann.row.id }));
            now.balance
        };
        let sale = json!({
            "channel": "counter", "customer": ann.row.id, "method": "cash",
            "lines": [{ "product": mug.row.id, "quantity_milli": 4_000 }]
        });
        shop.write::<Order>("orders.sell", sale);
        assert_eq!(points(), 40);
        let mut order = in_dollars(&mug, 2_000);
        (order["customer"], order["points"]) = (json!(ann.row.id), json!(30));
        let placed: Order = shop.write("orders.place", order);
        // Thirty points are 1.50 pounds: 1.875 dollars, of which no fraction is given.
        assert_eq!(placed.head.total_minor, 2_500 - 187);
        let pay = json!({ "method": "bank", "amount_minor": 2_313 });
        let paid: Order = shop.write("orders.pay", shop.change(&placed, pay));
        let sent: Order = shop.write("orders.fulfil", shop.change(&paid, json!({})));
        // 23.13 dollars are 18.50 pounds.
        assert_eq!(points(), 40 - 30 + 18);
        let back = json!({ "lines": [{ "line": 1, "restocked_milli": 2_000 }] });
        let back: Order = shop.write("orders.receive_return", shop.change(&sent, back));
        let refund = json!({ "method": "bank", "amount_minor": 2_313 });
        shop.write::<Order>("orders.refund", shop.change(&back, refund));
        assert_eq!(points(), 40);
        is_sound(&shop);
    }

    #[test]
    fn a_card_that_is_paid_in_dollars_holds_pounds_whatever_happens_to_the_rest() {
        let shop = shop();
        let (mug, ann) = (shop.product("MUG", 3_330_000), shop.customer("Ann"));
        let card = json!({
            "gift_card": "GIFT-1", "unit_price_micro": 49_990_000, "quantity_milli": 1_000
        });
        let mut order = in_dollars(&mug, 3_000);
        order["customer"] = json!(ann.row.id);
        order["lines"].as_array_mut().unwrap().push(card);
        let placed: Order = shop.write("orders.place", order);
        // 49.99 at 0.80 are 39.992.
        assert_eq!(placed.lines[1].gift_card_worth_minor, Some(3_999));
        let handed = json!({ "lines": [{ "line": 2, "quantity_milli": 1_000 }] });
        let handed: Order = shop.write("orders.fulfil", shop.change(&placed, handed));
        let on_card = || -> i64 {
            let card: GiftCard = shop.call("gift_cards.by_code", json!({ "code": "GIFT-1" }));
            card.row.balance_minor
        };
        assert_eq!(on_card(), 3_999);
        let without = json!({ "lines": [{ "line": 1, "quantity_milli": 3_000 }] });
        let without: Order = shop.write("orders.cancel", shop.change(&handed, without));
        assert_eq!((on_card(), without.head.total_minor), (3_999, 4_999));
        assert_eq!(legs(&shop, &ann).closing_minor, 3_999);
        let pay = json!({ "method": "bank", "amount_minor": 4_999 });
        let paid: Order = shop.write("orders.pay", shop.change(&without, pay));
        is_sound(&shop);
        let spent = json!({
            "channel": "counter", "lines": [{ "product": mug.row.id, "quantity_milli": 1_000 }],
            "payments": [{ "method": "gift_card", "gift_card": "GIFT-1" }]
        });
        shop.write::<Order>("orders.sell", spent);
        let back = json!({ "lines": [{ "line": 2, "restocked_milli": 1_000 }] });
        let mut back = shop.change(&paid, back);
        back["request_id"] = json!(shop.request());
        assert_eq!(
            shop.refused("orders.receive_return", back).0,
            "gift_card_spent"
        );
        is_sound(&shop);
    }
}
