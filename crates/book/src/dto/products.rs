//! Products and their stock as lists and pages show them.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{
    BundleKind, BundleNamed, BundlePart, CustomFilter, CustomValues, Incoming, ProductImage,
    Promise, RecordKind, SupplyRow, TimelineItem, Tracking,
};

/// A row of the list of products.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProductRow {
    /// The product.
    pub id: Uuid,
    /// The stock-keeping unit: text, case-sensitive.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// The category.
    pub category: Option<String>,
    /// The price of one unit.
    pub unit_price_micro: i64,
    /// What one unit costs.
    pub cost_micro: Option<i64>,
    /// The code of the tax.
    pub tax: Option<String>,
    /// A service: nothing moves in stock.
    pub service: bool,
    /// No longer offered.
    pub archived: bool,
    /// What is there.
    pub on_hand_milli: i64,
    /// What of that is held for orders.
    pub allocated_milli: i64,
    /// What is free to sell.
    pub available_milli: i64,
    /// The point at which to order more.
    pub reorder_point_milli: Option<i64>,
    /// Sold less returned.
    pub units_sold_milli: i64,
    /// Sales less returns.
    pub revenue_minor: i64,
    /// Counts the changes; sent back as `expected_version`.
    pub version: i64,
    /// It comes in variants, which are sold in its stead.
    pub varied: bool,
    /// The product that it is a variant of.
    pub variant_of: Option<Uuid>,
    /// SHA-256 of the picture that stands for it.
    pub image_sha256: Option<String>,
    /// What tells its goods apart.
    pub tracking: Tracking,
    /// Which kind of bundle it is; of a virtual one the stock is how many its components are
    /// enough for.
    pub bundle: Option<BundleKind>,
    /// What is filled in of the book's own fields.
    pub custom: CustomValues,
}

/// Something that the variants of a product differ in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductOption {
    /// What it is called.
    pub name: String,
    /// What it can be, in the order in which it is shown.
    pub values: Vec<String>,
}

/// A variant of a product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProductVariant {
    /// A value of each option, in their order.
    pub values: Vec<String>,
    /// What rows and pages show of it.
    pub row: ProductRow,
}

/// The product that a variant is one of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProductFamily {
    /// The product.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// What it differs in, and which variant this is, in the same order.
    pub values: Vec<String>,
}

/// The stock of a product at one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StockLevel {
    /// The place.
    pub location: String,
    /// Its name.
    pub name: String,
    /// What is there.
    pub on_hand_milli: i64,
    /// What of that is held for orders.
    pub allocated_milli: i64,
    /// What this place says that is kept back here; absent where it says nothing.
    pub safety_milli: Option<i64>,
    /// What is free to sell: there, less the other two.
    pub available_milli: i64,
}

/// What is kept back of a product at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SafetyAt {
    /// The place, one that lies in no other.
    pub location: String,
    /// How much.
    pub quantity_milli: i64,
}

/// A pack that a product is handled in: its code means so much of the product wherever it is
/// scanned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Pack {
    /// What people call it.
    #[ts(optional = false)]
    pub name: String,
    /// How much of the product it holds.
    #[ts(optional = false)]
    pub quantity_milli: i64,
    /// The code on it.
    pub barcode: Option<String>,
}

/// The sales of a product in one month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProductMonth {
    /// `YYYY-MM`.
    pub month: String,
    /// Sold less returned.
    pub units_milli: i64,
    /// Sales less returns.
    pub revenue_minor: i64,
}

/// A product with everything about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Product {
    /// What rows and pages share.
    #[serde(flatten)]
    pub row: ProductRow,
    /// Its pictures, the first of which stands for it.
    pub images: Vec<ProductImage>,
    /// The codes that scan to it.
    pub barcodes: Vec<String>,
    /// A note.
    pub note: Option<String>,
    /// The unit of measure.
    pub unit: String,
    /// What to order up to.
    pub reorder_to_milli: Option<i64>,
    /// What its variants differ in; empty when it has none.
    pub options: Vec<ProductOption>,
    /// Its variants, in the order of the options' values.
    pub variants: Vec<ProductVariant>,
    /// The product that it is a variant of.
    pub family: Option<ProductFamily>,
    /// What is kept back wherever it is sold.
    pub safety_milli: Option<i64>,
    /// What is kept back at some places instead, by their keys.
    pub safety_at: Vec<SafetyAt>,
    /// What is kept back over all places: as the product says, or its places together when that is
    /// more.
    pub kept_back_milli: i64,
    /// The packs that it is handled in.
    pub packs: Vec<Pack>,
    /// What one unit weighs.
    pub weight_g: Option<i64>,
    /// What it is called and costs at its suppliers, the preferred one first.
    pub supplies: Vec<SupplyRow>,
    /// What is on its way, the first to come first.
    pub incoming: Vec<Incoming>,
    /// What can be promised on which days: what is free to sell, and what has come until then.
    pub promises: Vec<Promise>,
    /// What one of it is made of; empty when it is no bundle.
    pub components: Vec<BundlePart>,
    /// The bundles that are made of it.
    pub part_of: Vec<BundleNamed>,
    /// The stock by place.
    pub stock: Vec<StockLevel>,
    /// The last 24 months, oldest first.
    pub months: Vec<ProductMonth>,
    /// The history, newest first.
    pub timeline: Vec<TimelineItem>,
}

/// Which products a list shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductFilter {
    /// Only those archived, or only those not.
    pub archived: Option<bool>,
    /// Only those with stock, or only those without.
    pub stocked: Option<bool>,
    /// Only those at or below their reorder point, or only those above.
    pub low: Option<bool>,
    /// Only those that come in variants, or only those that are sold themselves.
    pub varied: Option<bool>,
    /// Only the variants of this product.
    pub variant_of: Option<Uuid>,
    /// Of this category.
    pub category: Option<String>,
    /// Whose custom fields hold these.
    pub custom: Option<Vec<CustomFilter>>,
}

/// The columns that products sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProductSortKey {
    /// The SKU.
    Sku,
    /// The title.
    Title,
    /// The price.
    Price,
    /// What is there.
    OnHand,
    /// What is free to sell.
    Available,
    /// The units sold.
    Sold,
}

/// A movement of stock, seen from one product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Movement {
    /// When, wall clock.
    pub at_local: String,
    /// An order, an adjustment, a transfer or a count.
    pub kind: RecordKind,
    /// The record that caused it.
    pub subject: Uuid,
    /// The order's number, or the reason of the adjustment.
    pub label: String,
    /// Where from: a place's name or `supplier`, `customer`, `adjustment`.
    pub from: String,
    /// Where to.
    pub to: String,
    /// The change of what is there: negative when goods leave.
    pub quantity_milli: i64,
    /// What was there afterwards.
    pub on_hand_after_milli: i64,
}
