//! What the book says of itself: its settings, the day at a glance, exceptions and search hits.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{
    CodePattern, CustomField, LoyaltyProgramme, OrderState, PurchasingRules, RecordKind, TilePage,
};

/// How tax is rounded on a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaxRounding {
    /// Each line rounds its own tax.
    PerLine,
    /// The summed base of each rate rounds once (EN 16931, BR-CO-17).
    PerRateGroup,
}

/// How goods are valued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Valuation {
    /// First in, first out.
    Fifo,
    /// At the moving average.
    Average,
}

/// When goods are set aside for an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AllocationPolicy {
    /// With placing, all that it asks for.
    Ordered,
    /// With placing, as much as is free; the rest waits.
    Available,
    /// When somebody says so.
    ByHand,
}

/// What happens when an order asks for more than there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StockPolicy {
    /// Nothing.
    Allow,
    /// The order is taken with a warning.
    Warn,
    /// The order is refused.
    Block,
}

/// The category of a tax, as documents must state it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaxCategory {
    /// The standard rate.
    Standard,
    /// A reduced rate.
    Reduced,
    /// Taxed at zero.
    Zero,
    /// Exempt by law.
    Exempt,
    /// The customer owes the tax.
    ReverseCharge,
    /// Supply to a business in another country of the European Union.
    IntraCommunity,
    /// Supply out of the country.
    Export,
    /// Outside the scope of the tax.
    None,
    /// The customer keeps this part back and pays it to the state.
    Withholding,
}

/// What the page that tells customers how far an order is shows beside the order itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusPart {
    /// The customer's name.
    Customer,
    /// Where it is sent.
    Address,
    /// What the customer calls it.
    Reference,
    /// What it comes to and what is owed.
    Amounts,
}

/// A tax of the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tax {
    /// The short name that products and lines refer to, such as `standard`.
    pub code: String,
    /// What people read, such as `VAT 20 %`.
    pub name: String,
    /// The rate in parts per million.
    pub rate_ppm: i64,
    /// The category.
    pub category: TaxCategory,
}

/// Who carries parcels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Carrier {
    /// The name on shipments.
    pub name: String,
    /// The web address that tells how far a parcel is, `{tracking}` for its number; may be empty.
    pub url: String,
}

/// What one unit of another currency is worth from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExchangeRate {
    /// ISO 4217 code of the other currency.
    pub currency: String,
    /// Units of the book's currency for one of the other: a plain decimal of at most nine decimals.
    pub rate: String,
    /// The first business day on which it holds.
    pub from: String,
    /// Who said so; may be empty.
    pub source: String,
}

/// A place that holds stock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Location {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The book: its settings and its size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct BookInfo {
    /// The book's id, the same on every device.
    pub id: Uuid,
    /// The name of the business.
    pub name: String,
    /// The file.
    pub path: String,
    /// ISO 4217 code.
    pub currency: String,
    /// ISO 4217 digits of the minor unit.
    pub currency_digits: i64,
    /// ISO 3166 code of the business's country.
    pub country: String,
    /// The prefix of this device's numbers.
    pub device_prefix: String,
    /// Counts the changes of the settings; sent back as `expected_version`.
    pub version: i64,
    /// Why the book cannot be written, as a code; null when it can.
    pub read_only: Option<String>,
    /// The version of the file's schema.
    pub schema_version: i64,
    /// Whether entered prices include tax.
    pub prices_include_tax: bool,
    /// How tax is rounded on new documents.
    pub tax_rounding: TaxRounding,
    /// The taxes to choose from.
    pub taxes: Vec<Tax>,
    /// The hour at which a business day ends, 0 to 23.
    pub cutoff_hour: i64,
    /// What happens when an order asks for more than there is.
    pub stock_policy: StockPolicy,
    /// When goods are set aside for an order.
    pub allocation_policy: AllocationPolicy,
    /// How what to order is worked out.
    pub purchasing: PurchasingRules,
    /// What happens when an order goes beyond what its customer may owe.
    pub credit_policy: StockPolicy,
    /// What happens when a lot is sold whose last day is over.
    pub expired_policy: StockPolicy,
    /// How goods are valued.
    pub valuation: Valuation,
    /// The carriers to choose from.
    pub carriers: Vec<Carrier>,
    /// What other currencies are worth.
    pub exchange_rates: Vec<ExchangeRate>,
    /// The smallest amount that cash can pay; 0 for every amount.
    pub cash_rounding_minor: i64,
    /// Whether cash is taken at the counter only while the till is open.
    pub till_required: bool,
    /// How codes that scales and labels print are read.
    pub code_patterns: Vec<CodePattern>,
    /// Favourites at the counter.
    pub tile_pages: Vec<TilePage>,
    /// The points programme.
    pub loyalty: LoyaltyProgramme,
    /// Printed at the end of receipts.
    pub receipt_text: Option<String>,
    /// Printed on documents.
    pub address: Option<String>,
    /// Printed on documents.
    pub tax_number: Option<String>,
    /// Printed on documents.
    pub phone: Option<String>,
    /// Printed on documents.
    pub email: Option<String>,
    /// Its town, as electronic invoices want it apart.
    pub city: Option<String>,
    /// Its post code, likewise.
    pub postal_code: Option<String>,
    /// Whom to ask about an invoice.
    pub contact_name: Option<String>,
    /// The account that is paid into (IBAN).
    pub bank_account: Option<String>,
    /// What the page for customers shows beside the order.
    pub status_shows: Vec<StatusPart>,
    /// The ways to pay: `cash`, `card`, `bank`, `other`.
    pub payment_methods: Vec<String>,
    /// Where orders come from: `counter`, `phone`, `web`, `import`, …
    pub channels: Vec<String>,
    /// The places that hold stock.
    pub locations: Vec<Location>,
    /// Reasons for adjustments to choose from; none when nobody chose any.
    pub adjustment_reasons: Vec<String>,
    /// How many orders there are.
    pub orders: i64,
    /// How many products there are.
    pub products: i64,
    /// How many customers there are.
    pub customers: i64,
    /// The first business day with an order.
    pub first_day: Option<String>,
    /// The last business day with an order.
    pub last_day: Option<String>,
    /// The business day of now.
    pub today: String,
    /// Entries of this device that no other place holds yet.
    pub unsent_entries: i64,
    /// After how many minutes without a hand on it the program locks itself; 0 for never.
    pub lock_after_min: i64,
    /// What it wants to know of products and customers beyond what every book does.
    pub custom_fields: Vec<CustomField>,
    /// Whether this is a copy to practise on.
    pub training: bool,
    /// Whether this is the sample shop.
    pub sample: bool,
}

