//! What a till counts of what comes back: acts over the counter, and nothing of the back office.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::till::Takings;
use serde_json::{Value, json};

fn counted(entries: &[(&str, Value)]) -> Takings {
    let mut takings = Takings::default();
    for (kind, payload) in entries {
        takings.add(kind, &payload.to_string());
    }
    takings
}

fn returned(till: Value) -> Value {
    json!({ "received": "00000000-0000-4000-8000-000000000001", "number": "CN-A-000001",
        "lines": [{ "line": 1, "restocked_milli": 1_000, "total_minor": 600, "tax_minor": 100 }],
        "till": till })
}

fn edited(till: Value) -> Value {
    json!({ "edit": "00000000-0000-4000-8000-000000000002", "till": till })
}

fn refunded(amount_minor: i64, rounding_minor: i64) -> Value {
    json!({ "payment": "00000000-0000-4000-8000-000000000003", "method": "cash",
        "amount_minor": amount_minor, "rounding_minor": rounding_minor })
}

fn share(total_minor: i64, tax_minor: i64) -> Value {
    let tax = json!({ "code": "standard", "rate_ppm": 200_000, "tax_minor": tax_minor,
        "base_minor": total_minor - tax_minor });
    json!({ "total_minor": total_minor, "taxes": [tax] })
}

#[test]
fn an_exchange_is_a_return_and_a_sale_and_its_tax_is_the_difference() {
    let takings = counted(&[
        ("order.returned", returned(share(-600, -100))),
        ("order.edited", edited(share(1_200, 200))),
    ]);
    assert_eq!((takings.returns, takings.returned_minor), (1, 600));
    assert_eq!((takings.sales, takings.sales_minor), (1, 1_200));
    assert_eq!(
        (takings.taxes[0].base_minor, takings.taxes[0].tax_minor),
        (500, 100)
    );
    assert_eq!(takings.first_number, None);
}

#[test]
fn what_went_out_in_coins_is_what_the_drawer_lacks() {
    let takings = counted(&[("order.refunded", refunded(1_003, 2))]);
    assert_eq!(
        (takings.cash_refunded_minor(), takings.rounding_minor),
        (1_005, -2)
    );
}

#[test]
fn returns_and_changes_of_the_back_office_are_none_of_the_till() {
    let takings = counted(&[
        ("order.returned", returned(Value::Null)),
        ("order.edited", edited(Value::Null)),
    ]);
    assert_eq!(takings, Takings::default());
}
