//! An order's invoice for machines (EN 16931): the figures of the order, held against the rules of
//! the standard before anything is written.
use book::dto::{Customer, OrderLine};
use documents::{Attachment, Metadata, Pdf, Relation};
use domain::tax::TaxCategory;
use domain::{Day, currency::Currency as Iso};
use einvoice::{
    Address, Adjustment, Category, Contact, Currency, Date, Exemption, Invoice, Kind, Line, Party,
    Payment, Prices, Profile, Reason, Side, Tax, facturx,
};

use super::figures::kept_milli;
use super::letter::Source;

/// The piece, UN/ECE Recommendation 20.
const PIECE: &str = "H87";
/// A discount, UNTDID 5189.
const DISCOUNT: &str = "95";
const ONE_MILLI: i64 = 1_000;

/// How a PDF carries the invoice for machines (Factur-X, ZUGFeRD).
pub(super) fn within(xml: Option<&str>) -> Pdf {
    let Some(xml) = xml else {
        return Pdf::default();
    };
    let attachment = Attachment {
        name: facturx::FILE_NAME.to_owned(),
        media_type: facturx::MEDIA_TYPE.to_owned(),
        description: facturx::DESCRIPTION.to_owned(),
        relation: Relation::Alternative,
        data: xml.as_bytes().to_vec(),
    };
    Pdf {
        attachments: vec![attachment],
        metadata: Some(Metadata {
            schema: facturx::schema(),
            values: facturx::values(),
        }),
    }
}

/// The invoice as XML (CII), or what stands in its way, in English.
pub(super) fn xml(source: &Source<'_>, number: &str) -> Result<String, Vec<String>> {
    let invoice = invoice(source, number)?;
    let said = |broken: Vec<einvoice::Violation>| {
        let broken = broken.into_iter();
        broken
            .map(|one| format!("{}: {} ({})", one.rule, one.what, one.at))
            .collect::<Vec<_>>()
    };
    let total = einvoice::totals(&invoice).map_err(said)?.with_tax_minor;
    if total != source.order.head.total_minor {
        return Err(vec!["its tax is rounded line by line".to_owned()]);
    }
    let bytes = einvoice::cii(&invoice, Profile::Core).map_err(|error| match error {
        einvoice::WriteError::Rules(broken) => said(broken),
        character => vec![character.to_string()],
    })?;
    String::from_utf8(bytes).map_err(|error| vec![error.to_string()])
}

fn invoice(source: &Source<'_>, number: &str) -> Result<Invoice, Vec<String>> {
    let order = source.order;
    let customer = source
        .customer
        .ok_or_else(|| vec!["it has no customer".to_owned()])?;
    let digits = Iso::parse(&order.currency).map_or(2, Iso::minor_digits);
    let lines = order.lines.iter().filter(|line| kept_milli(line) != 0);
    let lines: Result<Vec<Line>, _> = lines.map(|line| written(source, line, digits)).collect();
    Ok(Invoice {
        kind: Kind::Invoice,
        number: number.to_owned(),
        issue_date: date(source.day)?,
        due_date: source.pay_by.map(date).transpose()?,
        currency: Currency {
            code: order.currency.clone(),
            minor_digits: u8::try_from(digits).unwrap_or(2),
        },
        prices: if order.prices_include_tax {
            Prices::WithTax
        } else {
            Prices::WithoutTax
        },
        buyer_reference: None,
        order_reference: order.head.external_id.clone(),
        sales_order_reference: Some(order.head.number.clone()),
        notes: Vec::new(),
        preceding: Vec::new(),
        seller: seller(source),
        buyer: buyer(source, customer),
        delivery: None,
        payments: payments(source),
        payment_terms: None,
        adjustments: Vec::new(),
        lines: lines?,
        exemptions: exemptions(source),
        paid_minor: order.head.paid_minor,
        rounding_minor: 0,
    })
}

fn date(day: Day) -> Result<Date, Vec<String>> {
    let (year, month, day) = day.ymd();
    let parts = (u16::try_from(year), u8::try_from(month), u8::try_from(day));
    let date = match parts {
        (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day),
        _ => None,
    };
    date.ok_or_else(|| vec!["its date is out of range".to_owned()])
}

fn seller(source: &Source<'_>) -> Party {
    let terms = &source.settings.terms;
    let country = terms.country.clone().unwrap_or_default();
    let lines: Vec<&str> = terms.address.iter().flat_map(|text| text.lines()).collect();
    let line = |index: usize| lines.get(index).map(|line| (*line).to_owned());
    let number = terms.tax_number.clone();
    let is_vat = number
        .as_ref()
        .is_some_and(|number| number.starts_with(&country));
    Party {
        name: terms.name.clone().unwrap_or_default(),
        vat_id: number.clone().filter(|_| is_vat),
        tax_number: number.filter(|_| !is_vat),
        address: Address {
            line1: line(0),
            line2: line(1),
            line3: line(2),
            country,
            ..Address::default()
        },
        contact: contact(terms.phone.clone(), terms.email.clone()),
        ..Party::default()
    }
}

