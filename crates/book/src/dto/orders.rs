//! Orders as lists and pages show them.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{
    CustomerSummary, FulfilmentStatus, HoldReason, LinePromotion, LotShown, OrderAction,
    OrderAttachment, OrderComponent, OrderDocument, OrderEdit, OrderKind, OrderNote, OrderPage,
    OrderPoints, OrderPromotion, OrderQuote, OrderReturn, OrderState, PaymentStatus, ReturnRequest,
    TimelineItem, Tracking, Warning,
};

/// What rows of lists and order pages share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderHead {
    /// The order.
    pub id: Uuid,
    /// The number for people.
    pub number: String,
    /// The number that the channel gave it.
    pub external_id: Option<String>,
    /// What the document is.
    pub kind: OrderKind,
    /// The stored state.
    pub state: OrderState,
    /// When it was placed, wall clock.
    pub placed_local: Option<String>,
    /// The business day.
    pub day: String,
    /// The customer; null when anonymous.
    pub customer: Option<Uuid>,
    /// The customer's name.
    pub customer_name: Option<String>,
    /// Where it came from.
    pub channel: String,
    /// ISO 3166 code of the country it goes to.
    pub country: Option<String>,
    /// The goods, services not counted.
    pub items_milli: i64,
    /// What is to pay, tax included.
    pub total_minor: i64,
    /// What was received, less refunds.
    pub paid_minor: i64,
    /// ISO 4217 code of its amounts, when that is not the book's currency.
    pub foreign_currency: Option<String>,
    /// How far it is paid.
    pub payment: PaymentStatus,
    /// How far it is shipped.
    pub fulfilment: FulfilmentStatus,
    /// The business day by which it is to be paid, when it was agreed on account.
    pub due_day: Option<String>,
    /// Why it is not shipped for now; none of them once everything is.
    pub holds: Vec<HoldReason>,
    /// Counts the changes; sent back as `expected_version`.
    pub version: i64,
}

/// A row of the list of orders.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderRow {
    /// What rows and pages share.
    #[serde(flatten)]
    pub head: OrderHead,
    /// How many lines it has.
    pub lines: i64,
}

/// A line of an order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderLine {
    /// The line's number in the order, from 1; it never changes.
    pub line: i64,
    /// The product; null for a free line.
    pub product: Option<Uuid>,
    /// The SKU as sold.
    pub sku: String,
    /// The title as sold.
    pub title: String,
    /// A service: nothing moves in stock.
    pub service: bool,
    /// What one of it is made of, when it is a bundle that takes its goods from their stock.
    pub components: Vec<OrderComponent>,
    /// Ordered.
    pub quantity_milli: i64,
    /// Ordered and not called off.
    pub wanted_milli: i64,
    /// Shipped so far.
    pub shipped_milli: i64,
    /// Called off.
    pub cancelled_milli: i64,
    /// Still to go out.
    pub open_milli: i64,
    /// Of that, what goods are set aside for.
    pub allocated_milli: i64,
    /// Of that, what waits for goods to be set aside.
    pub waiting_milli: i64,
    /// Of what is set aside, what there are no goods for, with all that others have ordered.
    pub backordered_milli: i64,
    /// Come back, to stock or to scrap.
    pub returned_milli: i64,
    /// Of that, what was thrown away.
    pub scrapped_milli: i64,
    /// Announced to come back.
    pub return_requested_milli: i64,
    /// What can still come back.
    pub returnable_milli: i64,
    /// The price of one unit.
    pub unit_price_micro: i64,
    /// The discount in percent of the line, in parts per million.
    pub discount_ppm: i64,
    /// The fixed discount of the line.
    pub discount_minor: i64,
    /// The name of the price list that the price came from.
    pub price_list: Option<String>,
    /// The price was typed by hand.
    pub own_price: bool,
    /// What is charged for shipping the order.
    pub shipping: bool,
    /// The code of the gift card that the line puts value on.
    pub gift_card: Option<String>,
    /// The last business day on which that card can be spent, when it is new.
    pub gift_card_expires: Option<String>,
    /// What that puts on the card in the book's currency, when the order is in another.
    pub gift_card_worth_minor: Option<i64>,
    /// What promotions took off the line.
    pub promotions: Vec<LinePromotion>,
    /// The code of the tax.
    pub tax: Option<String>,
    /// The rate as sold.
    pub tax_rate_ppm: i64,
    /// Without tax, after every discount.
    pub net_minor: i64,
    /// The tax.
    pub tax_minor: i64,
    /// With tax.
    pub total_minor: i64,
    /// What is in stock now; null for services and free lines.
    pub on_hand_milli: Option<i64>,
    /// What is free to sell now; null for services and free lines.
    pub available_milli: Option<i64>,
    /// What tells its goods apart.
    pub tracking: Tracking,
    /// The lots that were chosen for it, while it is a draft.
    pub lots: Vec<LotShown>,
}

