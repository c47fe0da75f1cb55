//! Shares on two devices that are apart.

use book::dto::{Order, Product, Shares};
use serde_json::{Value, json};

use crate::testing::Shop;

/// Two devices of one book, and the folder between them; the first keeps the rest of its mugs.
struct Apart {
    shop: Shop,
    office: Shop,
    folder: tempfile::TempDir,
    mug: Product,
}

impl Apart {
    fn new() -> Self {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let folder = tempfile::tempdir().unwrap();
        let office = Shop::elsewhere();
        let apart = Self {
            shop,
            office,
            folder,
            mug,
        };
        apart.sync(&apart.shop);
        let path = apart.office.path("office.counterbook");
        let join = json!({ "path": path, "place": apart.folder.path(), "name": "Office" });
        apart.office.job("sync.join", join);
        let _: Shares = apart.shop.write("shares.open", apart.goods(json!({})));
        apart.meet();
        apart
    }

    fn sync(&self, device: &Shop) {
        let place = json!({ "place": self.folder.path() });
        let done = device.job("sync.run", place).output.unwrap();
        assert_eq!(done["rounds"][0]["failure"], Value::Null, "{done}");
    }

    fn meet(&self) {
        for device in [&self.shop, &self.office, &self.shop] {
            self.sync(device);
        }
    }

    fn goods(&self, mut input: Value) -> Value {
        input["product"] = json!(self.mug.row.id);
        input
    }

    fn shares(&self, device: &Shop) -> Shares {
        device.call("shares.get", self.goods(json!({})))
    }

    /// What may still be taken: by the first device, by the other one.
    fn left(&self, device: &Shop) -> [i64; 2] {
        let shares = self.shares(device);
        [0, 1].map(|at| shares.rows[at].left_milli)
    }

    fn give(&self, milli: i64) {
        let office = self.shares(&self.office).own;
        let given = json!({ "device": office, "quantity_milli": milli });
        let _: Shares = self.shop.write("shares.give", self.goods(given));
        self.meet();
    }

    fn refused(&self, device: &Shop, verb: &str, input: Value) -> (String, Option<String>) {
        let mut input = self.goods(input);
        input["request_id"] = json!(device.request());
        device.refused(verb, input)
    }

    fn sale(&self, milli: i64) -> Value {
        let line = json!({ "product": self.mug.row.id, "quantity_milli": milli });
        json!({ "channel": "counter", "method": "cash", "lines": [line] })
    }

    fn is_refused(&self, device: &Shop, milli: i64) {
        let mut sale = self.sale(milli);
        sale["request_id"] = json!(device.request());
        let refused = device.refused("orders.sell", sale);
        let field = Some("lines.0.quantity_milli".to_owned());
        assert_eq!(refused, ("share_short".to_owned(), field));
    }
}

#[test]
fn apart_each_device_sells_its_share_and_together_no_more_than_there_is() {
    let apart = Apart::new();
    apart.is_refused(&apart.office, 1_000);
    apart.give(5_000);
    assert_eq!(apart.left(&apart.office), [15_000, 5_000]);
    let _: Order = apart.office.write("orders.sell", apart.sale(3_000));
    apart.is_refused(&apart.office, 3_000);
    let placed = apart.office.placed(&apart.mug, 2_000);
    apart.is_refused(&apart.shop, 16_000);
    let _: Order = apart.shop.write("orders.sell", apart.sale(15_000));
    apart.is_refused(&apart.shop, 1_000);
    apart.meet();
    assert_eq!(apart.left(&apart.shop), [0, 0]);
    assert_eq!(apart.shares(&apart.shop), {
        let theirs = apart.shares(&apart.office);
        let own = apart.shares(&apart.shop).own;
        Shares { own, ..theirs }
    });
    // What comes back is the keeper's, who gives it to whom it likes.
    let _: Order = apart
        .office
        .write("orders.cancel", apart.office.change(&placed, json!({})));
    assert_eq!(apart.left(&apart.office), [2_000, 0]);
    apart.is_refused(&apart.office, 1_000);
}

#[test]
fn shares_are_asked_for_and_move_when_devices_meet() {
    let apart = Apart::new();
    let asked = json!({ "quantity_milli": 4_000 });
    let _: Shares = apart.office.write("shares.ask", apart.goods(asked));
    apart.meet();
    assert_eq!(apart.shares(&apart.shop).rows[1].asked_milli, 4_000);
    apart.give(4_000);
    let row = apart.shares(&apart.office).rows[1].clone();
    assert_eq!((row.asked_milli, row.left_milli), (0, 4_000));
    assert_eq!((row.name.as_str(), row.keeper), ("Office", false));
    let shop = apart.shares(&apart.shop).own;
    let back = json!({ "device": shop, "quantity_milli": 1_000 });
    let _: Shares = apart.office.write("shares.give", apart.goods(back));
    apart.meet();
    assert_eq!(apart.left(&apart.shop), [17_000, 3_000]);
    let much = json!({ "device": shop, "quantity_milli": 4_000 });
    let field = Some("quantity_milli".to_owned());
    let refused = apart.refused(&apart.office, "shares.give", much);
    assert_eq!(refused, ("share_short".to_owned(), field));
}

#[test]
fn the_keeper_alone_takes_back_the_share_of_a_lost_device_and_ends_sharing() {
    let apart = Apart::new();
    apart.give(5_000);
    let refused = apart.refused(&apart.office, "shares.close", json!({}));
    assert_eq!(refused.0, "share_not_keeper");
    assert_eq!(
        apart.refused(&apart.shop, "shares.open", json!({})).0,
        "share_open"
    );
    let lost = json!({ "device": apart.shares(&apart.office).own });
    let _: Shares = apart.shop.write("shares.lose", apart.goods(lost));
    assert_eq!(apart.left(&apart.shop), [20_000, 0]);
    let closed: Shares = apart.shop.write("shares.close", apart.goods(json!({})));
    assert!(!closed.open);
    apart.meet();
    let _: Order = apart.office.write("orders.sell", apart.sale(1_000));
}

#[test]
fn what_is_found_to_be_missing_is_said_and_other_ways_of_taking_are_within_the_share() {
    let apart = Apart::new();
    let gone = json!({ "quantity_milli": -1_000, "reason": "broken" });
    let _: Product = apart.office.write("stock.adjust", apart.goods(gone));
    let north: Value = apart
        .office
        .write("locations.create", json!({ "name": "North" }));
    let line = json!({ "product": apart.mug.row.id, "quantity_milli": 2_000 });
    let sent = json!({
        "from": "main", "to": north["location"], "lines": [line], "sent": true,
        "request_id": apart.office.request()
    });
    let refused = apart.office.refused("transfers.create", sent.clone());
    let field = Some("lines.0.quantity_milli".to_owned());
    assert_eq!(refused, ("share_short".to_owned(), field));
    apart.meet();
    assert_eq!(apart.left(&apart.shop), [19_000, 0]);
    apart.give(2_000);
    let _: Value = apart.office.write("transfers.create", sent);
    assert_eq!(apart.left(&apart.office), [17_000, 0]);
    let verified = apart.office.job("book.verify", json!({}));
    assert_eq!(verified.output.unwrap()["ok"], true);
}
