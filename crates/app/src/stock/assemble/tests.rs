//! Boxes are put together, taken apart and sold, and nothing gets lost of what they are worth.
use book::dto::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::testing::Shop;

/// Twenty mugs at 2.00, twenty cups at 3.00, and a box of two mugs and a cup.
struct Boxes {
    shop: Shop,
    mug: Uuid,
    cup: Uuid,
    case: Uuid,
}

fn boxes() -> Boxes {
    let shop = Shop::ticking();
    let goods = |sku: &str, cost: i64| {
        let made = json!({ "sku": sku, "title": sku, "unit_price_micro": 9_000_000 });
        let made: Product = shop.write("products.create", made);
        let found = json!({ "product": made.row.id, "quantity_milli": 20_000,
            "unit_cost_micro": cost, "reason": "first" });
        shop.write::<Product>("stock.adjust", found);
        made.row.id
    };
    let (mug, cup) = (goods("MUG", 2_000_000), goods("CUP", 3_000_000));
    let made = json!({ "sku": "BOX", "title": "Box", "unit_price_micro": 20_000_000 });
    let made: Product = shop.write("products.create", made);
    let recipe = json!({ "id": made.row.id, "expected_version": made.row.version,
        "kind": "assembled", "components": [
            { "product": mug, "quantity_milli": 2_000 },
            { "product": cup, "quantity_milli": 1_000 } ] });
    let made: Product = shop.write("products.bundle", recipe);
    assert_eq!(made.row.bundle, Some(BundleKind::Assembled));
    Boxes {
        shop,
        mug,
        cup,
        case: made.row.id,
    }
}

impl Boxes {
    fn on_hand(&self) -> [i64; 3] {
        [self.mug, self.cup, self.case].map(|product| {
            let now: Product = self.shop.call("products.get", json!({ "id": product }));
            now.row.on_hand_milli
        })
    }

    /// What all of it is worth, minor units.
    fn worth(&self) -> [i64; 3] {
        [self.mug, self.cup, self.case].map(|product| {
            let worth: ProductWorth = self.shop.call("products.worth", json!({ "id": product }));
            worth.value_minor
        })
    }

    fn done(&self, verb: &str, milli: i64) -> Product {
        let asked = json!({ "product": self.case, "quantity_milli": milli });
        self.shop.write(verb, asked)
    }

    fn refused(&self, verb: &str, product: Uuid, milli: i64) -> (String, Option<String>) {
        let asked = json!({ "product": product, "quantity_milli": milli,
            "request_id": self.shop.request() });
        self.shop.refused(verb, asked)
    }
}

#[test]
fn boxes_take_their_components_and_give_them_back_at_what_they_were_worth() {
    let boxes = boxes();
    assert_eq!(boxes.worth(), [4_000, 6_000, 0]);
    let now = boxes.done("stock.assemble", 3_000);
    assert_eq!(now.row.on_hand_milli, 3_000);
    assert_eq!(boxes.on_hand(), [14_000, 17_000, 3_000]);
    assert_eq!(boxes.worth(), [2_800, 5_100, 2_100]);
    boxes.done("stock.take_apart", 1_000);
    assert_eq!(boxes.on_hand(), [16_000, 18_000, 2_000]);
    assert_eq!(boxes.worth(), [3_200, 5_400, 1_400]);
    let sale = boxes.shop.sold(&now, 1_000);
    assert!(
        sale.lines[0].components.is_empty(),
        "it has a stock of its own"
    );
    let costs: OrderCosts = boxes
        .shop
        .call("orders.costs", json!({ "id": sale.head.id }));
    assert_eq!(costs.cost_minor, 700);
    assert_eq!(boxes.on_hand(), [16_000, 18_000, 1_000]);
    for job in ["book.verify", "book.rebuild"] {
        let done = boxes.shop.job(job, json!({})).output.unwrap();
        assert_ne!(done["ok"], json!(false), "{done}");
    }
    assert_eq!(boxes.worth(), [3_200, 5_400, 700]);
}

#[test]
fn what_is_not_there_is_not_put_together_and_what_is_virtual_never() {
    let boxes = boxes();
    let field = |name: &str| Some(name.to_owned());
    let many = boxes.refused("stock.assemble", boxes.case, 11_000);
    assert_eq!(many, ("assembly_short".into(), field("quantity_milli")));
    let none = boxes.refused("stock.take_apart", boxes.case, 1_000);
    assert_eq!(none, ("assembly_short".into(), field("quantity_milli")));
    let half = boxes.refused("stock.assemble", boxes.case, 500);
    assert_eq!(half, ("bundle_whole".into(), field("quantity_milli")));
    let plain = boxes.refused("stock.assemble", boxes.mug, 1_000);
    assert_eq!(plain, ("bundle_not_assembled".into(), field("product")));
}

#[test]
fn a_repeat_of_the_request_puts_nothing_together_again() {
    let boxes = boxes();
    let asked = json!({ "product": boxes.case, "quantity_milli": 1_000,
        "request_id": boxes.shop.request() });
    for _ in 0..2 {
        boxes.shop.call::<Value>("stock.assemble", asked.clone());
    }
    assert_eq!(boxes.on_hand(), [18_000, 19_000, 1_000]);
    let page: Page<Movement> = boxes.shop.call(
        "products.movements",
        json!({ "id": boxes.mug, "offset": 0, "limit": 1 }),
    );
    assert_eq!(
        (page.rows[0].to.as_str(), page.rows[0].quantity_milli),
        ("assembly", -2_000)
    );
}
