//! What an order is asked to be, by whichever verb.
use book::dto::ShippedLine;
use domain::order::LineQuantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::error::AppError;
use crate::lots::input::LotInput;

/// A line asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderLineInput {
    /// The number of a line of the draft that is kept.
    pub line: Option<u32>,
    /// The product; a free line, without one, needs a title and a price.
    pub product: Option<Uuid>,
    /// The title; the product's when absent.
    pub title: Option<String>,
    /// Whether a free line is a service; it is when absent.
    pub service: Option<bool>,
    /// The code of the tax; the product's when absent.
    pub tax: Option<String>,
    /// How much.
    #[ts(optional = false)]
    pub quantity_milli: i64,
    /// The price of one unit; the product's when absent.
    pub unit_price_micro: Option<i64>,
    /// The discount in percent of the line, in parts per million.
    pub discount_ppm: Option<i64>,
    /// The fixed discount of the line.
    pub discount_minor: Option<i64>,
    /// The code of the gift card that the line puts value on; it needs a price.
    pub gift_card: Option<String>,
    /// The last business day on which that card can be spent, when it is new.
    pub gift_card_expires: Option<String>,
    /// The lots or serial numbers that are handed over; the book chooses when absent. They count
    /// where goods are handed over at once, and what they leave is of no lot. A draft keeps them.
    pub lots: Option<Vec<LotInput>>,
}

/// A charge for shipping.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderShippingInput {
    /// What is charged, as prices are: with tax or without.
    #[ts(optional = false)]
    pub charge_minor: i64,
    /// The code of the tax; not taxed when absent.
    pub tax: Option<String>,
    /// What the order's line says.
    pub title: Option<String>,
}

/// An order asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderInput {
    /// The customer; anonymous when absent.
    pub customer: Option<Uuid>,
    /// Where it comes from.
    #[ts(optional = false)]
    pub channel: String,
    /// The country that it goes to; the book's own when absent.
    pub country: Option<String>,
    /// ISO 4217 code of another currency than the book's: the settings have a rate for it.
    pub currency: Option<String>,
    /// What the customer calls it: the number of their own order.
    pub reference: Option<String>,
    /// Where it is sent, line by line, when that is not the customer's own address.
    pub ship_to: Option<String>,
    /// Who of the shop sells it.
    pub sales_person: Option<String>,
    /// The business day for which it is promised.
    pub promised: Option<String>,
    /// The location that it is sold from; this installation's own when absent.
    pub location: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// The discount of the whole order, in parts per million.
    pub discount_ppm: Option<i64>,
    /// The fixed discount of the whole order.
    pub discount_minor: Option<i64>,
    /// The coupon codes that were given.
    pub coupons: Option<Vec<String>>,
    /// How many of the customer's points are redeemed: a discount, the last of all. Of more than
    /// the order comes to, as many as it needs.
    pub points: Option<i64>,
    /// What is charged for shipping.
    pub shipping: Option<OrderShippingInput>,
    /// The lines.
    #[ts(optional = false)]
    pub lines: Vec<OrderLineInput>,
}

/// Quantities of lines as the rules take them.
pub(super) fn quantities(lines: &[ShippedLine]) -> Result<Vec<LineQuantity>, AppError> {
    let of = |(index, line): (usize, &ShippedLine)| {
        Ok(LineQuantity {
            line: line_number(index, line.line)?,
            quantity_milli: line.quantity_milli,
        })
    };
    lines.iter().enumerate().map(of).collect()
}

/// The number of the line that stands at a place of an input.
pub(super) fn line_number(index: usize, line: i64) -> Result<u32, AppError> {
    u32::try_from(line).map_err(|_| AppError::at(format!("lines.{index}.line"), "line_unknown"))
}
