//! From what a clerk or channel asks for to a priced document.

use super::facts::{Document, OrderKind, OrderLine, TaxSum};
use crate::currency::Currency;
use crate::day::Day;
use crate::ids::{CustomerId, ProductId};
use crate::limits::{CODE_CHARS, NAME_CHARS, ORDER_LINES, QUANTITY_MILLI, UNIT_PRICE_MICRO};
use crate::money::UnitPrice;
use crate::pricing::{self, PricingError, PricingInput};
use crate::product::Product;
use crate::quantity::Quantity;
use crate::rate::Rate;
use crate::refusal::Refusal;
use crate::settings::Settings;
use crate::tax::{Tax, TaxCode, TaxSet, intern};
use crate::text;

/// What an order is asked to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentInput {
    /// The customer.
    pub customer: Option<CustomerId>,
    /// Where it came from.
    pub channel: String,
    /// Country that it goes to; the book's own when absent.
    pub country: Option<String>,
    /// What the customer calls it.
    pub reference: Option<String>,
    /// Who of the shop sells it.
    pub sales_person: Option<String>,
    /// The business day for which it is promised.
    pub promised: Option<Day>,
    /// Discount on the whole, parts per million.
    pub discount_ppm: i64,
    /// The lines asked for.
    pub lines: Vec<LineInput>,
}

/// A line asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineInput {
    /// Identity of a line that is kept from an earlier version.
    pub line: Option<u32>,
    /// The product; none for a free line, which needs title and price.
    pub product: Option<ProductId>,
    /// Title; the product's when absent.
    pub title: Option<String>,
    /// Whether a free line is a service.
    pub service: Option<bool>,
    /// Tax code; the product's when absent.
    pub tax: Option<String>,
    /// Quantity in thousandths.
    pub quantity_milli: i64,
    /// Unit price; the product's when absent.
    pub unit_price_micro: Option<i64>,
    /// Discount, parts per million.
    pub discount_ppm: i64,
    /// Fixed discount, minor units.
    pub discount_minor: i64,
}

/// How a document finds its products.
pub trait ProductLookup {
    /// The product of an id, if the book knows it.
    fn product(&mut self, id: ProductId) -> Option<Product>;
}

/// Composes and prices a document. New lines get the next free identities above `last_line`.
pub fn compose(
    input: &DocumentInput,
    settings: &Settings,
    products: &mut dyn ProductLookup,
    last_line: u32,
) -> Result<Document, Refusal> {
    if input.lines.len() > ORDER_LINES {
        return Err(Refusal::at("lines", "too_many").with(ORDER_LINES));
    }
    let mut lines = Vec::with_capacity(input.lines.len());
    let mut next_line = last_line;
    for (index, said) in input.lines.iter().enumerate() {
        let mut line = compose_line(index, said, settings, products)?;
        if line.line == 0 {
            next_line += 1;
            line.line = next_line;
        }
        lines.push(line);
    }
    let country = input
        .country
        .clone()
        .or_else(|| settings.terms.country.clone());
    let mut document = Document {
        kind: OrderKind::Sale,
        channel: text::required("channel", &input.channel, CODE_CHARS)?,
        customer: input.customer,
        country: text::optional("country", country.as_deref(), NAME_CHARS)?,
        currency: settings.currency().to_owned(),
        prices_include_tax: settings.terms.prices_include_tax.unwrap_or(false),
        tax_rounding: settings.terms.tax_rounding.unwrap_or_default(),
        reference: text::optional("reference", input.reference.as_deref(), CODE_CHARS)?,
        sales_person: text::optional("sales_person", input.sales_person.as_deref(), NAME_CHARS)?,
        promised: input.promised,
        discount_ppm: input.discount_ppm,
        lines,
        ..Document::default()
    };
    price(&mut document, settings)?;
    Ok(document)
}

pub(super) fn compose_line(
    index: usize,
    said: &LineInput,
    settings: &Settings,
    products: &mut dyn ProductLookup,
) -> Result<OrderLine, Refusal> {
    let at = |name: &str| format!("lines.{index}.{name}");
    let product = match said.product {
        None => None,
        Some(id) => Some(
            products
                .product(id)
                .filter(Product::is_visible)
                .ok_or_else(|| Refusal::at(at("product"), "product_unknown"))?,
        ),
    };
    let terms = product.as_ref().map(|product| &product.terms);
    let title = said
        .title
        .as_deref()
        .or_else(|| terms.and_then(|terms| terms.title.as_deref()));
    let price = said
        .unit_price_micro
        .or_else(|| terms.and_then(|terms| terms.unit_price_micro));
    let tax = said
        .tax
        .clone()
        .or_else(|| terms.and_then(|terms| terms.tax.clone()));
    let tax = tax.filter(|code| !code.is_empty());
    let rate = match &tax {
        None => 0,
        Some(code) => {
            let found = settings.tax(code);
            found
                .ok_or_else(|| Refusal::at(at("tax"), "tax_unknown").with(code))?
                .rate_ppm
        }
    };
    Ok(OrderLine {
        line: said.line.unwrap_or(0),
        product: said.product,
        sku: terms
            .and_then(|terms| terms.sku.clone())
            .unwrap_or_default(),
        title: text::required(&at("title"), title.unwrap_or_default(), NAME_CHARS)?,
        service: product
            .as_ref()
            .map_or(said.service.unwrap_or(true), Product::is_service),
        quantity_milli: checked_quantity(&at("quantity_milli"), said.quantity_milli)?,
        unit_price_micro: checked_price(&at("unit_price_micro"), price)?,
        discount_ppm: said.discount_ppm,
        discount_minor: said.discount_minor,
        tax,
        tax_rate_ppm: rate,
        ..OrderLine::default()
    })
}

