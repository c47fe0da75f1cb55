//! Allowances, charges, the tax breakdown and the totals in UBL.

use super::Ubl;
use crate::decimal::{decimal, percent};
use crate::model::{Adjustment, Category, Currency, Exemption, Side, Tax};
use crate::totals::AdjustmentFigures;
use crate::write::exemption;
use crate::xml::Xml;

/// How amounts are written: every one names its currency.
pub(super) struct Amounts<'a> {
    pub code: &'a str,
    pub digits: u32,
}

impl<'a> Amounts<'a> {
    pub fn of(currency: &'a Currency) -> Self {
        Self {
            code: &currency.code,
            digits: currency.minor_digits.into(),
        }
    }

    pub fn write(&self, name: &'static str, amount_minor: i64, xml: &mut Xml) {
        let amount = decimal(amount_minor, self.digits, self.digits);
        xml.text_with(name, &[("currencyID", self.code)], &amount);
    }
}

/// Allowances and charges of the document.
pub(super) fn adjustments(ubl: &Ubl<'_>, xml: &mut Xml) {
    for (said, figures) in ubl.invoice.adjustments.iter().zip(&ubl.totals.adjustments) {
        xml.within("cac:AllowanceCharge", |xml| {
            adjustment(ubl, &said.adjustment, *figures, xml);
            tax("cac:TaxCategory", said.tax, None, xml);
        });
    }
}

/// What an allowance or charge says, without its tax.
pub(super) fn adjustment(
    ubl: &Ubl<'_>,
    said: &Adjustment,
    figures: AdjustmentFigures,
    xml: &mut Xml,
) {
    let charge = if said.side == Side::Charge {
        "true"
    } else {
        "false"
    };
    xml.text("cbc:ChargeIndicator", charge);
    xml.optional("cbc:AllowanceChargeReasonCode", said.reason.code.as_ref());
    xml.optional("cbc:AllowanceChargeReason", said.reason.text.as_ref());
    let rate = said.percent_ppm.map(percent);
    xml.optional("cbc:MultiplierFactorNumeric", rate.as_ref());
    ubl.amounts.write("cbc:Amount", figures.amount_minor, xml);
    if let Some(base_minor) = figures.base_minor {
        ubl.amounts.write("cbc:BaseAmount", base_minor, xml);
    }
}

/// The breakdown.
pub(super) fn taxes(ubl: &Ubl<'_>, xml: &mut Xml) {
    xml.within("cac:TaxTotal", |xml| {
        ubl.amounts
            .write("cbc:TaxAmount", ubl.totals.tax_minor, xml);
        for group in &ubl.totals.groups {
            xml.within("cac:TaxSubtotal", |xml| {
                ubl.amounts
                    .write("cbc:TaxableAmount", group.base_minor, xml);
                ubl.amounts.write("cbc:TaxAmount", group.tax_minor, xml);
                let why = exemption(ubl.invoice, group.tax.category);
                tax("cac:TaxCategory", group.tax, why, xml);
            });
        }
    });
    if let Some(accounting) = &ubl.invoice.accounting {
        // In the books' currency there is the sum alone (PEPPOL-EN16931-R054).
        xml.within("cac:TaxTotal", |xml| {
            let amounts = Amounts::of(&accounting.currency);
            amounts.write("cbc:TaxAmount", accounting.tax_minor, xml);
        });
    }
}

/// A category with its rate, which what is outside of VAT has none of (BR-O-05).
pub(super) fn tax(name: &'static str, tax: Tax, why: Option<&Exemption>, xml: &mut Xml) {
    xml.within(name, |xml| {
        xml.text("cbc:ID", tax.category.code());
        if tax.category != Category::OutOfScope {
            xml.text("cbc:Percent", &percent(tax.rate_ppm));
        }
        xml.optional(
            "cbc:TaxExemptionReasonCode",
            why.and_then(|why| why.code.as_ref()),
        );
        xml.optional(
            "cbc:TaxExemptionReason",
            why.and_then(|why| why.text.as_ref()),
        );
        xml.within("cac:TaxScheme", |xml| xml.text("cbc:ID", "VAT"));
    });
}

/// The document's totals; a sum of no allowances is left out, as is what was not paid or rounded.
pub(super) fn totals(ubl: &Ubl<'_>, xml: &mut Xml) {
    let (invoice, totals) = (ubl.invoice, ubl.totals);
    let has = |side| {
        invoice
            .adjustments
            .iter()
            .any(|each| each.adjustment.side == side)
    };
    let amounts = [
        ("cbc:LineExtensionAmount", totals.lines_minor, true),
        ("cbc:TaxExclusiveAmount", totals.without_tax_minor, true),
        ("cbc:TaxInclusiveAmount", totals.with_tax_minor, true),
        (
            "cbc:AllowanceTotalAmount",
            totals.allowances_minor,
            has(Side::Allowance),
        ),
        (
            "cbc:ChargeTotalAmount",
            totals.charges_minor,
            has(Side::Charge),
        ),
        (
            "cbc:PrepaidAmount",
            invoice.paid_minor,
            invoice.paid_minor != 0,
        ),
        (
            "cbc:PayableRoundingAmount",
            invoice.rounding_minor,
            invoice.rounding_minor != 0,
        ),
        ("cbc:PayableAmount", totals.due_minor, true),
    ];
    xml.within("cac:LegalMonetaryTotal", |xml| {
        for (name, amount_minor, _) in amounts.iter().filter(|(_, _, written)| *written) {
            ubl.amounts.write(name, *amount_minor, xml);
        }
    });
}
