//! Price lists and promotions as lists and pages show them.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::TimelineItem;

/// A price list with its terms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PriceListRow {
    /// The list.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// ISO 4217 code of its prices.
    pub currency: String,
    /// The first business day on which it holds.
    pub from: Option<String>,
    /// The last business day on which it holds.
    pub to: Option<String>,
    /// Customers with one of these tags get its prices.
    pub tags: Vec<String>,
    /// Everybody gets its prices.
    pub everyone: bool,
    /// The channels on which it holds; every channel when empty.
    pub channels: Vec<String>,
    /// How many products it prices.
    pub products: i64,
    /// Out of use.
    pub archived: bool,
    /// Counts the changes; sent back as `expected_version`.
    pub version: i64,
}

/// A price list with everything about it but its prices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PriceList {
    /// What rows and pages share.
    #[serde(flatten)]
    pub row: PriceListRow,
    /// The history, newest first.
    pub timeline: Vec<TimelineItem>,
}

/// The price of one unit from a quantity on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriceStep {
    /// The least quantity of a line.
    pub from_milli: i64,
    /// The price of one unit.
    pub unit_price_micro: i64,
}

/// A product on a price list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ListedProduct {
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// The product's own price.
    pub usual_price_micro: i64,
    /// Its prices on the list, by quantity.
    pub breaks: Vec<PriceStep>,
}

/// What a promotion gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PromotionEffect {
    /// Per cent off each line.
    LinePercent,
    /// Per cent off the lines together.
    OrderPercent,
    /// An amount off every unit.
    LineFixed,
    /// An amount off the lines together.
    OrderFixed,
    /// Of so many units the cheapest are free or cheaper.
    BuyGet,
    /// No charge for shipping.
    FreeShipping,
}

/// The place of a discount in the order of discounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DiscountClass {
    /// First: per cent of a line.
    LinePercent,
    /// Then: per cent of the whole.
    OrderPercent,
    /// Then: an amount off a line.
    LineFixed,
    /// Last: an amount off the whole.
    OrderFixed,
}

/// A product that a promotion is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PromotionProduct {
    /// The product.
    pub id: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
}

/// A promotion with its terms, and what it has given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PromotionRow {
    /// The promotion.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What it gives.
    pub effect: PromotionEffect,
    /// When it is taken off.
    pub class: DiscountClass,
    /// Per cent off, parts per million.
    pub rate_ppm: Option<i64>,
    /// The amount off.
    pub amount_minor: Option<i64>,
    /// How many units are bought.
    pub buy_units: Option<i64>,
    /// How many are given then.
    pub get_units: Option<i64>,
    /// The categories that it is about.
    pub categories: Vec<String>,
    /// The tags of customers that get it; everybody when empty.
    pub tags: Vec<String>,
    /// The channels on which it holds; every channel when empty.
    pub channels: Vec<String>,
    /// What the lines must come to.
    pub minimum_minor: Option<i64>,
    /// The first business day on which it holds.
    pub from: Option<String>,
    /// The last business day on which it holds.
    pub to: Option<String>,
    /// The code that it is asked for with.
    pub coupon: Option<String>,
    /// How many orders may use the code.
    pub use_limit: Option<i64>,
    /// Whether it goes with other promotions.
    pub stacks: bool,
    /// How many orders use it.
    pub uses: i64,
    /// What it took off them.
    pub given_minor: i64,
    /// Out of use.
    pub archived: bool,
    /// Counts the changes; sent back as `expected_version`.
    pub version: i64,
}

/// A promotion with everything about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Promotion {
    /// What rows and pages share.
    #[serde(flatten)]
    pub row: PromotionRow,
    /// The products that it is about; every product when neither they nor categories are said.
    pub products: Vec<PromotionProduct>,
    /// The history, newest first.
    pub timeline: Vec<TimelineItem>,
}

/// What a promotion took off a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LinePromotion {
    /// The promotion.
    pub promotion: Uuid,
    /// What it took off.
    pub off_minor: i64,
}

/// A promotion that took something off an order, as it was called then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderPromotion {
    /// The promotion.
    pub promotion: Uuid,
    /// Its name.
    pub name: String,
    /// Its place in the order of discounts.
    pub class: DiscountClass,
    /// The coupon code that it was asked for with.
    pub coupon: Option<String>,
    /// What it took off.
    pub off_minor: i64,
    /// The amount of its rule in the book's currency, when the order is in another: it was
    /// converted at the order's rate.
    pub book_amount_minor: Option<i64>,
}