/// The tax of one rate on an order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderTax {
    /// The code of the tax.
    pub code: String,
    /// The rate.
    pub rate_ppm: i64,
    /// What is taxed.
    pub base_minor: i64,
    /// The tax.
    pub tax_minor: i64,
}

/// A payment or a refund of an order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderPayment {
    /// The payment's id.
    pub payment: Uuid,
    /// How it was paid.
    pub method: String,
    /// The gift card that it came from, or went to.
    pub gift_card: Option<Uuid>,
    /// The code of that card.
    pub gift_card_code: Option<String>,
    /// What is now on that card, or left of the customer's store credit.
    pub left_minor: Option<i64>,
    /// What it pays of the order; negative for a refund.
    pub amount_minor: i64,
    /// What it was worth in the book's currency, when the order is in another.
    pub book_minor: Option<i64>,
    /// What rounding to coins added to the amount.
    pub rounding_minor: i64,
    /// What changed hands: the amount with its rounding.
    pub received_minor: i64,
    /// Whether that, and what was handed over, is in the book's currency while the order is in
    /// another: so it is at the counter, and with cash.
    pub is_book_money: bool,
    /// What was handed over, when change was given back on it.
    pub tendered_minor: Option<i64>,
    /// The notes of another currency that were handed over.
    pub notes: Option<OrderNotes>,
    /// When, wall clock.
    pub at_local: String,
    /// A voucher's number, a bank reference, the reason of a refund.
    pub reference: Option<String>,
}

/// Notes of another currency that paid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderNotes {
    /// Their currency.
    pub currency: String,
    /// Digits of its minor unit.
    pub currency_digits: i64,
    /// What was handed over, in their currency.
    pub given_minor: i64,
    /// How many would have been just enough.
    pub enough_minor: i64,
    /// What they were taken for, in the book's currency.
    pub worth_minor: i64,
    /// The rate: "1 USD = 0.8 GBP".
    pub rate: String,
}

/// What of a line went out with a shipment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShippedLine {
    /// The line's number.
    pub line: i64,
    /// How much.
    pub quantity_milli: i64,
}

/// A shipment of an order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Shipment {
    /// The shipment's id.
    pub shipment: Uuid,
    /// When, wall clock.
    pub at_local: String,
    /// Who carries it.
    pub carrier: Option<String>,
    /// The carrier's number.
    pub tracking: Option<String>,
    /// Where the carrier tells how far it is.
    pub tracking_url: Option<String>,
    /// When it arrived, wall clock.
    pub delivered_local: Option<String>,
    /// Whether it has gone and not arrived.
    pub under_way: bool,
    /// What is in it.
    pub lines: Vec<ShippedLine>,
    /// What of it belongs to lots.
    pub lots: Vec<LotShown>,
}

/// Why an order is not shipped for now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderHold {
    /// The reason.
    pub reason: HoldReason,
    /// The business day on which to look again.
    pub until: Option<String>,
    /// What was said about it.
    pub note: Option<String>,
    /// Who set it.
    pub actor: String,
    /// When, wall clock.
    pub at_local: String,
}

