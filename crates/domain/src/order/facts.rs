//! The payloads of order entries. Fields at their usual value are left out of the JSON.

use super::components::LineComponent;
use super::foreign::Exchange;
use crate::credit::Holder;
use crate::day::Day;
use crate::gift_card::CardLine;
use crate::ids::{CustomerId, PaymentId, PriceListId, ProductId, PromotionId, RunId, ShipmentId};
use crate::lot::LotPart;
use crate::loyalty::{Earning, PointsSpent};
use crate::pricing::DiscountClass;
use crate::tax::RoundingPolicy;
use crate::till::Notes;
use serde::{Deserialize, Serialize};

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What kind of document it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderKind {
    /// Goods and services sold.
    #[default]
    Sale,
    /// Goods that came back, with quantities below zero (a credit note).
    Return,
    /// Money without goods, for example bad debt written off.
    Adjustment,
}

/// An order's terms and lines with their amounts, as agreed or issued.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Sale, return or adjustment.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: OrderKind,
    /// Where it came from: counter, phone, web, import …
    pub channel: String,
    /// The customer; none for an anonymous sale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// Country that it goes to, ISO code or as printed by the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// ISO 4217 code of every amount.
    pub currency: String,
    /// The rate to the book's currency, when that is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchange: Option<Exchange>,
    /// Whether unit prices include tax.
    #[serde(default, skip_serializing_if = "is_default")]
    pub prices_include_tax: bool,
    /// How tax was rounded.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tax_rounding: RoundingPolicy,
    /// Discount on the whole document, parts per million.
    #[serde(default, skip_serializing_if = "is_default")]
    pub discount_ppm: i64,
    /// Fixed discount on the whole document, minor units.
    #[serde(default, skip_serializing_if = "is_default")]
    pub discount_minor: i64,
    /// The promotions that took something off, as they were then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promotions: Vec<PromotionApplied>,
    /// Days after placing within which it is to be paid, when it was agreed on account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_days: Option<u32>,
    /// Why its customer pays no tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exemption: Option<String>,
    /// What its customer's points are earned by; none without a programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earning: Option<Earning>,
    /// The number under which the channel knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// What the customer calls it: the number of their own order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Who of the shop sold it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sales_person: Option<String>,
    /// The business day for which it was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<Day>,
    /// Key of the location that it is sold from; the main one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// Import that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<RunId>,
    /// Wall clock of the deal (UTC milliseconds) when it is not the entry's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated_ms: Option<i64>,
    /// The lines.
    pub lines: Vec<OrderLine>,
    /// Lines of an earlier version of the draft that are void.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<u32>,
    /// Tax per rate group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taxes: Vec<TaxSum>,
}

/// One line with its amounts; net = total − tax.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// Identity within the order.
    pub line: u32,
    /// The product; none for a free line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductId>,
    /// SKU when it was sold.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sku: String,
    /// Title when it was sold.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// A service: no goods move.
    #[serde(default, skip_serializing_if = "is_default")]
    pub service: bool,
    /// What one of it is made of, when it is a bundle whose goods are those of its components.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<LineComponent>,
    /// The lots that were chosen for it, while it is a draft.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotPart>,
    /// Quantity in thousandths; negative on returns.
    pub quantity_milli: i64,
    /// Price of one unit in millionths of the major unit.
    pub unit_price_micro: i64,
    /// Discount on the line, parts per million.
    #[serde(default, skip_serializing_if = "is_default")]
    pub discount_ppm: i64,
    /// Fixed discount on the line, minor units.
    #[serde(default, skip_serializing_if = "is_default")]
    pub discount_minor: i64,
    /// The list that the price came from; none when it is the product's own or was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_list: Option<ListNamed>,
    /// The price was typed by hand, and stays whatever lists say.
    #[serde(default, skip_serializing_if = "is_default")]
    pub own_price: bool,
    /// What is charged for shipping the order.
    #[serde(default, skip_serializing_if = "is_default")]
    pub shipping: bool,
    /// Of a return: the goods are thrown away and not put back to stock.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scrapped: bool,
    /// The card that the line puts value on. Such a line is no revenue and bears no tax, and no
    /// discount of the whole touches it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<CardLine>,
    /// What promotions took off the line; part of `off_minor`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promotions: Vec<PromotionShare>,
    /// Code of the tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<String>,
    /// Rate of the tax, parts per million.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tax_rate_ppm: i64,
    /// All discounts on the line, those of the order included, minor units.
    #[serde(default, skip_serializing_if = "is_default")]
    pub off_minor: i64,
    /// Tax, minor units.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tax_minor: i64,
    /// What the line comes to, tax included, minor units.
    pub total_minor: i64,
}

