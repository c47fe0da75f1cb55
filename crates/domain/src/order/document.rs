//! From what a clerk or channel asks for to a priced document.

use super::components;
use super::facts::{Document, ListNamed, OrderKind, OrderLine};
use super::foreign::Exchange;
use super::priced::price;
use crate::currency::Currency;
use crate::day::Day;
use crate::gift_card::{CardLine, check_code};
use crate::ids::{CustomerId, ProductId};
use crate::limits::{CODE_CHARS, NAME_CHARS, ORDER_LINES, QUANTITY_MILLI, UNIT_PRICE_MICRO};
use crate::price_list::ListPrice;
use crate::product::Product;
use crate::rate::PPM;
use crate::refusal::Refusal;
use crate::rounding::div_round_half_away;
use crate::settings::Settings;
use crate::text;

/// One piece, in thousandths.
const ONE_MILLI: i64 = 1_000;

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
    /// The rate of another currency that it is agreed in; the book's own when absent.
    pub exchange: Option<Exchange>,
    /// Discount on the whole, parts per million.
    pub discount_ppm: i64,
    /// Fixed discount on the whole, minor units.
    pub discount_minor: i64,
    /// What is charged for shipping.
    pub shipping: Option<ShippingInput>,
    /// Days within which the customer pays.
    pub payment_days: Option<u32>,
    /// Why the customer pays no tax. Prices are then stated and taken without it.
    pub exemption: Option<String>,
    /// The lines asked for.
    pub lines: Vec<LineInput>,
}

/// A charge for shipping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShippingInput {
    /// What the line says.
    pub title: String,
    /// What is charged, as prices are: with or without tax; minor units.
    pub charge_minor: i64,
    /// Tax code; none when it is not taxed.
    pub tax: Option<String>,
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
    /// The card that the line puts value on; such a line has a title and a price of its own.
    pub gift_card: Option<CardLine>,
}

/// How a document finds its products.
pub trait ProductLookup {
    /// The product of an id, if the book knows it.
    fn product(&mut self, id: ProductId) -> Option<Product>;

    /// What a list asks for it at a quantity in thousandths, when one applies to the sale.
    fn list_price(&mut self, _id: ProductId, _quantity_milli: i64) -> Option<ListPrice> {
        None
    }
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
        if input.exemption.is_some() {
            exempt(&mut line, settings);
        }
        if line.line == 0 {
            next_line += 1;
            line.line = next_line;
        }
        lines.push(line);
    }
    if let Some(shipping) = &input.shipping {
        let mut line = shipping_line(shipping, settings, &currency(input, settings))?;
        if input.exemption.is_some() {
            exempt(&mut line, settings);
        }
        line.line = next_line + 1;
        lines.push(line);
    }
    let country = input.country.clone();
    let country = country.or_else(|| settings.terms.country.clone());
    let mut document = Document {
        kind: OrderKind::Sale,
        channel: text::required("channel", &input.channel, CODE_CHARS)?,
        customer: input.customer,
        country: text::optional("country", country.as_deref(), NAME_CHARS)?,
        currency: currency(input, settings),
        exchange: input.exchange.clone(),
        prices_include_tax: settings.terms.prices_include_tax.unwrap_or(false)
            && input.exemption.is_none(),
        payment_days: input.payment_days,
        exemption: input.exemption.clone(),
        tax_rounding: settings.terms.tax_rounding.unwrap_or_default(),
        reference: text::optional("reference", input.reference.as_deref(), CODE_CHARS)?,
        sales_person: text::optional("sales_person", input.sales_person.as_deref(), NAME_CHARS)?,
        promised: input.promised,
        discount_ppm: input.discount_ppm,
        discount_minor: input.discount_minor,
        lines,
        ..Document::default()
    };
    price(&mut document, settings)?;
    check_cards(&document)?;
    Ok(document)
}

/// Refuses value for a card that comes to nothing in the book's currency.
pub(super) fn check_cards(document: &Document) -> Result<(), Refusal> {
    let Some(exchange) = &document.exchange else {
        return Ok(());
    };
    let lines = document.lines.iter().enumerate();
    for (index, line) in lines.filter(|(_, line)| line.gift_card.is_some()) {
        let worth = exchange.rate.convert(line.total_minor);
        if line.quantity_milli != 0 && worth.is_none_or(|worth| worth <= 0) {
            let field = format!("lines.{index}.unit_price_micro");
            return Err(Refusal::at(field, "amount_not_positive"));
        }
    }
    Ok(())
}

/// What the book asks for a product that is on a line: its own price, or that of a list.
pub fn proposed_price(
    line: &OrderLine,
    is_exempt: bool,
    settings: &Settings,
    products: &mut dyn ProductLookup,
) -> Option<i64> {
    let said = LineInput {
        product: line.product,
        tax: Some(line.tax.clone().unwrap_or_default()),
        quantity_milli: line.quantity_milli,
        ..LineInput::default()
    };
    let mut usual = compose_line(0, &said, settings, products).ok()?;
    if is_exempt {
        exempt(&mut usual, settings);
    }
    Some(usual.unit_price_micro)
}

/// The currency of the document.
fn currency(input: &DocumentInput, settings: &Settings) -> String {
    let own = input.exchange.as_ref();
    let own = own.map(|exchange| exchange.rate.from().code().to_owned());
    own.unwrap_or_else(|| settings.currency().to_owned())
}

