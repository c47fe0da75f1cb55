//! `counts.finish`: what was counted holds. The differences are booked at the time of each count.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written, check_version};
use crate::write::Call;
use book::Said;
use book::dto::Count;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What becomes of what nobody found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CountFinish {
    /// What should be there and was not found is gone; it stays as it was otherwise.
    pub missing_is_gone: Option<bool>,
}

/// What it takes.
pub type Input = Amend<CountFinish>;
/// What it gives.
pub type Output = Written<Count>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        Call::from(change).finding(),
        |tx| {
            let now = steps::count(tx, change.id)?;
            check_version(now.version, change.expected_version)?;
            let missing = if input.body.missing_is_gone == Some(true) {
                tx.read().missing_of(change.id)?
            } else {
                Vec::new()
            };
            let said = domain::count::finish(&now, missing)?;
            tx.append(Said::new(
                steps::subject(change.id),
                "count.finished",
                &said,
            ))?;
            Ok(change.id)
        },
        steps::face,
    )
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::{NOON_MS, Shop};

    fn opened(shop: &Shop, input: Value) -> Count {
        shop.write("counts.open", input)
    }

    fn found(shop: &Shop, count: &Count, counter: &str, lines: Value) -> Count {
        let input = json!({ "id": count.row.id, "counter": counter, "lines": lines });
        shop.write("counts.count", input)
    }

    fn finish(shop: &Shop, count: &Count, gone: bool) -> Count {
        let input = json!({
            "id": count.row.id, "expected_version": count.row.version, "missing_is_gone": gone
        });
        shop.write("counts.finish", input)
    }

    fn on_hand(shop: &Shop, product: &Product) -> i64 {
        let now: Product = shop.call("products.get", json!({ "id": product.row.id }));
        now.row.on_hand_milli
    }

    #[test]
    fn two_counters_add_up_and_a_recount_takes_the_place_of_ones_own() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        shop.clock.set(NOON_MS + 60_000);
        let count = opened(&shop, json!({ "location": "main" }));
        let of = |milli: i64| json!([{ "product": mug.row.id, "quantity_milli": milli }]);
        found(&shop, &count, "A", of(1_000));
        found(&shop, &count, "A", of(1_000));
        found(&shop, &count, "B", of(9_000));
        let again = json!([{
            "product": mug.row.id, "quantity_milli": 8_000, "recount": true
        }]);
        let count = found(&shop, &count, "A", again);
        let line = &count.lines[0];
        assert_eq!(
            (line.counted_milli, line.difference_milli),
            (Some(17_000), Some(-3_000))
        );
        assert_eq!(on_hand(&shop, &mug), 20_000);
        let done = finish(&shop, &count, false);
        assert_eq!(done.row.state, CountState::Finished);
        assert_eq!(done.lines[0].difference_milli, Some(-3_000));
        assert_eq!(on_hand(&shop, &mug), 17_000);
    }

    #[test]
    fn what_is_sold_while_others_count_is_neither_lost_nor_counted_twice() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        shop.clock.set(NOON_MS + 60_000);
        let count = opened(&shop, json!({ "location": "main" }));
        let count = found(
            &shop,
            &count,
            "A",
            json!([{ "product": mug.row.id, "quantity_milli": 19_000 }]),
        );
        shop.clock.set(NOON_MS + 120_000);
        shop.sold(&mug, 4_000);
        shop.clock.set(NOON_MS + 180_000);
        finish(&shop, &count, true);
        assert_eq!(on_hand(&shop, &mug), 15_000);
    }

    #[test]
    fn what_nobody_found_is_gone_only_when_that_is_said() {
        let shop = Shop::open();
        let (mug, cup) = (
            shop.product("MUG", 1_000_000),
            shop.product("CUP", 1_000_000),
        );
        shop.clock.set(NOON_MS + 60_000);
        let line = json!([{ "product": mug.row.id, "quantity_milli": 20_000 }]);
        let count = opened(&shop, json!({ "location": "main" }));
        let count = found(&shop, &count, "A", line.clone());
        assert_eq!(
            (count.missing_count, count.missing[0].product),
            (1, cup.row.id)
        );
        finish(&shop, &count, false);
        assert_eq!(on_hand(&shop, &cup), 20_000);
        let count = opened(&shop, json!({ "location": "main" }));
        let count = found(&shop, &count, "A", line);
        let done = finish(&shop, &count, true);
        assert_eq!(done.missing[0].difference_milli, Some(-20_000));
        assert_eq!((on_hand(&shop, &cup), on_hand(&shop, &mug)), (0, 20_000));
    }

    #[test]
    fn who_counts_blind_sees_what_should_be_there_only_at_the_end() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        shop.clock.set(NOON_MS + 60_000);
        let count = opened(&shop, json!({ "location": "main", "blind": true }));
        let line = json!([{ "product": mug.row.id, "quantity_milli": 20_000 }]);
        let count = found(&shop, &count, "A", line);
        assert_eq!(count.lines[0].expected_milli, None);
        let asked = json!({ "id": count.row.id, "reveal": true });
        let shown: Count = shop.call("counts.get", asked);
        assert_eq!(shown.lines[0].expected_milli, Some(20_000));
        let done = finish(&shop, &count, false);
        assert_eq!(done.lines[0].expected_milli, Some(20_000));
    }

    #[test]
    fn a_count_that_is_over_takes_nothing_more() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let count = opened(&shop, json!({ "location": "main" }));
        let line = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
        let done = finish(&shop, &found(&shop, &count, "A", line.clone()), false);
        let input = json!({
            "id": done.row.id, "counter": "A", "lines": line, "request_id": shop.request()
        });
        assert_eq!(shop.refused("counts.count", input).0, "count_not_open");
    }
}