/// The list that a price came from, as it was called then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListNamed {
    /// The list.
    pub list: PriceListId,
    /// Its name.
    pub name: String,
}

/// A promotion that took something off an order. What it took stays whatever becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromotionApplied {
    /// The promotion.
    pub promotion: PromotionId,
    /// Its name.
    pub name: String,
    /// Its place in the order of discounts.
    pub class: DiscountClass,
    /// The coupon code that it was asked for with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coupon: Option<String>,
    /// What its rule says in the book's currency, when it says an amount and the order is in
    /// another currency: for each unit or for the whole, minor units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book_amount_minor: Option<i64>,
    /// The points that were redeemed: then it is no promotion, and has no name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<PointsSpent>,
}

/// What a promotion took off a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromotionShare {
    /// The promotion.
    pub promotion: PromotionId,
    /// Minor units, above zero.
    pub off_minor: i64,
}

/// One tax over all lines that carry it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxSum {
    /// Code of the tax.
    pub code: String,
    /// Rate, parts per million.
    pub rate_ppm: i64,
    /// What it was computed on, minor units.
    pub base_minor: i64,
    /// Its amount, minor units.
    pub tax_minor: i64,
}

/// Payload of `order.placed`: the document as issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// The order's number, from the device's series.
    pub number: String,
    /// Goods are set aside for it by entries of their own, and not with placing.
    #[serde(default, skip_serializing_if = "is_default")]
    pub waits: bool,
    /// Terms and lines.
    pub document: Document,
}

impl Placed {
    /// An order for whose goods it does not wait.
    pub fn new(number: String, document: Document) -> Self {
        Self {
            number,
            waits: false,
            document,
        }
    }
}

/// Payload of `order.sold`: placed, paid and fulfilled in one act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sold {
    /// The order's number.
    pub number: String,
    /// How it was paid; the amounts add up to the total, less change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Paid>,
    /// Why goods were taken back without their sale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Terms and lines.
    pub document: Document,
    /// What of it belongs to lots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotPart>,
}

/// Payload of `order.paid`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paid {
    /// Identity of the payment.
    pub payment: PaymentId,
    /// Cash, card, bank …
    pub method: String,
    /// Whose store credit or gift card it came out of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Holder>,
    /// What it pays of the document, minor units; negative where money went back with a return.
    pub amount_minor: i64,
    /// What rounding to coins added to the amount, minor units: a cash payment of 10.03 that was
    /// taken as 10.05 has an amount of 10.03 and a rounding of 0.02.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rounding_minor: i64,
    /// What was handed over, minor units, when change was given back on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tendered_minor: Option<i64>,
    /// The rate of its day, when the order is in another currency than the book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchange: Option<Exchange>,
    /// What the amount was worth then in the book's currency, minor units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book_minor: Option<i64>,
    /// The notes of another currency that were handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<Notes>,
    /// Reference of the terminal or bank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// Payload of `order.refunded`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refunded {
    /// Identity of the refund.
    pub payment: PaymentId,
    /// How the money went back.
    pub method: String,
    /// Whose store credit or gift card it went to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Holder>,
    /// Amount given back, minor units, above zero.
    pub amount_minor: i64,
    /// What rounding to coins added to that, minor units: of 10.03 that is owed, 10.05 went back.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rounding_minor: i64,
    /// The rate of its day, when the order is in another currency than the book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchange: Option<Exchange>,
    /// What the amount was worth then in the book's currency, minor units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book_minor: Option<i64>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Payload of `order.fulfilled`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fulfilled {
    /// Identity of the shipment.
    pub shipment: ShipmentId,
    /// Who carries it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// Tracking number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking: Option<String>,
    /// Key of the location that the goods left; the order's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// What went out.
    pub lines: Vec<LineQuantity>,
    /// What of it belongs to lots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<LotPart>,
}

/// A quantity of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineQuantity {
    /// The line.
    pub line: u32,
    /// How much, thousandths.
    pub quantity_milli: i64,
}

/// Payload of `order.cancelled`: goods that are not delivered any more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancelled {
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What is called off; the whole order, as far as it is not shipped, when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineQuantity>,
}

/// The personal part of an order's entries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderPersonal {
    /// Free note of clerk or customer; the newest one counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What an issued document says, as its template reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<serde_json::Value>,
    /// Where it is sent, line by line, when that is not the customer's own address; the newest one
    /// counts, and an empty one means the customer's own again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ship_to: Option<String>,
    /// An internal note, which no document shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal_note: Option<String>,
    /// The name of a file that was put at the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachment_name: Option<String>,
    /// What was said about a hold; it is no note about the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold_note: Option<String>,
}
