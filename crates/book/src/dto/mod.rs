//! Read models: what the book hands to the outside, in the words of the wire. Plain data without
//! rules; the same types generate the page's TypeScript and the JSON schemas of the verbs.
//!
//! Units are in the names: `*_minor` counts the currency's minor unit, `*_milli` thousandths of a
//! unit of goods, `*_micro` millionths of the currency's major unit, `*_ppm` parts per million.
//! A `day` is a business day `YYYY-MM-DD`; a `*_local` is a wall clock `YYYY-MM-DDTHH:MM`.

mod book;
mod bundles;
mod counter;
mod counts;
mod credit;
mod custom;
mod customers;
mod documents;
mod edits;
mod locations;
mod lots;
mod loyalty;
mod offers;
mod order_list;
mod order_pages;
mod order_returns;
mod orders;
mod people;
mod pictures;
mod products;
mod purchases;
mod reports;
mod shares;
mod statement;
mod states;
mod suggestions;
mod suppliers;
mod till;
mod transfers;
mod worth;

pub use book::*;
pub use bundles::*;
pub use counter::*;
pub use counts::*;
pub use credit::*;
pub use custom::*;
pub use customers::*;
pub use documents::*;
pub use edits::*;
pub use locations::*;
pub use lots::*;
pub use loyalty::*;
pub use offers::*;
pub use order_list::*;
pub use order_pages::*;
pub use order_returns::*;
pub use orders::*;
pub use people::*;
pub use pictures::*;
pub use products::*;
pub use purchases::*;
pub use reports::*;
pub use shares::*;
pub use statement::*;
pub use states::*;
pub use suggestions::*;
pub use suppliers::*;
pub use till::*;
pub use transfers::*;
pub use worth::*;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

/// One window of a long list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Page<T> {
    /// How many rows the whole list has, as far as it has been counted.
    pub total: i64,
    /// False while `total` is still being counted: ask again shortly.
    pub complete: bool,
    /// The place of the first row of this window in the list, from 0.
    pub offset: i64,
    /// The rows of the window.
    pub rows: Vec<T>,
}

/// The order of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sort<K> {
    /// The column.
    pub key: K,
    /// Largest first.
    pub descending: bool,
}

/// The kinds of records that a write can touch.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// The settings of the book itself.
    Book,
    /// A customer.
    Customer,
    /// An order.
    Order,
    /// A product.
    Product,
    /// An import.
    Run,
    /// A stock document that is not an order.
    Stock,
    /// A till session.
    Till,
    /// A list of prices.
    PriceList,
    /// A promotion.
    Promotion,
    /// A person of the shop, or who is at work.
    Person,
    /// A refusal or an approval.
    Audit,
    /// A gift card.
    GiftCard,
    /// A shop, warehouse, shelf or bin.
    Location,
    /// Goods on their way between two locations.
    Transfer,
    /// A count of what lies at a location.
    Count,
    /// Whom goods are bought from.
    Supplier,
    /// An order at a supplier.
    Purchase,
    /// A lot or serial number, known by its product and its code: no record of its own.
    Lot,
}

/// A record that a write touched; screens that show it ask again.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, JsonSchema,
)]
pub struct Touched {
    /// What it is.
    pub kind: RecordKind,
    /// Its id.
    pub id: Uuid,
}

/// One line of a record's history, newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TimelineItem {
    /// When it happened, wall clock.
    pub at_local: String,
    /// Who did it.
    pub actor: String,
    /// What happened: the kind of the journal's entry, such as `order.placed`.
    pub kind: String,
    /// The prefix of the device that wrote it.
    pub device: String,
    /// What the sentence about it needs: `amount_minor`, `method`, `items_milli`, `reason`, …
    #[ts(type = "Record<string, unknown>")]
    pub summary: Map<String, Value>,
}

/// Something worth saying that does not stop the write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Warning {
    /// What it is, such as `stock_short`.
    pub code: String,
    /// The path of the form's field that it is about.
    pub field: Option<String>,
    /// A figure or name for the sentence.
    pub detail: Option<String>,
}
