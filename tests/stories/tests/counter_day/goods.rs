//! What the shop sells: goods with barcodes, cheese by weight, packs with their price on the label,
//! and bread that has no code at all.

use anyhow::Result;
use serde_json::{Value, json};
use stories::Shop;

pub const MUG: &str = "4006381333931";
pub const SPOON: &str = "9780201379624";
/// 0.412 of item 2112, as the scale prints it.
pub const CHEESE_412_G: &str = "2102112004124";
/// Item 54321 at 5.85.
pub const PACK_5_85: &str = "2254321005857";

/// Writes down the goods, how codes are read, a coupon and a customer.
pub fn stock(shop: &Shop) -> Result<()> {
    let goods = [
        ("MUG-1", "Blue mug", 17_500_000, Some(MUG)),
        ("SPOON-1", "Spoon", 9_990_000, Some(SPOON)),
        ("2112", "Cheddar, mature", 14_200_000, None),
        ("54321", "Fruit pack", 6_000_000, None),
        ("BREAD", "Bread", 3_200_000, None),
    ];
    for (nth, (sku, title, price, barcode)) in goods.into_iter().enumerate() {
        let product = json!({
            "sku": sku, "title": title, "unit_price_micro": price, "tax": "standard",
            "barcodes": barcode.into_iter().collect::<Vec<_>>(), "request_id": request(nth)
        });
        shop.call("products.create", &product)?;
    }
    let patterns: Value = json!({
        "expected_version": 1, "request_id": request(20), "code_patterns": [
            { "prefix": "21", "item_digits": 5, "value": "weight", "decimals": 3 },
            { "prefix": "22", "item_digits": 5, "value": "price", "decimals": 2 },
        ]
    });
    shop.call("book.amend", &patterns)?;
    let coupon = json!({
        "name": "A tenth", "effect": "line_percent", "rate_ppm": 100_000, "coupon": "TENTH",
        "request_id": request(21)
    });
    shop.call("promotions.create", &coupon)?;
    let customer = json!({ "name": "Ada Byron", "request_id": request(22) });
    shop.call("customers.create", &customer).map(drop)
}

fn request(nth: usize) -> String {
    format!("00000000-0000-4000-8000-{:012}", nth + 1)
}