fn buyer(source: &Source<'_>, customer: &Customer) -> Party {
    let home = source.settings.terms.country.clone().unwrap_or_default();
    let known = customer.address.clone().unwrap_or_default();
    let said = |text: &String| (!text.is_empty()).then(|| text.clone());
    let mut street = known.street.lines().map(str::to_owned);
    let country = said(&known.country).or_else(|| customer.row.country.clone());
    Party {
        name: customer.row.name.clone(),
        vat_id: customer.tax_number.clone(),
        address: Address {
            line1: street.next(),
            line2: street.next(),
            line3: street.next(),
            city: said(&known.city),
            post_code: said(&known.postal_code),
            subdivision: said(&known.region),
            country: country.unwrap_or(home),
        },
        contact: contact(customer.row.phone.clone(), customer.row.email.clone()),
        ..Party::default()
    }
}

fn contact(phone: Option<String>, email: Option<String>) -> Option<Contact> {
    let there = phone.is_some() || email.is_some();
    there.then_some(Contact {
        name: None,
        phone,
        email,
    })
}

/// The standard has one kind of payment a document: cash where all of it was cash.
fn payments(source: &Source<'_>) -> Vec<Payment> {
    let mut methods = source.order.payments.iter();
    let all_cash = !source.order.payments.is_empty() && methods.all(|paid| paid.method == "cash");
    if all_cash {
        vec![Payment::Cash]
    } else {
        Vec::new()
    }
}

fn written(source: &Source<'_>, line: &OrderLine, digits: u32) -> Result<Line, Vec<String>> {
    let order = source.order;
    let amount = if order.prices_include_tax {
        line.total_minor
    } else {
        line.net_minor
    };
    let quantity_milli = kept_milli(line);
    let full = full_minor(quantity_milli, line.unit_price_micro, digits)
        .ok_or_else(|| vec!["an amount is beyond 64 bits".to_owned()])?;
    Ok(Line {
        id: line.line.to_string(),
        note: None,
        name: line.title.clone(),
        description: None,
        sku: (!line.sku.is_empty()).then(|| line.sku.clone()),
        buyer_sku: None,
        gtin: None,
        order_line: None,
        quantity_milli,
        unit: PIECE.to_owned(),
        price_micro: line.unit_price_micro,
        base_quantity_milli: ONE_MILLI,
        adjustments: discount(full, amount),
        tax: tax(source, line)?,
    })
}

/// Quantity times price in minor units, rounded half away from zero.
fn full_minor(quantity_milli: i64, price_micro: i64, digits: u32) -> Option<i64> {
    let exact = i128::from(quantity_milli) * i128::from(price_micro);
    let one = 10_i128.pow(9_u32.checked_sub(digits)?);
    let half = if exact < 0 { -one / 2 } else { one / 2 };
    i64::try_from((exact + half) / one).ok()
}

/// Everything that is off a line, its share of the order's discount included.
fn discount(full_minor: i64, amount_minor: i64) -> Vec<Adjustment> {
    let off = full_minor - amount_minor;
    let adjustment = Adjustment {
        side: if off < 0 {
            Side::Charge
        } else {
            Side::Allowance
        },
        amount_minor: off.abs(),
        base_minor: None,
        percent_ppm: None,
        reason: Reason {
            code: (off > 0).then(|| DISCOUNT.to_owned()),
            text: Some("Discount".to_owned()),
        },
    };
    if off == 0 {
        Vec::new()
    } else {
        vec![adjustment]
    }
}

fn category_of(source: &Source<'_>, code: &str) -> Option<Category> {
    if source.order.exemption.is_some() {
        return Some(Category::Exempt);
    }
    let known = source.settings.tax(code)?;
    Some(match known.category {
        TaxCategory::Standard | TaxCategory::Reduced => Category::Standard,
        TaxCategory::Zero => Category::Zero,
        TaxCategory::Exempt => Category::Exempt,
        TaxCategory::ReverseCharge => Category::ReverseCharge,
        TaxCategory::IntraCommunity => Category::IntraCommunity,
        TaxCategory::Export => Category::Export,
        TaxCategory::None => Category::OutOfScope,
        TaxCategory::Withholding => return None,
    })
}

fn tax(source: &Source<'_>, line: &OrderLine) -> Result<Tax, Vec<String>> {
    let Some(code) = &line.tax else {
        return Ok(Tax {
            category: Category::OutOfScope,
            rate_ppm: 0,
        });
    };
    let category = category_of(source, code);
    let rate_ppm = u32::try_from(line.tax_rate_ppm).ok();
    match (category, rate_ppm) {
        (Some(category), Some(rate_ppm)) => Ok(Tax { category, rate_ppm }),
        _ => Err(vec![format!("the tax {code} is none of the standard's")]),
    }
}

/// Why a category bears no tax: what the book calls that tax.
fn exemptions(source: &Source<'_>) -> Vec<Exemption> {
    let mut found: Vec<Exemption> = Vec::new();
    for line in &source.order.lines {
        let category = match &line.tax {
            None => Some(Category::OutOfScope),
            Some(code) => category_of(source, code),
        };
        let name = line.tax.as_ref().and_then(|code| source.settings.tax(code));
        let text = name.map_or_else(|| "Not subject to tax".to_owned(), |tax| tax.name.clone());
        let text = source.order.exemption.clone().unwrap_or(text);
        let Some(category) = category else { continue };
        let bears = matches!(category, Category::Standard | Category::Zero);
        if !bears && found.iter().all(|known| known.category != category) {
            found.push(Exemption {
                category,
                code: None,
                text: Some(text),
            });
        }
    }
    found
}
