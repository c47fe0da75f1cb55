//! `transfers.receive`: goods arrive, all that are under way or some of them.
use super::steps::{TransferHandled, handled};
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::Transfer;

/// What it takes.
pub type Input = Amend<TransferHandled>;
/// What it gives.
pub type Output = Written<Transfer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    handled(app, &input, "transfer.received", false)
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    fn north(shop: &Shop) -> LocationRow {
        shop.write("locations.create", json!({ "name": "North" }))
    }

    fn change(of: &Transfer, mut input: Value) -> Value {
        input["id"] = json!(of.row.id);
        input["expected_version"] = json!(of.row.version);
        input
    }

    fn levels(shop: &Shop, product: &Product) -> Vec<i64> {
        let now: Product = shop.call("products.get", json!({ "id": product.row.id }));
        now.stock.iter().map(|level| level.on_hand_milli).collect()
    }

    #[test]
    fn a_short_receipt_stays_in_transit_until_it_arrives_or_is_written_off() {
        let shop = Shop::open();
        let (mug, north) = (shop.product("MUG", 1_000_000), north(&shop));
        let lines = |milli: i64| json!([{ "product": mug.row.id, "quantity_milli": milli }]);
        let draft: Transfer = shop.write(
            "transfers.create",
            json!({ "from": "main", "to": north.location, "lines": lines(6_000) }),
        );
        assert_eq!(
            (draft.row.number.as_str(), draft.row.state),
            ("T-A-000001", TransferState::Draft)
        );
        assert_eq!(levels(&shop, &mug), [20_000]);
        let sent: Transfer = shop.write("transfers.send", change(&draft, json!({})));
        assert_eq!(
            (sent.row.open_milli, levels(&shop, &mug)),
            (6_000, vec![14_000])
        );
        let part = change(&sent, json!({ "lines": lines(4_000) }));
        let part: Transfer = shop.write("transfers.receive", part);
        assert_eq!(
            (part.row.state, part.row.open_milli),
            (TransferState::Sent, 2_000)
        );
        assert_eq!(levels(&shop, &mug), [14_000, 4_000]);
        let mut more = change(&part, json!({ "lines": lines(3_000) }));
        more["request_id"] = json!(shop.request());
        let refused = shop.refused("transfers.receive", more);
        assert_eq!(
            refused,
            (
                "more_than_sent".into(),
                Some("lines.0.quantity_milli".into())
            )
        );
        let back = change(&part, json!({ "lines": lines(1_000) }));
        let back: Transfer = shop.write("transfers.take_back", back);
        assert_eq!(levels(&shop, &mug), [15_000, 4_000]);
        let gone = change(&back, json!({ "reason": "broken" }));
        let gone: Transfer = shop.write("transfers.write_off", gone);
        assert_eq!(
            (gone.row.state, gone.row.open_milli),
            (TransferState::Done, 0)
        );
        let line = &gone.lines[0];
        assert_eq!(
            (
                line.received_milli,
                line.returned_milli,
                line.written_off_milli
            ),
            (4_000, 1_000, 1_000)
        );
        assert_eq!(gone.receipts.len(), 3);
    }

    #[test]
    fn goods_are_put_on_a_shelf_in_one_step() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let shelf: LocationRow = shop.write(
            "locations.create",
            json!({ "name": "A1", "kind": "shelf", "parent": "main" }),
        );
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 5_000 }]);
        let moved: Transfer = shop.write(
            "transfers.create",
            json!({ "from": "main", "to": shelf.location, "lines": lines, "received": true }),
        );
        assert_eq!(moved.row.state, TransferState::Done);
        assert_eq!(levels(&shop, &mug), [15_000, 5_000]);
        // What lies on a shelf of the shop is the shop's to sell.
        let order = shop.placed(&mug, 1_000);
        assert_eq!(order.lines[0].available_milli, Some(19_000));
    }

    #[test]
    fn a_book_that_blocks_sends_only_what_is_there() {
        let shop = Shop::open();
        let (mug, north) = (shop.product("MUG", 1_000_000), north(&shop));
        let settings = json!({ "expected_version": 1, "stock_policy": "block" });
        shop.write::<BookInfo>("book.amend", settings);
        let input = json!({
            "from": north.location, "to": "main", "sent": true, "request_id": shop.request(),
            "lines": [{ "product": mug.row.id, "quantity_milli": 1_000 }]
        });
        let refused = shop.refused("transfers.create", input);
        assert_eq!(
            refused,
            ("stock_short".into(), Some("lines.0.quantity_milli".into()))
        );
    }
}