/// What an order in another currency is worth in the book's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderExchange {
    /// The rate as a sentence: `1 USD = 0.79 GBP`.
    pub rate: String,
    /// The day of the rate.
    pub day: String,
    /// Who said so.
    pub source: String,
    /// ISO 4217 code of the book's currency.
    pub book_currency: String,
    /// What the order comes to in it.
    pub total_minor: i64,
    /// The tax in it.
    pub tax_minor: i64,
    /// What is still to pay in it.
    pub due_minor: i64,
}

/// An order with everything about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Order {
    /// What rows and pages share.
    #[serde(flatten)]
    pub head: OrderHead,
    /// The location that it is sold from.
    pub location: String,
    /// ISO 4217 code.
    pub currency: String,
    /// ISO 4217 digits of its minor unit.
    pub currency_digits: i64,
    /// The rate to the book's currency, when that is another one.
    pub exchange: Option<OrderExchange>,
    /// Whether its prices include tax.
    pub prices_include_tax: bool,
    /// A note.
    pub note: Option<String>,
    /// Where it is sent, line by line, when that is not the customer's own address.
    pub ship_to: Option<String>,
    /// What the customer calls it.
    pub reference: Option<String>,
    /// Who of the shop sold it.
    pub sales_person: Option<String>,
    /// The business day for which it is promised.
    pub promised: Option<String>,
    /// What the shop put on it.
    pub tags: Vec<String>,
    /// What was offered, if anything was.
    pub quote: Option<OrderQuote>,
    /// The discount of the whole order, in parts per million.
    pub discount_ppm: i64,
    /// The fixed discount of the whole order.
    pub discount_fixed_minor: i64,
    /// What is charged for shipping, as prices are; null when nothing is said of it.
    pub shipping_minor: Option<i64>,
    /// The promotions that took something off.
    pub promotions: Vec<OrderPromotion>,
    /// Its points; null without a points programme.
    pub points: Option<OrderPoints>,
    /// Why its customer pays no tax.
    pub exemption: Option<String>,
    /// When it was first written down, wall clock.
    pub created_local: String,
    /// When nothing was left to do, wall clock.
    pub closed_local: Option<String>,
    /// Why it was cancelled.
    pub cancel_reason: Option<String>,
    /// The import that brought it.
    pub run: Option<Uuid>,
    /// The lines.
    pub lines: Vec<OrderLine>,
    /// The taxes, by rate.
    pub taxes: Vec<OrderTax>,
    /// The lines before discounts.
    pub lines_minor: i64,
    /// All discounts.
    pub discount_minor: i64,
    /// Without tax.
    pub net_minor: i64,
    /// The tax.
    pub tax_minor: i64,
    /// What was given back.
    pub refunded_minor: i64,
    /// What is still to pay; negative when we owe.
    pub due_minor: i64,
    /// What went back over the counter as change.
    pub change_minor: i64,
    /// The payments and refunds, oldest first.
    pub payments: Vec<OrderPayment>,
    /// The shipments, oldest first.
    pub shipments: Vec<Shipment>,
    /// The documents that were issued, oldest first.
    pub documents: Vec<OrderDocument>,
    /// The returns that are announced and have not come, oldest first.
    pub return_requests: Vec<ReturnRequest>,
    /// What came back, oldest first.
    pub returns: Vec<OrderReturn>,
    /// The notes of the shop, oldest first.
    pub notes: Vec<OrderNote>,
    /// The files at it, oldest first.
    pub attachments: Vec<OrderAttachment>,
    /// The pages that tell its customer how far it is; more than one where devices apart each
    /// published it.
    pub pages: Vec<OrderPage>,
    /// What was changed after it was placed, oldest first.
    pub edits: Vec<OrderEdit>,
    /// Why it is not shipped for now.
    pub held: Vec<OrderHold>,
    /// The customer.
    pub customer_summary: Option<CustomerSummary>,
    /// The history, newest first.
    pub timeline: Vec<TimelineItem>,
    /// What can be done now.
    pub allowed: Vec<OrderAction>,
    /// What the last write wants said.
    pub warnings: Vec<Warning>,
}
