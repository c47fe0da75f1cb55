//! The rates of orders in another currency than the book's: of the day that an order is agreed, and
//! of the days that it is paid.
use book::Tx;
use domain::order::{Exchange, Order};

use super::input::OrderInput;
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
        let pay = |method: &str| json!({ "method": method, "amount_minor": 3_750 });
        let mut cash = shop.change(&placed, pay("cash"));
        cash["request_id"] = json!(shop.request());
        let refused = ("cash_other_currency".to_owned(), Some("method".to_owned()));
        assert_eq!(shop.refused("orders.pay", cash), refused);
        let paid: Order = shop.write("orders.pay", shop.change(&placed, pay("bank")));
        assert_eq!(
            (paid.due_minor, paid.payments[0].book_minor),
            (0, Some(3_375))
        );
        assert_eq!(legs(&shop, &ann).closing_minor, 0);
        let verified = shop.job("book.verify", json!({})).output.unwrap();
        assert_eq!(verified["ok"], json!(true), "{verified}");
    }

    #[test]
    fn a_currency_without_a_rate_and_a_sale_at_the_counter_are_refused() {
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
        let mut sale = order("USD");
        sale["method"] = json!("card");
        assert_eq!(
            shop.refused("orders.sell", sale),
            ("currency_differs".into(), field)
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
}
