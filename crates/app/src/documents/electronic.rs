//! An order's invoice for machines (EN 16931): the figures of the order, held against the rules of
//! the standard before anything is written.
use book::dto::{IssuedKind, OrderLine};
use documents::{Attachment, Metadata, Pdf, Relation};
use domain::tax::TaxCategory;
use domain::{Day, currency::Currency as Iso};
use einvoice::{
    AccountingTax, Adjustment, Category, Currency, Date, Exemption, Invoice, Kind, Line, Payment,
    Preceding, Prices, Profile, Reason, Side, Tax, Violation, WriteError, facturx,
};

use super::billed::{self, Billed};
use super::letter::Source;
use super::parties;

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
pub(super) fn cii(invoice: &Invoice) -> Result<String, Vec<String>> {
    text(einvoice::cii(invoice, Profile::Core))
}

/// The invoice as XML (UBL 2.1) for a profile, or what stands in its way, in English.
pub(super) fn ubl(invoice: &Invoice, profile: Profile) -> Result<String, Vec<String>> {
    text(einvoice::ubl(invoice, profile))
}

fn text(written: Result<Vec<u8>, WriteError>) -> Result<String, Vec<String>> {
    let bytes = written.map_err(|error| match error {
        WriteError::Rules(broken) => said(broken),
        character => vec![character.to_string()],
    })?;
    String::from_utf8(bytes).map_err(|error| vec![error.to_string()])
}

fn said(broken: Vec<Violation>) -> Vec<String> {
    let broken = broken.into_iter();
    broken
        .map(|one| format!("{}: {} ({})", one.rule, one.what, one.at))
        .collect()
}

/// The invoice or credit note with the figures of the order, or what stands in its way.
pub(super) fn invoice(source: &Source<'_>, number: &str) -> Result<Invoice, Vec<String>> {
    let invoice = composed(source, number)?;
    let total = einvoice::totals(&invoice).map_err(said)?.with_tax_minor;
    if total != billed::total_minor(source) {
        return Err(vec!["its tax is rounded line by line".to_owned()]);
    }
    Ok(invoice)
}

fn composed(source: &Source<'_>, number: &str) -> Result<Invoice, Vec<String>> {
    let order = source.order;
    let customer = source
        .customer
        .ok_or_else(|| vec!["it has no customer".to_owned()])?;
    let digits = Iso::parse(&order.currency).map_or(2, Iso::minor_digits);
    let lines = billed::lines(source);
    let lines: Result<Vec<Line>, _> = lines
        .iter()
        .map(|line| written(source, line, digits))
        .collect();
    let is_credit = source.credit.is_some();
    // What is credited is due at once.
    let due = source.pay_by.or(is_credit.then_some(source.day));
    Ok(Invoice {
        kind: if is_credit {
            Kind::CreditNote
        } else {
            Kind::Invoice
        },
        number: number.to_owned(),
        issue_date: date(source.day)?,
        due_date: due.map(date).transpose()?,
        currency: Currency {
            code: order.currency.clone(),
            minor_digits: u8::try_from(digits).unwrap_or(2),
        },
        accounting: accounting(source),
        prices: if order.prices_include_tax {
            Prices::WithTax
        } else {
            Prices::WithoutTax
        },
        buyer_reference: order.reference.clone(),
        order_reference: order.head.external_id.clone(),
        sales_order_reference: Some(order.head.number.clone()),
        notes: Vec::new(),
        preceding: preceding(source)?,
        seller: parties::seller(source),
        buyer: parties::buyer(source, customer),
        delivery: None,
        payments: payments(source),
        payment_terms: None,
        adjustments: Vec::new(),
        lines: lines?,
        exemptions: exemptions(source),
        paid_minor: if is_credit { 0 } else { order.head.paid_minor },
        rounding_minor: 0,
    })
}

/// The tax of an order in another currency as the books have it, at the rate that the order keeps;
/// of a credit note that of its return.
fn accounting(source: &Source<'_>) -> Option<AccountingTax> {
    let exchange = source.order.exchange.as_ref()?;
    let digits = Iso::parse(&exchange.book_currency).map_or(2, Iso::minor_digits);
    let credited = source.credit.map(|back| back.book_tax_minor);
    Some(AccountingTax {
        currency: Currency {
            code: exchange.book_currency.clone(),
            minor_digits: u8::try_from(digits).unwrap_or(2),
        },
        tax_minor: credited.unwrap_or(exchange.tax_minor),
    })
}

/// The invoice that a credit note is about, when it was issued.
fn preceding(source: &Source<'_>) -> Result<Vec<Preceding>, Vec<String>> {
    let issued = source.order.documents.iter();
    let mut invoices = issued.filter(|one| one.kind == IssuedKind::Invoice);
    let Some(invoice) = invoices.next().filter(|_| source.credit.is_some()) else {
        return Ok(Vec::new());
    };
    let day = invoice.at_local.get(..10).and_then(Day::parse);
    Ok(vec![Preceding {
        number: invoice.number.clone(),
        issue_date: day.map(date).transpose()?,
    }])
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

/// The standard has one kind of payment a document: cash where all of it was cash, else the
/// account that the business names.
fn payments(source: &Source<'_>) -> Vec<Payment> {
    let mut methods = source.order.payments.iter();
    let all_cash = !source.order.payments.is_empty() && methods.all(|paid| paid.method == "cash");
    if all_cash {
        return vec![Payment::Cash];
    }
    let account = source.settings.terms.bank_account.as_ref();
    let account: Option<String> = account.map(|said| said.split_whitespace().collect());
    let account = account.filter(|account| !account.is_empty());
    let transfer = account.map(|iban| Payment::Transfer {
        iban,
        bic: None,
        holder: None,
        reference: None,
    });
    transfer.into_iter().collect()
}

fn written(source: &Source<'_>, billed: &Billed<'_>, digits: u32) -> Result<Line, Vec<String>> {
    let line = billed.line;
    let amount = if source.order.prices_include_tax {
        billed.total_minor
    } else {
        billed.net_minor()
    };
    let quantity_milli = billed.quantity_milli;
    let own_price = billed.unit_price_micro();
    let price_micro = own_price
        .map_or_else(|| price_of_one(amount, quantity_milli, digits), Some)
        .ok_or_else(beyond)?;
    let full = full_minor(quantity_milli, price_micro, digits).ok_or_else(beyond)?;
    Ok(Line {
        id: billed.id(),
        note: None,
        name: billed.title(),
        description: None,
        sku: Some(billed.sku().to_owned()).filter(|sku| !sku.is_empty()),
        buyer_sku: None,
        gtin: None,
        order_line: None,
        quantity_milli,
        unit: PIECE.to_owned(),
        price_micro,
        base_quantity_milli: ONE_MILLI,
        adjustments: discount(full, amount),
        tax: tax(source, line)?,
    })
}

fn beyond() -> Vec<String> {
    vec!["an amount is beyond 64 bits".to_owned()]
}

/// What one of a quantity comes to that has an amount and no price, rounded half away from zero.
fn price_of_one(amount_minor: i64, quantity_milli: i64, digits: u32) -> Option<i64> {
    let exact = i128::from(amount_minor) * 10_i128.pow(9_u32.checked_sub(digits)?);
    let each = domain::rounding::div_round_half_away(exact, i128::from(quantity_milli.max(1)));
    i64::try_from(each).ok()
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
