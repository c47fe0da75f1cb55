//! The fields that a column can be read as, and which of them each kind of row has.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What one row of a file is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// A line of an order, invoice or credit note.
    OrderLines,
    /// A product.
    Products,
    /// A customer.
    Customers,
}

/// A field of an order line, a product or a customer.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The number of the order or invoice in the foreign system.
    DocumentNumber,
    /// When it was placed: date, or date and time.
    PlacedAt,
    /// What the document is; see [`KindWord`](super::KindWord).
    Kind,
    /// The article number.
    Sku,
    /// The description.
    Title,
    /// The quantity of the line.
    Quantity,
    /// The price of one.
    UnitPrice,
    /// An amount off the whole line.
    Discount,
    /// The tax rate of the line.
    TaxRate,
    /// The customer's code in the foreign system.
    CustomerCode,
    /// The customer's name.
    CustomerName,
    /// The customer's e-mail address.
    CustomerEmail,
    /// The country, of the order or of the customer.
    Country,
    /// ISO 4217 code.
    Currency,
    /// Where the order came in.
    Channel,
    /// A product's selling price.
    Price,
    /// A product's purchase price.
    Cost,
    /// A product's barcode.
    Barcode,
    /// A product's stock.
    StockOnHand,
    /// The name of a product's tax class.
    TaxClass,
    /// The stock at which a product is ordered again.
    ReorderPoint,
    /// A customer's code.
    Code,
    /// A customer's name.
    Name,
    /// A customer's e-mail address.
    Email,
    /// A customer's telephone number.
    Phone,
    /// Street and house number.
    Street,
    /// The postal code.
    PostalCode,
    /// The town.
    City,
    /// Tags, between commas or semicolons.
    Tags,
}

use Field::*;

const ORDER_LINES: [Field; 15] = [
    DocumentNumber,
    PlacedAt,
    Kind,
    Sku,
    Title,
    Quantity,
    UnitPrice,
    Discount,
    TaxRate,
    CustomerCode,
    CustomerName,
    CustomerEmail,
    Country,
    Currency,
    Channel,
];
const PRODUCTS: [Field; 9] = [
    Sku,
    Title,
    Price,
    Cost,
    Barcode,
    StockOnHand,
    TaxClass,
    ReorderPoint,
    Currency,
];
const CUSTOMERS: [Field; 9] = [
    Code, Name, Email, Phone, Street, PostalCode, City, Country, Tags,
];

impl Field {
    /// How many fields there are.
    pub(crate) const COUNT: usize = Tags as usize + 1;

    /// The word for the field in a mapping.
    pub fn as_str(self) -> &'static str {
        match self {
            DocumentNumber => "document_number",
            PlacedAt => "placed_at",
            Kind => "kind",
            Sku => "sku",
            Title => "title",
            Quantity => "quantity",
            UnitPrice => "unit_price",
            Discount => "discount",
            TaxRate => "tax_rate",
            CustomerCode => "customer_code",
            CustomerName => "customer_name",
            CustomerEmail => "customer_email",
            Country => "country",
            Currency => "currency",
            Channel => "channel",
            Price => "price",
            Cost => "cost",
            Barcode => "barcode",
            StockOnHand => "stock_on_hand",
            TaxClass => "tax_class",
            ReorderPoint => "reorder_point",
            Code => "code",
            Name => "name",
            Email => "email",
            Phone => "phone",
            Street => "street",
            PostalCode => "postal_code",
            City => "city",
            Tags => "tags",
        }
    }

    /// Whether several columns may be joined into this field.
    pub(crate) fn may_be_joined(self) -> bool {
        let number = matches!(
            self,
            Quantity | UnitPrice | Discount | TaxRate | Price | Cost | StockOnHand | ReorderPoint
        );
        !number
    }
}

impl RowKind {
    /// The fields that rows of this kind have.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::OrderLines => &ORDER_LINES,
            Self::Products => &PRODUCTS,
            Self::Customers => &CUSTOMERS,
        }
    }

    /// The fields that must be mapped. A customer needs one of code, name and e-mail besides.
    pub fn required(self) -> &'static [Field] {
        match self {
            Self::OrderLines => &[DocumentNumber, PlacedAt, Sku, Quantity, UnitPrice],
            Self::Products => &[Sku],
            Self::Customers => &[],
        }
    }
}
