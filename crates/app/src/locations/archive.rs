//! `locations.archive`: takes a location out of use, or back; refused while goods are there.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::Said;
use book::dto::LocationRow;
use domain::LocationId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Out of use, or back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LocationArchive {
    /// False takes it back into use.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = Amend<LocationArchive>;
/// What it gives.
pub type Output = Written<LocationRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    let archived = input.body.archived.unwrap_or(true);
    app.write(
        change,
        |tx| {
            let now = steps::location(tx, &change)?;
            let is_empty = tx.read().location_is_empty(LocationId(change.id))?;
            let said = domain::location::archive(&now, archived, is_empty)?;
            let subject = steps::subject(change.id);
            tx.append(Said::new(subject, "location.archived", &said))?;
            Ok(change.id)
        },
        steps::face,
    )
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::locations::list::Locations;
    use crate::testing::Shop;

    fn made(shop: &Shop, input: Value) -> LocationRow {
        shop.write("locations.create", input)
    }

    fn change(shop: &Shop, of: &LocationRow, mut input: Value) -> Value {
        input["id"] = json!(of.id);
        input["expected_version"] = json!(of.version);
        input["request_id"] = json!(shop.request());
        input
    }

    #[test]
    fn the_place_that_every_book_has_is_renamed_and_stays() {
        let shop = Shop::open();
        let before: Locations = shop.call("locations.list", json!({}));
        let main = &before.rows[0];
        assert_eq!(
            (main.location.as_str(), main.name.as_str()),
            ("main", "Main")
        );
        let named = change(&shop, main, json!({ "name": "High Street", "code": "HS" }));
        let named: crate::request::Written<LocationRow> = shop.call("locations.amend", named);
        let main = named.output;
        assert_eq!(
            (main.name.as_str(), main.location.as_str()),
            ("High Street", "main")
        );
        let input = change(&shop, &main, json!({}));
        assert_eq!(
            shop.refused("locations.archive", input).0,
            "location_is_main"
        );
        let info: BookInfo = shop.call("book.info", json!({}));
        assert_eq!(info.locations[0].name, "High Street");
    }

    #[test]
    fn a_shelf_with_goods_stays_in_use_until_it_is_empty() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let shelf = made(
            &shop,
            json!({ "name": "A1", "code": "A1", "kind": "shelf", "parent": "main" }),
        );
        let adjust = |milli: i64| {
            json!({
                "product": mug.row.id, "quantity_milli": milli, "location": shelf.location,
                "reason": "found"
            })
        };
        let found: Product = shop.write("stock.adjust", adjust(2_000));
        assert_eq!((found.stock.len(), found.row.on_hand_milli), (2, 22_000));
        let input = change(&shop, &shelf, json!({}));
        assert_eq!(
            shop.refused("locations.archive", input).0,
            "location_not_empty"
        );
        shop.write::<Product>("stock.adjust", adjust(-2_000));
        let input = change(&shop, &shelf, json!({}));
        let gone: crate::request::Written<LocationRow> = shop.call("locations.archive", input);
        assert!(gone.output.archived);
        let mut again = adjust(1_000);
        again["request_id"] = json!(shop.request());
        let refused = shop.refused("stock.adjust", again);
        assert_eq!(
            refused,
            ("location_unknown".into(), Some("location".into()))
        );
    }

    #[test]
    fn codes_are_had_once_and_nothing_lies_in_itself() {
        let shop = Shop::open();
        let store = made(
            &shop,
            json!({ "name": "Store", "kind": "warehouse", "code": "W" }),
        );
        let outer =
            json!({ "name": "R1", "kind": "shelf", "parent": store.location, "code": "R1" });
        let outer = made(&shop, outer);
        let inner = json!({ "name": "B1", "kind": "bin", "parent": outer.location });
        let inner = made(&shop, inner);
        let mut twice = json!({ "name": "Other", "code": "R1" });
        twice["request_id"] = json!(shop.request());
        let refused = shop.refused("locations.create", twice);
        assert_eq!(refused, ("claimed_twice".into(), Some("code".into())));
        let input = change(&shop, &outer, json!({ "parent": inner.location }));
        let refused = shop.refused("locations.amend", input);
        assert_eq!(
            refused,
            ("location_in_itself".into(), Some("parent".into()))
        );
    }

    #[test]
    fn orders_sell_from_the_place_of_the_installation_and_their_goods_leave_it() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let north = made(&shop, json!({ "name": "North" }));
        let found = json!({
            "product": mug.row.id, "quantity_milli": 5_000, "location": north.location,
            "reason": "found"
        });
        shop.write::<Product>("stock.adjust", found);
        let main = shop.placed(&mug, 1_000);
        assert_eq!(main.lines[0].available_milli, Some(19_000));
        let chosen = json!({ "location": north.location });
        let chosen: Locations = shop.call("locations.choose", chosen);
        assert_eq!(chosen.here, north.location);
        let order = shop.placed(&mug, 2_000);
        assert_eq!(order.lines[0].available_milli, Some(3_000));
        assert_eq!(order.location, north.location);
        let shipped: Order = shop.write("orders.fulfil", shop.change(&order, json!({})));
        assert_eq!(shipped.lines[0].on_hand_milli, Some(3_000));
        let back = json!({ "lines": [{ "line": 1, "restocked_milli": 1_000 }] });
        let back: Order = shop.write("orders.receive_return", shop.change(&shipped, back));
        assert_eq!(back.lines[0].on_hand_milli, Some(4_000));
        // The order of the other place goes out where it was told to, and its hold ends there.
        let elsewhere = shop.change(&main, json!({ "location": "main" }));
        shop.write::<Order>("orders.fulfil", elsewhere);
        let after: Product = shop.call("products.get", json!({ "id": mug.row.id }));
        let levels = after
            .stock
            .iter()
            .map(|at| (at.on_hand_milli, at.allocated_milli));
        let levels: Vec<_> = levels.collect();
        assert_eq!(levels, [(19_000, 0), (4_000, 0)]);
    }
}
