//! What comes out of a foreign file: neutral documents that know neither the book nor its rules.
//! Numbers are integers with their unit in the name; text is trimmed; an empty cell is `None`.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

/// One thing that a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum ForeignDocument {
    /// An order, a return, an adjustment or a write-off with its lines.
    Order(ForeignOrder),
    /// A product.
    Product(ForeignProduct),
    /// A customer.
    Customer(ForeignCustomer),
}

/// What an order-like document does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ForeignKind {
    /// Goods or services sold; no quantity is negative.
    Sale,
    /// Goods taken back or credited; no quantity is positive.
    Return,
    /// Money without goods: every line is a service, prices may be negative.
    Adjustment,
    /// Goods that left without a sale; quantities are negative.
    WriteOff {
        /// The file's words for why; empty when it gives none.
        reason: String,
    },
}

/// Rows of one document number.
#[derive(Clone, Debug, PartialEq)]
pub struct ForeignOrder {
    /// The document number, as printed.
    pub external_id: String,
    /// What the document does.
    pub kind: ForeignKind,
    /// Local time; the earliest one when the rows differ.
    pub placed_at: NaiveDateTime,
    /// Minutes east of UTC, when the file prints them.
    pub utc_offset_minutes: Option<i16>,
    /// The customer's code in the foreign system; `None` is an anonymous buyer.
    pub customer_code: Option<String>,
    /// The customer's name.
    pub customer_name: Option<String>,
    /// The customer's e-mail address, unchecked.
    pub customer_email: Option<String>,
    /// The country as printed.
    pub country: Option<String>,
    /// Its ISO 3166-1 code, where the printed one maps.
    pub country_code: Option<&'static str>,
    /// ISO 4217 code, when the file or its mapping gives one.
    pub currency: Option<String>,
    /// Where the order came in, when the file or its mapping says so.
    pub channel: Option<String>,
    /// The lines in the order of the file; never empty, one per row.
    pub lines: Vec<ForeignLine>,
}

/// One row of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignLine {
    /// The row of the file, counted as a spreadsheet does: the header is row 1.
    pub row_number: u32,
    /// The article number: text, case-sensitive.
    pub sku: String,
    /// The description; empty when the file gives none.
    pub title: String,
    /// Thousandths; negative in returns and write-offs.
    pub quantity_milli: i64,
    /// Millionths of the currency's unit, per whole quantity.
    pub unit_price_micro: i64,
    /// Taken off the whole line, in millionths of the currency's unit; never negative.
    pub discount_micro: i64,
    /// Parts per million, when the file gives a rate.
    pub tax_rate_ppm: Option<i64>,
    /// Not a stock article: postage, a fee, a voucher, a discount.
    pub service: bool,
}

/// One row of a product list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignProduct {
    /// The row of the file; the header is row 1.
    pub row_number: u32,
    /// The article number: text, case-sensitive.
    pub sku: String,
    /// The name; empty when the file gives none.
    pub title: String,
    /// Selling price in millionths of the currency's unit.
    pub price_micro: Option<i64>,
    /// Purchase price in millionths of the currency's unit.
    pub cost_micro: Option<i64>,
    /// The barcode, unchecked.
    pub barcode: Option<String>,
    /// Stock on hand in thousandths.
    pub on_hand_milli: Option<i64>,
    /// The name of the tax class.
    pub tax_class: Option<String>,
    /// Order again when stock falls to this, in thousandths.
    pub reorder_point_milli: Option<i64>,
    /// ISO 4217 code, when the mapping gives one.
    pub currency: Option<String>,
    /// What custom fields hold, as printed, by their keys.
    pub custom: BTreeMap<String, String>,
}

/// One row of a customer list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ForeignCustomer {
    /// The row of the file; the header is row 1.
    pub row_number: u32,
    /// The code in the foreign system. One of code, e-mail and name is always there.
    pub code: Option<String>,
    /// The name of the person or company.
    pub name: Option<String>,
    /// The e-mail address, unchecked.
    pub email: Option<String>,
    /// The telephone number, as printed.
    pub phone: Option<String>,
    /// Street and house number.
    pub street: Option<String>,
    /// The postal code: text.
    pub postal_code: Option<String>,
    /// The town.
    pub city: Option<String>,
    /// The country as printed.
    pub country: Option<String>,
    /// Its ISO 3166-1 code, where the printed one maps.
    pub country_code: Option<&'static str>,
    /// Tags, split at commas and semicolons.
    pub tags: Vec<String>,
    /// What custom fields hold, as printed, by their keys.
    pub custom: BTreeMap<String, String>,
}

impl ForeignDocument {
    /// How many rows of the file the document stands for.
    pub fn row_count(&self) -> u32 {
        match self {
            Self::Order(order) => order.lines.len() as u32,
            Self::Product(_) | Self::Customer(_) => 1,
        }
    }
}

impl ForeignOrder {
    /// The row numbers of the document, in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        self.lines.iter().map(|line| line.row_number)
    }
}
