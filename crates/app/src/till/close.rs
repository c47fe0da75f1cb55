//! `till.close`: the count ends the session, whatever it comes to: the Z report with the next
//! number of this device. A dry run tells what a count comes to before it is confirmed.
use super::notes::{self, TillNotesCount};
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::{TillCount, TillReport};
use domain::till::Counted;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What lies in the drawer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TillCounted {
    /// How many of each note and coin; what is not named is not there.
    #[ts(optional = false)]
    pub counts: Vec<TillCount>,
    /// What there is in notes of other currencies.
    pub notes: Option<Vec<TillNotesCount>>,
}

/// What it takes.
pub type Input = Amend<TillCounted>;
/// What it gives.
pub type Output = Written<TillReport>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let counts: Vec<Counted> = input.body.counts.iter().map(counted).collect();
    app.write(
        input.part,
        |tx| {
            let now = steps::session(tx, &input.part)?;
            let from = now.opened.as_ref().map_or(0, |(_, deed)| deed.seq);
            let (takings, _) = tx.read().takings_since(now.device, from)?;
            let number = tx.next_number("z")?;
            let expected = now.notes_expected(&takings);
            let notes = notes::counted(tx, input.body.notes.as_deref(), &expected)?;
            let counted = (counts.as_slice(), notes);
            let said = domain::till::close(&now, tx.device().id, counted, takings, number)?;
            steps::append(tx, input.part.id, "till.closed", &said)?;
            Ok(input.part.id)
        },
        steps::face,
    )
}

fn counted(one: &TillCount) -> Counted {
    Counted {
        denomination_minor: one.denomination_minor,
        count: one.count,
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    fn sale(product: &Product, payments: &Value) -> Value {
        let line = json!({ "product": product.row.id, "quantity_milli": 1_000 });
        json!({ "channel": "counter", "lines": [line], "payments": payments })
    }

    fn count(report: &TillReport, counts: &[(i64, i64)]) -> Value {
        let counts: Vec<Value> = counts
            .iter()
            .map(|(size, count)| json!({ "denomination_minor": size, "count": count }))
            .collect();
        json!({ "id": report.id, "expected_version": report.version, "counts": counts })
    }

    #[test]
    fn a_day_at_the_till_is_right_to_the_cent() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 17_500_000);
        shop.write::<Order>("orders.sell", sale(&mug, &json!([{ "method": "cash" }])));
        let opened: TillReport = shop.write("till.open", json!({ "float_minor": 10_000 }));
        let cash = json!([{ "method": "cash", "tendered_minor": 2_000 }]);
        let first: Order = shop.write("orders.sell", sale(&mug, &cash));
        let split = json!([{ "method": "card", "amount_minor": 1_000 }, { "method": "cash" }]);
        let last: Order = shop.write("orders.sell", sale(&mug, &split));
        let refund = json!({ "method": "cash", "amount_minor": 300 });
        shop.write::<Order>("orders.refund", shop.change(&first, refund));
        let x: TillReport = shop.call("till.report", json!({}));
        // 100.00 + 17.50 + 7.50 - 3.00
        assert_eq!(
            (x.expected_minor, x.sales, x.sales_minor, x.change_minor),
            (12_200, 2, 3_500, 250)
        );
        assert_eq!(x.first_number.as_deref(), Some(first.head.number.as_str()));
        assert_eq!(x.last_number.as_deref(), Some(last.head.number.as_str()));
        assert_eq!(x.taxes[0].tax_minor, 2 * first.tax_minor);
        let card = x.methods.iter().find(|sum| sum.method == "card").unwrap();
        assert_eq!((card.payments, card.received_minor), (1, 1_000));

        let z: TillReport = shop.write("till.close", count(&opened, &[(5_000, 2), (100, 21)]));
        assert_eq!(
            (z.number.as_deref(), z.counted_minor, z.difference_minor),
            (Some("A-000001"), Some(12_100), Some(-100))
        );
        let again: TillReport = shop.call("till.report", json!({ "number": "A-000001" }));
        assert!(again.copy);
        assert_eq!(
            TillReport {
                copy: false,
                ..again
            },
            z
        );
        shop.write::<Order>("orders.sell", sale(&mug, &cash));
        let later: TillReport = shop.call("till.report", json!({ "id": z.id }));
        assert_eq!(
            TillReport {
                copy: false,
                ..later
            },
            z
        );
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
    }

    #[test]
    fn z_reports_are_numbered_without_holes_and_a_trial_takes_no_number() {
        let shop = Shop::open();
        for number in ["A-000001", "A-000002"] {
            let opened: TillReport = shop.write("till.open", json!({ "float_minor": 0 }));
            let mut trial = count(&opened, &[(1, 5)]);
            trial["dry_run"] = json!(true);
            let tried: TillReport = shop.write("till.close", trial);
            assert_eq!(tried.counted_minor, Some(5));
            let z: TillReport = shop.write("till.close", count(&opened, &[]));
            assert_eq!(z.number.as_deref(), Some(number));
            let mut twice = count(&z, &[]);
            twice["request_id"] = json!(shop.request());
            assert_eq!(shop.refused("till.close", twice).0, "till_closed");
        }
        let status: TillStatus = shop.call("till.status", json!({}));
        let numbers: Vec<_> = status.earlier.iter().map(|row| &*row.number).collect();
        assert_eq!(numbers, ["A-000002", "A-000001"]);
        assert_eq!(shop.refused("till.report", json!({})).0, "till_not_open");
    }

    #[test]
    fn a_count_that_cannot_be_read_is_refused_at_its_field() {
        let shop = Shop::open();
        let opened: TillReport = shop.write("till.open", json!({ "float_minor": 0 }));
        for (counts, code, field) in [
            (
                &[(0, 1)][..],
                "amount_not_positive",
                "counts.0.denomination_minor",
            ),
            (
                &[(5, 1), (5, 2)],
                "claimed_twice",
                "counts.1.denomination_minor",
            ),
            (&[(5, -1)], "out_of_range", "counts.0.count"),
        ] {
            let mut input = count(&opened, counts);
            input["request_id"] = json!(shop.request());
            let refused = (code.to_owned(), Some(field.to_owned()));
            assert_eq!(shop.refused("till.close", input), refused);
        }
    }
}
