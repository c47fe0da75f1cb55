//! Lots of carts that were parked, of goods that come back over the counter, and of goods that were
//! sold late.
use super::*;

#[test]
fn a_parked_cart_keeps_the_lots_that_were_chosen_until_it_is_sold() {
    let dairy = dairy();
    dairy.stocked();
    let shop = &dairy.shop;
    let line =
        |lots: Value| json!({ "product": dairy.milk, "quantity_milli": 2_000, "lots": lots });
    let cart = |lots: Value| json!({ "channel": "counter", "lines": [line(lots)] });
    let parked: Order = shop.write("orders.draft", cart(json!([lot("LATE", 1_000, None)])));
    let chosen = |order: &Order| {
        let lots = order.lines[0].lots.iter();
        lots.map(|one| (one.lot.clone(), one.quantity_milli))
            .collect::<Vec<_>>()
    };
    assert_eq!(chosen(&parked), named(&[("LATE", 1_000)]));
    assert_eq!(parked.lines[0].tracking, Tracking::Lot);
    let other = shop.change(&parked, cart(json!([lot("OVER", 1_000, None)])));
    let changed: Order = shop.write("orders.amend", other);
    assert_eq!(chosen(&changed), named(&[("OVER", 1_000)]));
    assert!(changed.lines[0].lots[0].expired, "its last day is over");
    let placed: Order = shop.write("orders.place", shop.change(&changed, json!({})));
    assert_eq!(chosen(&placed), Vec::new(), "what goes out says so itself");
    let mut blank = cart(json!([lot(" ", 1_000, None)]));
    blank["request_id"] = json!(shop.request());
    let field = Some("lines.0.lots.0.lot".to_owned());
    assert_eq!(
        shop.refused("orders.draft", blank),
        ("required".into(), field)
    );
    dairy.is_sound();
}

#[test]
fn an_order_tells_of_lots_that_went_out_after_their_last_day() {
    let dairy = dairy();
    dairy.stocked();
    let lots = json!([lot("OVER", 1_000, None), lot("LATE", 1_000, None)]);
    let sold: Order = dairy
        .shop
        .write("orders.sell", dairy.sale(2_000, Some(lots)));
    let late: Vec<_> = sold.shipments[0]
        .lots
        .iter()
        .map(|one| one.expired)
        .collect();
    assert_eq!(late, [true, false]);
    assert_eq!(sold.timeline[0].summary["lots_sold_late"], json!(["OVER"]));
    let good: Order = dairy.shop.write("orders.sell", dairy.sale(1_000, None));
    assert_eq!(good.timeline[0].summary.get("lots_sold_late"), None);
}

#[test]
fn a_piece_that_was_sold_is_found_by_its_number_where_goods_come_back() {
    let shop = Shop::open();
    let phone = tracked(&shop, "PHONE", "serial");
    let found = json!({ "product": phone, "quantity_milli": 1_000, "reason": "found",
        "lots": [lot("S1", 1_000, None)] });
    shop.write::<Product>("stock.adjust", found);
    let line = json!({ "product": phone, "quantity_milli": 1_000,
        "lots": [lot("S1", 1_000, None)] });
    let sale = json!({ "channel": "counter", "method": "cash", "lines": [line] });
    shop.write::<Order>("orders.sell", sale);
    let code = |sold: bool| json!({ "code": "S1", "sold": sold });
    assert_eq!(
        shop.refused("products.by_code", code(false)).0,
        "product_unknown"
    );
    let piece: Value = shop.call("products.by_code", code(true));
    assert_eq!(
        (&piece["sku"], &piece["coded_lot"]),
        (&json!("PHONE"), &json!("S1"))
    );
    let back =
        json!({ "reason": "no receipt", "lines": [line], "payments": [{ "method": "cash" }] });
    shop.write::<Order>("orders.take_in", back);
    let again: Value = shop.call("products.by_code", code(false));
    assert_eq!(again["coded_lot"], "S1");
    is_sound(&shop);
}
