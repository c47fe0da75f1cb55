//! `customers.adjust_points`: points given by hand, or taken, with a reason.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::Said;
use book::dto::Customer;
use domain::ids::PaymentId;
use domain::loyalty::{PointsAdjusted, adjust};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is given, or taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerAdjustPoints {
    /// Below zero when taken, at most what there is.
    pub points: i64,
    /// Why.
    pub reason: String,
}

/// What it takes.
pub type Input = Amend<CustomerAdjustPoints>;
/// What it gives.
pub type Output = Written<Customer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (&input.part, &input.body);
    app.write(
        *change,
        |tx| {
            steps::customer(tx, change)?;
            let today = tx.business_day();
            let balance = tx.read().points_of(change.id, today)?;
            let said = PointsAdjusted {
                adjustment: PaymentId(app.new_id()),
                points: said.points,
                reason: said.reason.clone(),
                expires: None,
            };
            let said = adjust(&tx.settings().loyalty(), said, balance, today)?;
            let subject = steps::subject(change.id);
            tx.append(Said::new(subject, "customer.points_adjusted", &said))?;
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

    const DAY_MS: i64 = 86_400_000;

    /// One point for each unit of money, worth five hundredths; thirty days, ten at least.
    fn open() -> (Shop, Customer, Product) {
        let shop = Shop::open();
        let loyalty = json!({
            "enabled": true, "points_per_unit_milli": 1_000, "point_worth_micro": 50_000,
            "least_points": 10, "expires_days": 30, "earns_nothing": ["bank"]
        });
        let settings = json!({ "expected_version": 1, "loyalty": loyalty });
        shop.write::<BookInfo>("book.amend", settings);
        let (ann, mug) = (shop.customer("Ann"), shop.product("MUG", 10_000_000));
        (shop, ann, mug)
    }

    fn sale(ann: &Customer, mug: &Product, milli: i64, more: Value) -> Value {
        let mut sale = json!({
            "channel": "counter", "customer": ann.row.id, "method": "cash",
            "lines": [{ "product": mug.row.id, "quantity_milli": milli }]
        });
        let fields = sale.as_object_mut().unwrap();
        fields.extend(more.as_object().unwrap().clone());
        sale
    }

    fn points(shop: &Shop, ann: &Customer) -> CustomerPoints {
        shop.call("customers.points", json!({ "id": ann.row.id }))
    }

    fn adjust(shop: &Shop, ann: &Customer, points: i64) -> Value {
        let now: Customer = shop.call("customers.get", json!({ "id": ann.row.id }));
        json!({
            "id": ann.row.id, "expected_version": now.row.version, "request_id": shop.request(),
            "points": points, "reason": "Birthday"
        })
    }

    #[test]
    fn a_sale_earns_points_the_next_redeems_them_and_a_return_takes_both_along() {
        let (shop, ann, mug) = open();
        let first: Order = shop.write("orders.sell", sale(&ann, &mug, 4_000, json!({})));
        assert_eq!(first.points.as_ref().map(|points| points.earned), Some(40));
        shop.clock.set(NOON_MS + DAY_MS);
        let redeemed = sale(&ann, &mug, 2_000, json!({ "points": 30 }));
        let second: Order = shop.write("orders.sell", redeemed);
        // Thirty points take 1.50 off 20.00, and off the tax in it.
        assert_eq!((second.head.total_minor, second.tax_minor), (1_850, 308));
        assert_eq!(
            second.points,
            Some(OrderPoints {
                earned: 18,
                to_earn: 18,
                redeemed: 30,
                off_minor: 150
            })
        );
        assert!(second.promotions.is_empty() && second.lines[0].promotions.is_empty());
        assert_eq!(
            (points(&shop, &ann).balance, points(&shop, &ann).worth_minor),
            (28, 140)
        );
        shop.clock.set(NOON_MS + 2 * DAY_MS);
        let back = |milli: i64| {
            json!({ "back": [{ "line": 1, "restocked_milli": milli }], "lines": [],
                "counter": true, "method": "cash" })
        };
        let half: Order = shop.write("orders.swap", shop.change(&second, back(1_000)));
        let left = half.points.clone().unwrap();
        assert_eq!((left.earned, left.redeemed), (9, 15));
        shop.clock.set(NOON_MS + 3 * DAY_MS);
        let none: Order = shop.write("orders.swap", shop.change(&half, back(1_000)));
        let left = none.points.clone().unwrap();
        assert_eq!((left.earned, left.redeemed), (0, 0));
        let now = points(&shop, &ann);
        assert_eq!(now.balance, 40);
        let kinds: Vec<_> = now.moves.iter().map(|one| (one.kind, one.points)).collect();
        use PointsMoveKind::{Earned, GivenBack, Redeemed, TakenBack};
        assert_eq!(
            kinds,
            [
                (TakenBack, -9),
                (GivenBack, 15),
                (TakenBack, -9),
                (GivenBack, 15),
                (Earned, 18),
                (Redeemed, -30),
                (Earned, 40),
            ]
        );
        assert_eq!(now.moves[6].number, Some(first.head.number));
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
    }

    #[test]
    fn an_order_earns_when_it_is_paid_and_handed_over_and_not_by_ways_that_earn_nothing() {
        let (shop, ann, mug) = open();
        let order = json!({
            "channel": "phone", "customer": ann.row.id,
            "lines": [{ "product": mug.row.id, "quantity_milli": 4_000 }]
        });
        let order: Order = shop.write("orders.place", order);
        let earned = |order: &Order| {
            let points = order.points.as_ref().unwrap();
            (points.earned, points.to_earn)
        };
        assert_eq!(earned(&order), (0, 40));
        let lines = json!({ "lines": [{ "line": 1, "quantity_milli": 3_000 }] });
        let order: Order = shop.write("orders.fulfil", shop.change(&order, lines));
        assert_eq!(earned(&order), (0, 40));
        let pay = |method: &str, amount: i64| json!({ "method": method, "amount_minor": amount });
        let order: Order = shop.write("orders.pay", shop.change(&order, pay("bank", 1_000)));
        let order: Order = shop.write("orders.pay", shop.change(&order, pay("card", 2_500)));
        assert_eq!(earned(&order), (25, 40));
        let order: Order = shop.write("orders.pay", shop.change(&order, pay("card", 500)));
        assert_eq!(earned(&order), (30, 40));
    }

    #[test]
    fn points_are_refused_that_are_too_few_too_many_over_or_nobodys() {
        let (shop, ann, mug) = open();
        let _: Value = shop.call("customers.adjust_points", adjust(&shop, &ann, 50));
        let refused = |more: Value| {
            let mut sale = sale(&ann, &mug, 1_000, more);
            sale["request_id"] = json!(shop.request());
            shop.refused("orders.sell", sale)
        };
        let at = |code: &str| (code.to_owned(), Some("points".to_owned()));
        assert_eq!(refused(json!({ "points": 9 })), at("points_too_few"));
        assert_eq!(refused(json!({ "points": 51 })), at("points_short"));
        assert_eq!(
            refused(json!({ "points": 20, "customer": null })),
            at("customer_needed")
        );
        assert_eq!(
            shop.refused("customers.adjust_points", adjust(&shop, &ann, -51)),
            at("points_short")
        );
        // Twenty days later they are there, after the thirtieth they are gone.
        shop.clock.set(NOON_MS + 30 * DAY_MS);
        assert_eq!(points(&shop, &ann).ends_next.as_deref(), Some("2026-12-23"));
        shop.clock.set(NOON_MS + 31 * DAY_MS);
        assert_eq!(refused(json!({ "points": 20 })), at("points_short"));
        let now = points(&shop, &ann);
        assert_eq!(
            (now.balance, now.moves[0].kind),
            (0, PointsMoveKind::Expired)
        );
        assert_eq!(now.moves[1].reason.as_deref(), Some("Birthday"));
    }

    #[test]
    fn more_points_than_a_sale_comes_to_are_not_spent_and_an_offered_order_asks_again() {
        let (shop, ann, mug) = open();
        let _: Value = shop.call("customers.adjust_points", adjust(&shop, &ann, 500));
        let order = json!({
            "channel": "phone", "customer": ann.row.id, "points": 500,
            "lines": [{ "product": mug.row.id, "quantity_milli": 1_000 }]
        });
        let draft: Order = shop.write("orders.draft", order);
        let spent = draft
            .points
            .as_ref()
            .map(|points| (points.redeemed, points.off_minor));
        assert_eq!((draft.head.total_minor, spent), (0, Some((200, 1_000))));
        assert_eq!(points(&shop, &ann).balance, 500);
        let _: Value = shop.call("customers.adjust_points", adjust(&shop, &ann, -400));
        let mut place = shop.change(&draft, json!({}));
        place["request_id"] = json!(shop.request());
        let short = ("points_short".to_owned(), Some("points".to_owned()));
        assert_eq!(shop.refused("orders.place", place), short);
        let _: Value = shop.call("customers.adjust_points", adjust(&shop, &ann, 100));
        let placed: Order = shop.write("orders.place", shop.change(&draft, json!({})));
        assert_eq!(points(&shop, &ann).balance, 0);
        let _: Order = shop.write("orders.cancel", shop.change(&placed, json!({})));
        assert_eq!(points(&shop, &ann).balance, 200);
    }

    #[test]
    fn a_card_is_one_customers_and_is_gone_with_the_person() {
        let (shop, ann, _) = open();
        let given = |customer: &Customer| {
            json!({
                "id": customer.row.id, "expected_version": customer.row.version,
                "loyalty_card": "9000000017", "request_id": shop.request()
            })
        };
        let _: Value = shop.call("customers.amend", given(&ann));
        let holder =
            || -> Value { shop.call("customers.by_card", json!({ "code": "9000000017" })) };
        assert_eq!(holder()["customer"]["id"], json!(ann.row.id));
        let twice = ("claimed_twice".to_owned(), Some("loyalty_card".to_owned()));
        assert_eq!(
            shop.refused("customers.amend", given(&shop.customer("Bo"))),
            twice
        );
        let now: Customer = shop.call("customers.get", json!({ "id": ann.row.id }));
        assert_eq!(now.loyalty_card.as_deref(), Some("9000000017"));
        let erase = json!({ "id": ann.row.id, "expected_version": now.row.version });
        let _: Customer = shop.write("customers.erase", erase);
        assert_eq!(holder()["customer"], Value::Null);
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
    }
}
