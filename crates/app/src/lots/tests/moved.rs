//! Pieces and lots on their way between locations, and back to their supplier.
use super::*;

/// Two products with pieces of the same numbers, and a place to bring them to.
struct Phones {
    shop: Shop,
    phone: Uuid,
    tablet: Uuid,
    north: String,
}

fn phones() -> Phones {
    let shop = Shop::open();
    let (phone, tablet) = (
        tracked(&shop, "PHONE", "serial"),
        tracked(&shop, "TABLET", "serial"),
    );
    for product in [phone, tablet] {
        let lots = json!([piece("S1"), piece("S2"), piece("S3")]);
        let input = json!({
            "product": product, "quantity_milli": 3_000, "reason": "found", "lots": lots
        });
        shop.write::<Product>("stock.adjust", input);
    }
    let north: LocationRow = shop.write("locations.create", json!({ "name": "North" }));
    Phones {
        shop,
        phone,
        tablet,
        north: north.location,
    }
}

fn piece(serial: &str) -> Value {
    lot(serial, 1_000, None)
}

impl Phones {
    fn line(&self, product: Uuid, serials: &[&str]) -> Value {
        let lots: Vec<Value> = serials.iter().map(|serial| piece(serial)).collect();
        json!({ "product": product, "quantity_milli": 1_000 * serials.len() as i64, "lots": lots })
    }

    fn sent(&self) -> Transfer {
        let lines = json!([
            self.line(self.tablet, &["S2"]),
            self.line(self.phone, &["S1", "S3"]),
        ]);
        let input = json!({ "from": "main", "to": self.north, "lines": lines, "sent": true });
        self.shop.write("transfers.create", input)
    }
}

#[test]
fn a_transfer_of_pieces_says_which_are_under_way_and_which_arrived() {
    let phones = phones();
    let shop = &phones.shop;
    let sent = phones.sent();
    let shown = |lots: &[LotShown]| lots.iter().map(|one| one.lot.clone()).collect::<Vec<_>>();
    let lines: Vec<_> = sent
        .lines
        .iter()
        .map(|line| shown(&line.open_lots))
        .collect();
    assert_eq!(
        lines,
        [vec!["S2"], vec!["S1", "S3"]],
        "in the order of the draft"
    );
    assert_eq!(sent.lines[1].tracking, Tracking::Serial);

    let part = |lines: Value| {
        json!({ "id": sent.row.id, "expected_version": sent.row.version, "lines": lines,
            "request_id": shop.request() })
    };
    let nameless = json!([{ "product": phones.phone, "quantity_milli": 1_000 }]);
    let refused = shop.refused("transfers.receive", part(nameless));
    assert_eq!(
        refused,
        ("serial_needed".into(), Some("lines.0.lots".into()))
    );
    // A tablet with this number is under way, a phone is not.
    let other = json!([phones.line(phones.phone, &["S2"])]);
    let refused = shop.refused("transfers.receive", part(other));
    let field = Some("lines.0.lots.0.lot".into());
    assert_eq!(refused, ("lot_not_sent".into(), field));
    let came = part(json!([phones.line(phones.phone, &["S3"])]));
    let now: Transfer = shop.write("transfers.receive", came);
    assert_eq!(shown(&now.lines[1].open_lots), ["S1"]);
    assert_eq!(shown(&now.lines[1].lots), ["S1", "S3"]);
    let all = json!({ "id": sent.row.id, "expected_version": now.row.version });
    let done: Transfer = shop.write("transfers.receive", all);
    assert_eq!(done.row.state, TransferState::Done);
    is_sound(shop);
}

#[test]
fn lots_are_listed_where_they_lie_and_go_back_to_their_supplier_from_there() {
    let phones = phones();
    let shop = &phones.shop;
    phones.sent();
    let at = |location: &str| {
        let asked = json!({ "product": phones.phone, "location": location });
        let found: LotsOfProduct = shop.call("lots.list", asked);
        found
            .lots
            .into_iter()
            .map(|row| row.lot)
            .collect::<Vec<_>>()
    };
    assert_eq!(at("main"), ["S2"]);
    assert_eq!(at(&phones.north), Vec::<String>::new());
    let maker: Supplier = shop.write("suppliers.create", json!({ "name": "Maker" }));
    let back = |lines: Value| {
        json!({ "supplier": maker.row.id, "reason": "broken", "lines": lines,
            "request_id": shop.request() })
    };
    let nameless = json!([{ "product": phones.phone, "quantity_milli": 1_000 }]);
    let refused = shop.refused("purchases.return_goods", back(nameless));
    assert_eq!(
        refused,
        ("serial_needed".into(), Some("lines.0.lots".into()))
    );
    let named = back(json!([phones.line(phones.phone, &["S2"])]));
    let done: Purchase = shop.write("purchases.return_goods", named);
    assert_eq!(done.returns[0].lines[0].lots[0].lot, "S2");
    assert_eq!(at("main"), Vec::<String>::new());
}
