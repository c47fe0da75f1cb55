//! `stock.adjust`: corrects what is there, by a change or by a count.
use crate::App;
use crate::error::AppError;
use crate::lots::coming;
use crate::lots::input::{Goods, LotInput};
use crate::lots::leaving::{self, Leaving};
use crate::place;
use crate::product;
use book::dto::Product;
use book::{Read, Said, Tx};
use domain::lot::LotPart;
use domain::stock::{Change, MAIN};
use domain::{Subject, SubjectKind};
use uuid::Uuid;

use crate::request::{Create, Written};
use crate::write::Call;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A correction: either the change or the count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct StockAdjust {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// The place; the main one when absent.
    pub location: Option<String>,
    /// The change: found above zero, lost below.
    pub quantity_milli: Option<i64>,
    /// What is there now.
    pub counted_milli: Option<i64>,
    /// What one unit of what was found cost.
    pub unit_cost_micro: Option<i64>,
    /// Why.
    #[ts(optional = false)]
    pub reason: String,
    /// The lots or serial numbers of what was found or lost; of lost goods the book chooses when
    /// absent.
    pub lots: Option<Vec<LotInput>>,
}

/// What it takes.
pub type Input = Create<StockAdjust>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = &input.body;
    let location = asked.location.as_deref().unwrap_or(MAIN);
    app.write(
        Call::making(input.part, SubjectKind::Stock).finding(),
        |tx| {
            let found = product::product(tx, asked.product);
            let goods = found.map_err(|error| error.in_field("product"))?;
            place::check_known(tx, "location", location)?;
            let change = Change {
                quantity_milli: change_milli(&tx.read(), asked, location)?,
                unit_cost_micro: asked.unit_cost_micro,
            };
            let mut said = domain::stock::adjust(&goods, location, change, &asked.reason)?;
            said.lots = lots(app, tx, (asked, location), change.quantity_milli)?;
            let subject = Subject::new(SubjectKind::Stock, app.new_id());
            tx.append(Said::new(subject, "stock.adjusted", &said))?;
            Ok(asked.product)
        },
        // A repeat finds the stock document; what is shown is the product's page.
        |read, _| product::face(read, asked.product),
    )
}

/// The lots of what changes, with its sign.
fn lots(
    app: &App,
    tx: &mut Tx<'_>,
    (asked, location): (&StockAdjust, &str),
    change_milli: i64,
) -> Result<Vec<LotPart>, AppError> {
    let goods = [Goods {
        field: "lots".to_owned(),
        product: asked.product,
        line: None,
        component: false,
        quantity_milli: change_milli.saturating_abs(),
        named: asked.lots.as_deref(),
    }];
    if change_milli > 0 {
        return coming::lots(app, tx, &goods);
    }
    let mut parts = leaving::lots(app, tx, (location, Leaving::Moved), &goods)?;
    for part in &mut parts {
        part.quantity_milli = part.quantity_milli.saturating_neg();
    }
    Ok(parts)
}

/// The change asked for, or the one that makes what is there what was counted.
fn change_milli(read: &Read<'_>, asked: &StockAdjust, location: &str) -> Result<i64, AppError> {
    match (asked.quantity_milli, asked.counted_milli) {
        (Some(change_milli), None) => Ok(change_milli),
        (None, Some(counted_milli)) => {
            let levels = read.product(asked.product)?.stock;
            let level = levels.iter().find(|level| level.location == location);
            let on_hand_milli = level.map_or(0, |level| level.on_hand_milli);
            let change_milli = counted_milli.saturating_sub(on_hand_milli);
            if change_milli == 0 {
                return Err(AppError::at("counted_milli", "count_agrees"));
            }
            Ok(change_milli)
        }
        (None, None) => Err(AppError::at("quantity_milli", "required")),
        (Some(_), Some(_)) => Err(AppError::at("counted_milli", "change_or_count")),
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::request::Written;
    use crate::testing::Shop;

    #[test]
    fn a_count_books_the_difference() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let input = json!({ "product": mug.row.id, "counted_milli": 17_500, "reason": "broken" });
        let after: Product = shop.write("stock.adjust", input);
        assert_eq!(after.row.on_hand_milli, 17_500);
    }

    #[test]
    fn a_repeat_of_the_request_changes_nothing() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let input = json!({
            "product": mug.row.id, "quantity_milli": -1_000, "reason": "broken",
            "request_id": shop.request()
        });
        let first: Written<Product> = shop.call("stock.adjust", input.clone());
        let second: Written<Product> = shop.call("stock.adjust", input);
        assert_eq!(first.output.row, second.output.row);
        assert_eq!(second.output.row.on_hand_milli, 19_000);
    }

    #[test]
    fn only_what_was_found_has_a_cost_of_its_own() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let input = json!({
            "product": mug.row.id, "quantity_milli": -1_000, "unit_cost_micro": 700_000,
            "reason": "lost", "request_id": shop.request()
        });
        let refused = shop.refused("stock.adjust", input);
        assert_eq!(refused.0, "cost_of_lost_goods");
        let input = json!({
            "product": mug.row.id, "quantity_milli": 1_000, "unit_cost_micro": 700_000,
            "reason": "found"
        });
        let after: Product = shop.write("stock.adjust", input);
        assert_eq!(after.row.on_hand_milli, 21_000);
    }

    #[test]
    fn a_change_and_a_count_at_once_are_refused() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let input = json!({
            "product": mug.row.id, "quantity_milli": 1, "counted_milli": 1, "reason": "x",
            "request_id": shop.request()
        });
        assert_eq!(shop.refused("stock.adjust", input).0, "change_or_count");
    }
}
