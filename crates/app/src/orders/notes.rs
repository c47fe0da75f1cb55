//! Notes of another currency that pay over the counter, at the rate of the day.
use book::Tx;
use domain::till::{CASH, NotesGiven, Part};

use super::tender::SalePayment;
use crate::error::AppError;

/// Puts the notes on the parts that they pay, with their rate; what they are taken for is told
/// where it is known what is still due.
pub(super) fn put(
    tx: &Tx<'_>,
    said: Option<&[SalePayment]>,
    parts: &mut [Part],
    total_minor: i64,
) -> Result<(), AppError> {
    let said = said.unwrap_or_default().iter().enumerate();
    for ((index, payment), part) in said.zip(parts) {
        let code = payment
            .currency
            .as_deref()
            .map(str::trim)
            .unwrap_or_default();
        if code.is_empty() || code == tx.settings().currency() {
            continue;
        }
        let at = |field: &str| format!("payments.{index}.{field}");
        if part.method != CASH || total_minor < 0 {
            return Err(AppError::at(at("currency"), "notes_cash_in"));
        }
        let exchange = tx.settings().exchange(code, tx.business_day());
        let exchange =
            exchange.ok_or_else(|| AppError::at(at("currency"), "rate_missing").with(code))?;
        part.notes = Some(NotesGiven {
            exchange,
            given_minor: part.tendered_minor.take(),
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    /// A shop with a till that is open and a dollar that is worth 0.80.
    fn shop() -> (Shop, Product, TillReport) {
        let shop = Shop::open();
        let rates = json!([
            { "currency": "USD", "rate": "0.8", "from": "2026-11-01", "source": "Bank" }
        ]);
        let settings = json!({ "expected_version": 1, "exchange_rates": rates });
        shop.write::<BookInfo>("book.amend", settings);
        let mug = shop.product("MUG", 17_500_000);
        let opened = shop.write("till.open", json!({ "float_minor": 10_000 }));
        (shop, mug, opened)
    }

    fn sale(mug: &Product, payments: &Value) -> Value {
        let line = json!({ "product": mug.row.id, "quantity_milli": 1_000 });
        json!({ "channel": "counter", "lines": [line], "payments": payments })
    }

    fn said(slip: &Value) -> &str {
        slip["text"].as_str().unwrap_or_default()
    }

    fn dollars(given_minor: Option<i64>) -> Value {
        json!({ "method": "cash", "currency": "USD", "tendered_minor": given_minor })
    }

    #[test]
    fn notes_are_taken_at_the_days_rate_and_lie_apart_until_they_are_counted() {
        let (shop, mug, opened) = shop();
        let sold: Order = shop.write("orders.sell", sale(&mug, &json!([dollars(Some(3_000))])));
        assert_eq!((sold.change_minor, sold.due_minor), (650, 0));
        let notes = sold.payments[0].notes.clone().unwrap();
        assert_eq!((notes.worth_minor, notes.enough_minor), (2_400, 2_188));
        let slip: Value = shop.call("receipts.preview", json!({ "order": sold.head.id }));
        for words in ["30.00 USD", "taken for (1 USD = 0.8 GBP)", "24.00", "6.50"] {
            assert!(said(&slip).contains(words), "{words} in\n{slip}");
        }
        // Nothing said: just enough, here for what a card leaves open.
        let split = json!([{ "method": "card", "amount_minor": 750 }, dollars(None)]);
        let split: Order = shop.write("orders.sell", sale(&mug, &split));
        assert_eq!(split.change_minor, 0);
        let x: TillReport = shop.call("till.report", json!({}));
        // Only the change went out of the book's own cash.
        assert_eq!(
            (x.expected_minor, x.cash_received_minor),
            (10_000 - 650, -650)
        );
        let cash = x.methods.iter().find(|sum| sum.method == "cash").unwrap();
        assert_eq!(cash.received_minor, 1_750 + 1_000);
        let taken = &x.notes[0];
        assert_eq!((taken.received_minor, taken.worth_minor), (4_250, 3_400));
        let count = json!({
            "id": opened.id, "expected_version": opened.version,
            "counts": [{ "denomination_minor": 5, "count": 1_870 }],
            "notes": [{ "currency": "USD", "counted_minor": 4_150 }]
        });
        let z: TillReport = shop.write("till.close", count);
        assert_eq!(z.difference_minor, Some(0));
        assert_eq!(z.notes[0].difference_minor, Some(-100));
        let slip: Value = shop.call("receipts.preview", json!({ "till": z.id }));
        for words in ["42.50 USD", "-1.00 USD", "taken for 34.00"] {
            assert!(said(&slip).contains(words), "{words} in\n{slip}");
        }
        let verified = shop.job("book.verify", json!({})).output.unwrap();
        assert_eq!(verified["ok"], json!(true), "{verified}");
    }

    #[test]
    fn notes_are_too_few_without_a_rate_or_no_cash_and_never_go_out() {
        let (shop, mug, opened) = shop();
        let refused = |verb: &str, mut input: Value| {
            input["request_id"] = json!(shop.request());
            shop.refused(verb, input)
        };
        let at = |code: &str, field: &str| (code.to_owned(), Some(field.to_owned()));
        let little = sale(&mug, &json!([dollars(Some(2_000))]));
        let field = "payments.0.tendered_minor";
        assert_eq!(
            refused("orders.sell", little),
            at("tendered_too_little", field)
        );
        let nothing = sale(&mug, &json!([dollars(Some(0))]));
        assert_eq!(
            refused("orders.sell", nothing),
            at("amount_not_positive", field)
        );
        let francs = json!([{ "method": "cash", "currency": "CHF", "tendered_minor": 9_000 }]);
        let field = "payments.0.currency";
        assert_eq!(
            refused("orders.sell", sale(&mug, &francs)),
            at("rate_missing", field)
        );
        let card = json!([{ "method": "card", "currency": "USD", "tendered_minor": 9_000 }]);
        assert_eq!(
            refused("orders.sell", sale(&mug, &card)),
            at("notes_cash_in", field)
        );
        let back = json!({
            "lines": [{ "product": mug.row.id, "quantity_milli": 1_000 }], "reason": "Gift",
            "payments": [dollars(None)]
        });
        assert_eq!(refused("orders.take_in", back), at("notes_cash_in", field));
        let count = json!({
            "id": opened.id, "expected_version": opened.version, "counts": [],
            "notes": [{ "currency": "CHF", "counted_minor": 1 }]
        });
        assert_eq!(
            refused("till.close", count),
            at("rate_missing", "notes.0.currency")
        );
    }
}
