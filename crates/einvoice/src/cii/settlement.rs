//! Payment, the tax breakdown, allowances, charges and the totals in CII.

use super::{Cii, day};
use crate::decimal::{decimal, percent};
use crate::model::{Adjustment, Category, Payment, Side, Tax};
use crate::totals::{AdjustmentFigures, TaxGroup};
use crate::write::exemption;
use crate::xml::Xml;

/// Everything that is settled in the header.
pub(super) fn settlement(cii: &Cii<'_>, xml: &mut Xml) {
    let invoice = cii.invoice;
    // A document has one text to quote: that of its first transfer.
    let reference = invoice.payments.iter().find_map(Payment::reference);
    xml.text("ram:PaymentReference", reference.unwrap_or_default());
    let accounting = invoice.accounting.as_ref();
    xml.optional(
        "ram:TaxCurrencyCode",
        accounting.map(|it| &it.currency.code),
    );
    xml.text("ram:InvoiceCurrencyCode", &invoice.currency.code);
    for payment in &invoice.payments {
        xml.within("ram:SpecifiedTradeSettlementPaymentMeans", |xml| {
            xml.text("ram:TypeCode", payment.code(&invoice.currency.code));
            means(payment, xml);
        });
    }
    for each in &cii.totals.groups {
        xml.within("ram:ApplicableTradeTax", |xml| group(cii, each, xml));
    }
    for (said, figures) in invoice.adjustments.iter().zip(&cii.totals.adjustments) {
        xml.within("ram:SpecifiedTradeAllowanceCharge", |xml| {
            adjustment(cii, &said.adjustment, *figures, xml);
            xml.within("ram:CategoryTradeTax", |xml| tax(said.tax, xml));
        });
    }
    xml.within("ram:SpecifiedTradePaymentTerms", |xml| {
        xml.optional("ram:Description", invoice.payment_terms.as_ref());
        if let Some(date) = invoice.due_date {
            xml.within("ram:DueDateDateTime", |xml| day(date, xml));
        }
    });
    totals(cii, xml);
    preceding(cii, xml);
}

fn means(payment: &Payment, xml: &mut Xml) {
    match payment {
        Payment::Card {
            last_digits,
            holder,
            ..
        } => {
            xml.within("ram:ApplicableTradeSettlementFinancialCard", |xml| {
                xml.text("ram:ID", last_digits);
                xml.optional("ram:CardholderName", holder.as_ref());
            });
        }
        Payment::Transfer {
            iban, bic, holder, ..
        } => {
            xml.within("ram:PayeePartyCreditorFinancialAccount", |xml| {
                xml.text("ram:IBANID", iban);
                xml.optional("ram:AccountName", holder.as_ref());
            });
            xml.within("ram:PayeeSpecifiedCreditorFinancialInstitution", |xml| {
                xml.optional("ram:BICID", bic.as_ref());
            });
        }
        Payment::Cash => {}
    }
}

fn group(cii: &Cii<'_>, group: &TaxGroup, xml: &mut Xml) {
    let why = exemption(cii.invoice, group.tax.category);
    cii.amount("ram:CalculatedAmount", group.tax_minor, xml);
    xml.text("ram:TypeCode", "VAT");
    xml.optional("ram:ExemptionReason", why.and_then(|why| why.text.as_ref()));
    cii.amount("ram:BasisAmount", group.base_minor, xml);
    xml.text("ram:CategoryCode", group.tax.category.code());
    xml.optional(
        "ram:ExemptionReasonCode",
        why.and_then(|why| why.code.as_ref()),
    );
    rate(group.tax, xml);
}

/// A category with its rate.
pub(super) fn tax(tax: Tax, xml: &mut Xml) {
    xml.text("ram:TypeCode", "VAT");
    xml.text("ram:CategoryCode", tax.category.code());
    rate(tax, xml);
}

/// What is outside of VAT has no rate (BR-O-05).
fn rate(tax: Tax, xml: &mut Xml) {
    if tax.category != Category::OutOfScope {
        xml.text("ram:RateApplicablePercent", &percent(tax.rate_ppm));
    }
}

/// What an allowance or charge says, without its tax.
pub(super) fn adjustment(
    cii: &Cii<'_>,
    said: &Adjustment,
    figures: AdjustmentFigures,
    xml: &mut Xml,
) {
    let charge = if said.side == Side::Charge {
        "true"
    } else {
        "false"
    };
    xml.within("ram:ChargeIndicator", |xml| {
        xml.text("udt:Indicator", charge)
    });
    let rate = said.percent_ppm.map(percent);
    xml.optional("ram:CalculationPercent", rate.as_ref());
    if let Some(base_minor) = figures.base_minor {
        cii.amount("ram:BasisAmount", base_minor, xml);
    }
    cii.amount("ram:ActualAmount", figures.amount_minor, xml);
    xml.optional("ram:ReasonCode", said.reason.code.as_ref());
    xml.optional("ram:Reason", said.reason.text.as_ref());
}

/// The document's totals; a sum of no allowances is left out, as is what was not paid or rounded.
fn totals(cii: &Cii<'_>, xml: &mut Xml) {
    let (invoice, totals) = (cii.invoice, cii.totals);
    let has = |side| {
        invoice
            .adjustments
            .iter()
            .any(|each| each.adjustment.side == side)
    };
    let optional = |written: bool, name, amount_minor, xml: &mut Xml| {
        if written {
            cii.amount(name, amount_minor, xml);
        }
    };
    xml.within(
        "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
        |xml| {
            cii.amount("ram:LineTotalAmount", totals.lines_minor, xml);
            optional(
                has(Side::Charge),
                "ram:ChargeTotalAmount",
                totals.charges_minor,
                xml,
            );
            optional(
                has(Side::Allowance),
                "ram:AllowanceTotalAmount",
                totals.allowances_minor,
                xml,
            );
            cii.amount("ram:TaxBasisTotalAmount", totals.without_tax_minor, xml);
            let currency = [("currencyID", invoice.currency.code.as_str())];
            xml.text_with(
                "ram:TaxTotalAmount",
                &currency,
                &cii.decimal(totals.tax_minor),
            );
            if let Some(accounting) = &invoice.accounting {
                let currency = [("currencyID", accounting.currency.code.as_str())];
                let digits = accounting.currency.minor_digits.into();
                let tax = decimal(accounting.tax_minor, digits, digits);
                xml.text_with("ram:TaxTotalAmount", &currency, &tax);
            }
            let rounding_minor = invoice.rounding_minor;
            optional(
                rounding_minor != 0,
                "ram:RoundingAmount",
                rounding_minor,
                xml,
            );
            cii.amount("ram:GrandTotalAmount", totals.with_tax_minor, xml);
            optional(
                invoice.paid_minor != 0,
                "ram:TotalPrepaidAmount",
                invoice.paid_minor,
                xml,
            );
            cii.amount("ram:DuePayableAmount", totals.due_minor, xml);
        },
    );
}

fn preceding(cii: &Cii<'_>, xml: &mut Xml) {
    for earlier in &cii.invoice.preceding {
        xml.within("ram:InvoiceReferencedDocument", |xml| {
            xml.text("ram:IssuerAssignedID", &earlier.number);
            if let Some(date) = earlier.issue_date {
                xml.within("ram:FormattedIssueDateTime", |xml| {
                    let format = [("format", "102")];
                    xml.text_with("qdt:DateTimeString", &format, &date.compact());
                });
            }
        });
    }
}
