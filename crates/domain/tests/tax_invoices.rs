//! Published example invoices (EN 16931): line nets, tax breakdown and totals to the cent.

use std::collections::BTreeMap;

use domain::currency::Currency;
use domain::money::{Money, UnitPrice};
use domain::pricing::{LineInput, Priced, PricingInput, price};
use domain::quantity::Quantity;
use domain::rate::Rate;
use domain::tax::{RoundingPolicy, Tax, TaxCategory, TaxCode, intern};
use serde::Deserialize;

#[derive(Deserialize)]
struct Invoice {
    source: String,
    currency: Currency,
    lines: Vec<Line>,
    allowances_and_charges: Vec<AllowanceOrCharge>,
    subtotals: Vec<Subtotal>,
    tax_total: String,
    line_extension: String,
    tax_exclusive: String,
    tax_inclusive: String,
    prepaid: String,
    payable: String,
    tax_if_rounded_per_line: String,
}

#[derive(Deserialize)]
struct Line {
    quantity: String,
    price: String,
    net: String,
    vat_category: String,
    vat_percent: String,
}

#[derive(Deserialize)]
struct AllowanceOrCharge {
    charge: bool,
    amount: String,
    vat_category: String,
    vat_percent: String,
}

#[derive(Deserialize)]
struct Subtotal {
    taxable: String,
    tax: String,
    category: String,
    percent: String,
}

fn invoices() -> Vec<Invoice> {
    let text = include_str!("data/tax_invoices.json");
    let mut file: serde_json::Value = serde_json::from_str(text).expect("valid JSON");
    serde_json::from_value(file["vectors"].take()).expect("the shape of the file")
}

fn vat(category: &str, percent: &str) -> Tax {
    let rate = Rate::parse_percent(percent).expect("a plain per cent");
    let code = TaxCode::parse(&format!("{category} {}", rate.percent())).expect("a fit tax code");
    let category = match category {
        "S" => TaxCategory::Standard,
        "E" => TaxCategory::Exempt,
        "AE" => TaxCategory::ReverseCharge,
        other => panic!("the examples hold no category {other}"),
    };
    Tax::new(code, rate, category)
}

/// Lines, then what EN 16931 calls document level allowances and charges: amounts with a tax
/// category of their own, which is a line of quantity -1 or 1.
fn priced(invoice: &Invoice, policy: RoundingPolicy) -> Priced {
    let (mut taxes, mut lines) = (Vec::new(), Vec::new());
    let mut push = |quantity: &str, amount: &str, tax: Tax| {
        let taxes = intern(&mut taxes, &[tax]).expect("a table with room");
        let quantity = Quantity::parse_decimal(quantity).expect("a plain decimal");
        let unit_price = UnitPrice::parse_decimal(amount).expect("a plain decimal");
        lines.push(LineInput {
            taxes,
            ..LineInput::new(quantity, unit_price)
        });
    };
    for line in &invoice.lines {
        push(
            &line.quantity,
            &line.price,
            vat(&line.vat_category, &line.vat_percent),
        );
    }
    for extra in &invoice.allowances_and_charges {
        let quantity = if extra.charge { "1" } else { "-1" };
        push(
            quantity,
            &extra.amount,
            vat(&extra.vat_category, &extra.vat_percent),
        );
    }
    price(&PricingInput {
        policy,
        ..PricingInput::new(invoice.currency, &taxes, &lines)
    })
    .expect("a document that can be priced")
}

fn minor(invoice: &Invoice, text: &str) -> i64 {
    Money::parse_decimal(text, invoice.currency)
        .expect("a plain decimal")
        .amount_minor
}

#[test]
fn all_ten_examples_are_read() {
    assert_eq!(invoices().len(), 10);
}

