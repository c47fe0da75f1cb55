//! Suppliers, and what products are called and cost there.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::TimelineItem;

/// A row of the list of suppliers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SupplierRow {
    /// The supplier.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// The shop's code for it.
    pub code: Option<String>,
    /// Whom to ask for.
    pub contact: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Its telephone number.
    pub phone: Option<String>,
    /// Days from the order to the delivery.
    pub lead_time_days: Option<i64>,
    /// What an order comes to at least.
    pub minimum_minor: Option<i64>,
    /// How many products it sells to the shop.
    pub products: i64,
    /// How many purchases are under way.
    pub under_way: i64,
    /// Out of use.
    pub archived: bool,
    /// Counts the changes; sent back as `expected_version`.
    pub version: i64,
}

/// A supplier with everything about it but its products.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Supplier {
    /// What rows and pages share.
    #[serde(flatten)]
    pub row: SupplierRow,
    /// The number under which it knows the shop.
    pub account: Option<String>,
    /// Days within which its invoices are paid.
    pub payment_days: Option<i64>,
    /// Its postal address, line by line.
    pub address: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// The history, newest first.
    pub timeline: Vec<TimelineItem>,
}

/// What a product is called and costs at a supplier.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SupplyTerms {
    /// What the supplier calls it.
    pub code: Option<String>,
    /// The code on its packs.
    pub pack_barcode: Option<String>,
    /// What a pack holds.
    pub pack_milli: Option<i64>,
    /// The least that can be ordered.
    pub minimum_milli: Option<i64>,
    /// The cost of one unit.
    pub unit_cost_micro: Option<i64>,
    /// Days from the order to the delivery, where not the supplier's usual ones.
    pub lead_time_days: Option<i64>,
    /// It is bought here unless something else is said.
    pub preferred: bool,
}

/// One of a product's suppliers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SupplyRow {
    /// The supplier.
    pub supplier: Uuid,
    /// Its name.
    pub supplier_name: String,
    /// What it says of the product.
    #[serde(flatten)]
    pub terms: SupplyTerms,
}

/// One of a supplier's products.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SuppliedProduct {
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// Counts the changes of the product; sent back as `expected_version`.
    pub product_version: i64,
    /// What the supplier says of it.
    #[serde(flatten)]
    pub terms: SupplyTerms,
}