/// Something that a person must look at. A query over the state, never a lost write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Exception {
    /// What is wrong, such as `oversold` or `sku_claimed_twice`.
    pub code: String,
    /// The kind of the record.
    pub kind: RecordKind,
    /// The record.
    pub id: Uuid,
    /// The record's name for people.
    pub title: String,
    /// A figure or name for the sentence.
    pub detail: Option<String>,
    /// The record's version.
    pub version: i64,
    /// Who looks after it.
    pub owner: Option<String>,
    /// What is to be known about it.
    pub note: Option<String>,
}

/// The takings of one week beside the same week a year before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TodayWeek {
    /// The week's Monday.
    pub week_start: String,
    /// Sales less returns, without tax.
    pub revenue_minor: i64,
    /// The same week a year before.
    pub before_minor: i64,
}

/// How many orders are in a state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StateCount {
    /// The state.
    pub state: OrderState,
    /// How many orders.
    pub orders: i64,
}

/// A product at or below its reorder point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LowStock {
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// Its title.
    pub title: String,
    /// What there is.
    pub on_hand_milli: i64,
    /// The point at which to order more.
    pub reorder_point_milli: i64,
}

/// The day at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Today {
    /// The business day shown.
    pub day: String,
    /// The book's currency.
    pub currency: String,
    /// Sales of the day less returns, with their tax: what was taken.
    pub taken_minor: i64,
    /// The same of that weekday a week before.
    pub taken_before_minor: i64,
    /// Orders of the day.
    pub orders: i64,
    /// Orders of the same weekday a week before.
    pub orders_before: i64,
    /// Placed orders with goods still to ship.
    pub to_ship: i64,
    /// Of those, the ones placed before the day.
    pub to_ship_late: i64,
    /// Placed orders with money still due.
    pub to_pay: i64,
    /// Drafts.
    pub drafts: i64,
    /// Products at or below their reorder point.
    pub low_stock: i64,
    /// Products with nothing left.
    pub out_of_stock: i64,
    /// The last eight weeks, oldest first.
    pub weeks: Vec<TodayWeek>,
    /// Orders by state.
    pub states: Vec<StateCount>,
    /// The first of the things that a person must look at.
    pub exceptions: Vec<Exception>,
    /// How many of those there are.
    pub exceptions_total: i64,
    /// The first of the products to reorder.
    pub low: Vec<LowStock>,
    /// The last business day with an order.
    pub last_day: Option<String>,
}

/// A record found by a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Hit {
    /// What it is.
    pub kind: RecordKind,
    /// The record.
    pub id: Uuid,
    /// Its name for people.
    pub title: String,
    /// What tells it from others of that name.
    pub detail: Option<String>,
}

/// One check of `book.verify`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Check {
    /// What was checked, such as `hash_chain`.
    pub name: String,
    /// Whether it holds.
    pub ok: bool,
    /// What was found, with the place of the first fault.
    pub detail: Option<String>,
}

/// The result of `book.verify`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Verification {
    /// Whether every check holds.
    pub ok: bool,
    /// The checks, in order.
    pub checks: Vec<Check>,
    /// The digest of the projections: equal on devices that hold the same entries.
    pub digest: String,
}