#[test]
fn lines_and_totals_are_those_of_the_invoice() {
    for invoice in invoices() {
        let (source, amount) = (&invoice.source, |text: &str| minor(&invoice, text));
        let priced = priced(&invoice, RoundingPolicy::PerRateGroup);
        let goods = &priced.lines[..invoice.lines.len()];
        for (line, stated) in goods.iter().zip(&invoice.lines) {
            assert_eq!(line.net_minor, amount(&stated.net), "{source}");
        }
        let extension: i64 = goods.iter().map(|line| line.net_minor).sum();
        assert_eq!(extension, amount(&invoice.line_extension), "{source}");
        assert_eq!(
            priced.totals.net_minor,
            amount(&invoice.tax_exclusive),
            "{source}"
        );
        assert_eq!(
            priced.totals.tax_minor,
            amount(&invoice.tax_total),
            "{source}"
        );
        assert_eq!(
            priced.totals.total_minor,
            amount(&invoice.tax_inclusive),
            "{source}"
        );
        let due = priced.totals.total_minor - amount(&invoice.prepaid);
        assert_eq!(due, amount(&invoice.payable), "{source}");
    }
}

#[test]
fn the_tax_breakdown_is_that_of_the_invoice() {
    for invoice in invoices() {
        let priced = priced(&invoice, RoundingPolicy::PerRateGroup);
        let key = |tax: &Tax| (tax.category.en16931_code(), tax.rate_ppm);
        let stated: BTreeMap<_, _> = invoice
            .subtotals
            .iter()
            .map(|stated| {
                let amounts = (
                    minor(&invoice, &stated.taxable),
                    minor(&invoice, &stated.tax),
                );
                (key(&vat(&stated.category, &stated.percent)), amounts)
            })
            .collect();
        let computed: BTreeMap<_, _> = priced
            .groups
            .iter()
            .map(|group| {
                let key = (group.category.en16931_code(), group.rate_ppm);
                (key, (group.base_minor, group.tax_minor))
            })
            .collect();
        assert_eq!(computed, stated, "{}", invoice.source);
    }
}

#[test]
fn rounding_per_line_gives_the_other_tax_of_the_examples() {
    for invoice in invoices()
        .iter()
        .filter(|it| it.allowances_and_charges.is_empty())
    {
        let tax = priced(invoice, RoundingPolicy::PerLine).totals.tax_minor;
        assert_eq!(
            tax,
            minor(invoice, &invoice.tax_if_rounded_per_line),
            "{}",
            invoice.source
        );
    }
}

/// The allowances of one example stand partly in the category of its goods; those may as well be
/// a discount on the document, which goes to the goods and not to the negative lines.
#[test]
fn a_document_discount_lowers_the_base_of_the_goods() {
    let invoices = invoices();
    let invoice = invoices
        .iter()
        .find(|it| it.source.contains("04.03a"))
        .unwrap();
    let (mut taxes, mut lines, mut discount_minor) = (Vec::new(), Vec::new(), 0);
    let mut push = |quantity, amount: &str, tax| {
        let unit_price = UnitPrice::parse_decimal(amount).unwrap();
        let taxes = intern(&mut taxes, &[tax]).unwrap();
        lines.push(LineInput {
            taxes,
            ..LineInput::new(quantity, unit_price)
        });
    };
    for line in &invoice.lines {
        push(
            Quantity::ONE,
            &line.price,
            vat(&line.vat_category, &line.vat_percent),
        );
    }
    for extra in &invoice.allowances_and_charges {
        match extra.vat_category.as_str() {
            "S" => discount_minor += minor(invoice, &extra.amount),
            _ => push(Quantity::from_milli(-1000), &extra.amount, vat("E", "0")),
        }
    }
    let document = PricingInput {
        discount_minor,
        ..PricingInput::new(invoice.currency, &taxes, &lines)
    };
    let totals = price(&document).unwrap().totals;
    assert_eq!(totals.order_discount_minor, discount_minor);
    assert_eq!(totals.net_minor, minor(invoice, &invoice.tax_exclusive));
    assert_eq!(totals.tax_minor, minor(invoice, &invoice.tax_total));
}