pub(super) fn compose_line(
    index: usize,
    said: &LineInput,
    settings: &Settings,
    products: &mut dyn ProductLookup,
) -> Result<OrderLine, Refusal> {
    let at = |name: &str| format!("lines.{index}.{name}");
    if let Some(card) = &said.gift_card {
        return card_line(&at, said, card);
    }
    let product = said
        .product
        .map(|id| visible(id, &at, products))
        .transpose()?;
    let terms = product.as_ref().map(|product| &product.terms);
    let title = said
        .title
        .as_deref()
        .or_else(|| terms.and_then(|terms| terms.title.as_deref()));
    let listed = match (said.product, said.unit_price_micro) {
        (Some(id), None) => products.list_price(id, said.quantity_milli),
        _ => None,
    };
    let price = said
        .unit_price_micro
        .or_else(|| listed.as_ref().map(|listed| listed.unit_price_micro))
        .or_else(|| terms.and_then(|terms| terms.unit_price_micro));
    let tax = said
        .tax
        .clone()
        .or_else(|| terms.and_then(|terms| terms.tax.clone()));
    let (tax, rate) = taxed(&at("tax"), tax, settings)?;
    let line = OrderLine {
        line: said.line.unwrap_or(0),
        product: said.product,
        components: components::of_product(&at("product"), product.as_ref(), products)?,
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
        own_price: said.product.is_some() && said.unit_price_micro.is_some(),
        price_list: listed.map(|listed| ListNamed {
            list: listed.list,
            name: listed.name,
        }),
        tax,
        tax_rate_ppm: rate,
        ..OrderLine::default()
    };
    components::check_whole(at("quantity_milli"), &line, line.quantity_milli)?;
    Ok(line)
}

fn visible(
    id: ProductId,
    at: &dyn Fn(&str) -> String,
    products: &mut dyn ProductLookup,
) -> Result<Product, Refusal> {
    let product = products.product(id).filter(Product::is_visible);
    let product = product.ok_or_else(|| Refusal::at(at("product"), "product_unknown"))?;
    if product.is_varied() {
        return Err(Refusal::at(at("product"), "product_has_variants"));
    }
    Ok(product)
}

/// Value for a gift card: neither goods nor work, without tax and without discount.
fn card_line(
    at: &dyn Fn(&str) -> String,
    said: &LineInput,
    card: &CardLine,
) -> Result<OrderLine, Refusal> {
    let title = said.title.as_deref().unwrap_or_default();
    let price = checked_price(&at("unit_price_micro"), said.unit_price_micro)?;
    if price <= 0 {
        return Err(Refusal::at(at("unit_price_micro"), "amount_not_positive"));
    }
    if said.product.is_some() {
        return Err(Refusal::at(at("product"), "gift_card_line"));
    }
    if said.quantity_milli != ONE_MILLI {
        return Err(Refusal::at(at("quantity_milli"), "gift_card_whole"));
    }
    for (name, figure) in [
        ("discount_ppm", said.discount_ppm),
        ("discount_minor", said.discount_minor),
    ] {
        if figure != 0 {
            return Err(Refusal::at(at(name), "gift_card_line"));
        }
    }
    Ok(OrderLine {
        line: said.line.unwrap_or(0),
        title: text::required(&at("title"), title, NAME_CHARS)?,
        quantity_milli: ONE_MILLI,
        unit_price_micro: price,
        gift_card: Some(CardLine {
            code: check_code(&at("gift_card"), &card.code)?,
            expires: card.expires,
        }),
        ..OrderLine::default()
    })
}

/// The charge for shipping: a service of its own, with its own tax.
fn shipping_line(
    said: &ShippingInput,
    settings: &Settings,
    currency: &str,
) -> Result<OrderLine, Refusal> {
    let field = "shipping.charge_minor";
    let digits = Currency::parse(currency).map_or(2, |currency| currency.minor_digits());
    let charge_minor = said.charge_minor;
    let price = charge_minor.checked_mul(10_i64.pow(6_u32.saturating_sub(digits)));
    if charge_minor < 0 {
        return Err(Refusal::at(field, "out_of_range"));
    }
    let (tax, rate) = taxed("shipping.tax", said.tax.clone(), settings)?;
    Ok(OrderLine {
        title: text::required("shipping.title", &said.title, NAME_CHARS)?,
        service: true,
        shipping: true,
        quantity_milli: 1_000,
        unit_price_micro: checked_price(field, Some(price.unwrap_or(i64::MAX)))?,
        tax,
        tax_rate_ppm: rate,
        ..OrderLine::default()
    })
}

/// Takes the tax off a line. A price that includes tax loses it; one that was typed is meant so.
pub(super) fn exempt(line: &mut OrderLine, settings: &Settings) {
    let included = settings.terms.prices_include_tax.unwrap_or(false);
    let typed = line.own_price || line.product.is_none();
    if included && !typed {
        let gross = i128::from(line.unit_price_micro) * i128::from(PPM);
        let net = div_round_half_away(gross, i128::from(PPM.saturating_add(line.tax_rate_ppm)));
        line.unit_price_micro = i64::try_from(net).unwrap_or(line.unit_price_micro);
    }
    line.tax_rate_ppm = 0;
}

/// A tax by its code, with its rate; an empty code is no tax.
fn taxed(
    field: &str,
    code: Option<String>,
    settings: &Settings,
) -> Result<(Option<String>, i64), Refusal> {
    let Some(code) = code.filter(|code| !code.is_empty()) else {
        return Ok((None, 0));
    };
    match settings.tax(&code) {
        Some(tax) => Ok((Some(code), tax.rate_ppm)),
        None => Err(Refusal::at(field, "tax_unknown").with(code)),
    }
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
