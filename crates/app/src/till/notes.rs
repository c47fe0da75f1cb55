//! Notes of other currencies in a drawer: what they are worth.
use book::Tx;
use domain::till::{NotesCounted, NotesExpected};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::credit::inside;
use crate::error::AppError;

/// Notes of another currency that were counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TillNotesCount {
    /// ISO 4217 code of their currency.
    pub currency: String,
    /// What they come to, minor units of it.
    pub counted_minor: i64,
}

/// What was counted, with what it is worth.
pub(super) fn counted(
    tx: &Tx<'_>,
    said: Option<&[TillNotesCount]>,
    expected: &[NotesExpected],
) -> Result<Vec<NotesCounted>, AppError> {
    let said = said.unwrap_or_default().iter().enumerate();
    let counted = said.map(|(index, one)| {
        worth(tx, (&one.currency, one.counted_minor), expected)
            .map_err(|error| inside(&format!("notes.{index}"), error))
    });
    counted.collect()
}

/// Notes of one currency: worth what those are that must be in the drawer, else at today's rate.
pub(super) fn worth(
    tx: &Tx<'_>,
    (code, counted_minor): (&str, i64),
    expected: &[NotesExpected],
) -> Result<NotesCounted, AppError> {
    let currency = code.trim().to_owned();
    let today = tx.settings().exchange(&currency, tx.business_day());
    let none = NotesExpected {
        currency: currency.clone(),
        ..NotesExpected::default()
    };
    let there = expected.iter().find(|one| one.currency == currency);
    let worth_minor = there
        .unwrap_or(&none)
        .worth(counted_minor, today.as_ref())?;
    Ok(NotesCounted {
        currency,
        counted_minor,
        worth_minor,
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    /// A till that is opened with pounds and dollars, where a dollar is worth 0.80.
    fn shop() -> (Shop, TillReport) {
        let shop = Shop::open();
        let rates = json!([
            { "currency": "USD", "rate": "0.8", "from": "2026-11-01", "source": "Bank" }
        ]);
        let settings = json!({ "expected_version": 1, "exchange_rates": rates });
        shop.write::<BookInfo>("book.amend", settings);
        let float = json!({
            "float_minor": 10_000, "notes": [{ "currency": "USD", "counted_minor": 5_000 }]
        });
        let opened = shop.write("till.open", float);
        (shop, opened)
    }

    fn cash(opened: &TillReport, version: i64, way: &str, amount_minor: i64) -> Value {
        json!({
            "id": opened.id, "expected_version": version, "way": way, "currency": "USD",
            "amount_minor": amount_minor, "reason": "To the bank"
        })
    }

    #[test]
    fn a_float_in_dollars_is_expected_again_less_what_went_out_of_it() {
        let (shop, opened) = shop();
        let mug = shop.product("MUG", 10_000_000);
        let sale = json!({
            "channel": "counter", "lines": [{ "product": mug.row.id, "quantity_milli": 1_000 }],
            "payments": [{ "method": "cash", "currency": "USD" }]
        });
        shop.write::<Order>("orders.sell", sale);
        let x: TillReport = shop.write("till.cash", cash(&opened, 1, "out", 4_000));
        assert_eq!((x.expected_minor, x.cash_out_minor), (10_000, 0));
        assert_eq!(x.moves[0].currency.as_deref(), Some("USD"));
        assert_eq!(x.moves[0].amount_minor, -4_000);
        let held = &x.notes[0];
        assert_eq!((held.float_minor, held.received_minor), (5_000, 1_250));
        assert_eq!((held.out_minor, held.expected_minor), (4_000, 2_250));
        let count = json!({
            "id": opened.id, "expected_version": 2,
            "counts": [{ "denomination_minor": 5_000, "count": 2 }],
            "notes": [{ "currency": "USD", "counted_minor": 2_250 }]
        });
        let z: TillReport = shop.write("till.close", count);
        assert_eq!(
            (z.difference_minor, z.notes[0].difference_minor),
            (Some(0), Some(0))
        );
        let slip: Value = shop.call("receipts.preview", json!({ "till": z.id }));
        let text = slip["text"].as_str().unwrap_or_default();
        for words in ["50.00 USD", "-40.00 USD", "22.50 USD"] {
            assert!(text.contains(words), "{words} in\n{text}");
        }
        let verified = shop.job("book.verify", json!({})).output.unwrap();
        assert_eq!(verified["ok"], json!(true), "{verified}");
    }

    #[test]
    fn notes_without_a_rate_are_no_float_and_do_not_move() {
        let (shop, opened) = shop();
        let refused = |verb: &str, mut input: Value| {
            input["request_id"] = json!(shop.request());
            shop.refused(verb, input)
        };
        let mut francs = cash(&opened, 1, "in", 1_000);
        francs["currency"] = json!("CHF");
        let missing = |field: &str| ("rate_missing".to_owned(), Some(field.to_owned()));
        assert_eq!(refused("till.cash", francs), missing("currency"));
        let nothing = cash(&opened, 1, "in", 0);
        let field = Some("amount_minor".to_owned());
        assert_eq!(
            refused("till.cash", nothing),
            ("amount_not_positive".into(), field)
        );
        let closed = json!({ "id": opened.id, "expected_version": 1, "counts": [] });
        shop.write::<TillReport>("till.close", closed);
        let float = json!({
            "float_minor": 0, "notes": [{ "currency": "CHF", "counted_minor": 1 }]
        });
        assert_eq!(refused("till.open", float), missing("notes.0.currency"));
    }
}