pub(super) fn checked_quantity(field: &str, quantity_milli: i64) -> Result<i64, Refusal> {
    match quantity_milli {
        0 => Err(Refusal::at(field, "quantity_zero")),
        quantity if quantity < 0 => Err(Refusal::at(field, "quantity_negative")),
        quantity if quantity > QUANTITY_MILLI => Err(Refusal::at(field, "out_of_range")),
        quantity => Ok(quantity),
    }
}

pub(super) fn checked_price(field: &str, price: Option<i64>) -> Result<i64, Refusal> {
    let price = price.ok_or_else(|| Refusal::at(field, "required"))?;
    if (-UNIT_PRICE_MICRO..=UNIT_PRICE_MICRO).contains(&price) {
        Ok(price)
    } else {
        Err(Refusal::at(field, "out_of_range"))
    }
}

/// Fills in every amount of a document from its quantities, prices, discounts and taxes.
pub fn price(document: &mut Document, settings: &Settings) -> Result<(), Refusal> {
    let currency = Currency::parse(&document.currency)
        .map_err(|_| Refusal::at("currency", "currency_unknown"))?;
    let mut taxes = Vec::new();
    let mut lines = Vec::with_capacity(document.lines.len());
    for (index, line) in document.lines.iter().enumerate() {
        lines.push(pricing::LineInput {
            quantity_milli: Quantity::from_milli(line.quantity_milli),
            unit_price_micro: UnitPrice::from_micro(line.unit_price_micro),
            discount_ppm: Rate::from_ppm(line.discount_ppm),
            discount_minor: line.discount_minor,
            taxes: tax_set(index, line, settings, &mut taxes)?,
        });
    }
    let priced = pricing::price(&PricingInput {
        tax_inclusive: document.prices_include_tax,
        policy: document.tax_rounding,
        discount_ppm: Rate::from_ppm(document.discount_ppm),
        ..PricingInput::new(currency, &taxes, &lines)
    })
    .map_err(refusal)?;
    for (line, amounts) in document.lines.iter_mut().zip(&priced.lines) {
        line.off_minor = amounts.discount_minor;
        line.tax_minor = amounts.tax_minor;
        line.total_minor = amounts.total_minor;
    }
    document.taxes = priced.groups.iter().map(tax_sum).collect();
    Ok(())
}

fn tax_set(
    index: usize,
    line: &OrderLine,
    settings: &Settings,
    table: &mut Vec<Tax>,
) -> Result<TaxSet, Refusal> {
    let Some(code) = &line.tax else {
        return Ok(TaxSet::EMPTY);
    };
    let wrong = || Refusal::at(format!("lines.{index}.tax"), "tax_unknown").with(code);
    let terms = settings.tax(code).ok_or_else(wrong)?;
    let code = TaxCode::parse(code).map_err(|_| wrong())?;
    let tax = Tax::new(code, Rate::from_ppm(line.tax_rate_ppm), terms.category);
    intern(table, &[tax]).map_err(|_| wrong())
}

fn tax_sum(group: &pricing::TaxGroup) -> TaxSum {
    TaxSum {
        code: group.code.as_str().to_owned(),
        rate_ppm: group.rate_ppm.ppm(),
        base_minor: group.base_minor,
        tax_minor: group.tax_minor,
    }
}

fn refusal(error: PricingError) -> Refusal {
    match error {
        PricingError::DiscountOutOfRange { line: Some(line) } => {
            Refusal::at(format!("lines.{line}.discount_ppm"), "out_of_range")
        }
        PricingError::DiscountOutOfRange { line: None } => {
            Refusal::at("discount_ppm", "out_of_range")
        }
        PricingError::UnknownTax { line } => {
            Refusal::at(format!("lines.{line}.tax"), "tax_unknown")
        }
        _ => Refusal::at("lines", "amount_too_large"),
    }
}
