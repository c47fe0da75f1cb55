//! What a receipt says of its customer's points.
use super::figures::Figures;
use book::Read;
use book::dto::Order;
use domain::Day;
use receipts::{Block, Look, Slip};

/// What the customer of an order has now; none without a customer or without points.
pub(super) fn balance(read: Read<'_>, order: &Order, today: Day) -> book::Result<Option<i64>> {
    match (order.head.customer, &order.points) {
        (Some(customer), Some(_)) => read.points_of(customer, today).map(Some),
        _ => Ok(None),
    }
}

/// Points that were redeemed, what the sale earned, and what there is now.
pub(super) fn add(slip: &mut Slip, order: &Order, balance: Option<i64>, figures: Figures) {
    let (Some(points), Some(balance)) = (&order.points, balance) else {
        return;
    };
    let words = figures.language;
    slip.add(Block::Gap);
    if points.redeemed != 0 {
        let taken = figures.money(points.off_minor.saturating_neg());
        let label = format!("{} {}", points.redeemed, words.say("points_redeemed"));
        slip.pair(label, taken, Look::Plain);
    }
    for (what, figure) in [
        ("points_earned", points.earned),
        ("points_balance", balance),
    ] {
        slip.pair(words.say(what), figure.to_string(), Look::Plain);
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::receipts::preview::SlipPreview;
    use crate::testing::Shop;

    #[test]
    fn a_receipt_says_what_points_took_off_what_it_earned_and_what_there_is() {
        let shop = Shop::open();
        let loyalty = json!({
            "enabled": true, "points_per_unit_milli": 1_000, "point_worth_micro": 50_000,
            "least_points": 0, "expires_days": null, "earns_nothing": []
        });
        let settings = json!({ "expected_version": 1, "loyalty": loyalty });
        shop.write::<BookInfo>("book.amend", settings);
        let (ann, mug) = (shop.customer("Ann"), shop.product("MUG", 10_000_000));
        let sale = |customer: Option<&Customer>, points: i64| {
            json!({
                "channel": "counter", "customer": customer.map(|ann| ann.row.id), "method": "cash",
                "points": points,
                "lines": [{ "product": mug.row.id, "quantity_milli": 4_000 }]
            })
        };
        let slip = |order: &Order| -> String {
            let asked = json!({ "order": order.head.id, "language": "de" });
            shop.call::<SlipPreview>("receipts.preview", asked).text
        };
        let _: Order = shop.write("orders.sell", sale(Some(&ann), 0));
        shop.clock.set(crate::testing::NOON_MS + 60_000);
        let second: Order = shop.write("orders.sell", sale(Some(&ann), 30));
        let text = slip(&second);
        for words in [
            "30 Punkte eingelöst",
            "-1,50",
            "Punkte gesammelt",
            "38",
            "Punktestand",
            "48",
        ] {
            assert!(text.contains(words), "{words} in\n{text}");
        }
        let nobody: Order = shop.write("orders.sell", sale(None, 0));
        assert!(!slip(&nobody).contains("Punkte"));
    }
}
