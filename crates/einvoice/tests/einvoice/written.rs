//! What is written, read back: every amount, quantity and price is the one that was worked out.

use einvoice::{
    Category, Invoice, Kind, Prices, Profile, Side, Totals, WriteError, cii, totals, ubl,
};
use roxmltree::Node;

use crate::read::{nodes, parse, scaled, texts};
use crate::samples::{all, trade};

/// Where a syntax has the figures, and how many signs an allowance has there.
struct Syntax {
    lines: &'static str,
    /// Quantity, net amount, price, base quantity, below a line.
    line: [&'static str; 4],
    line_adjustments: [&'static str; 2],
    groups: &'static str,
    /// Base, tax, category, rate, below a group.
    group: [&'static str; 4],
    adjustments: [&'static str; 2],
    totals: &'static str,
    /// Lines, allowances, charges, without tax, with tax, paid, rounding, due, below the totals.
    sums: [&'static str; 8],
    tax: &'static str,
}

fn ubl_syntax(kind: Kind) -> Syntax {
    let credit_note = kind == Kind::CreditNote;
    Syntax {
        lines: if credit_note {
            "CreditNoteLine"
        } else {
            "InvoiceLine"
        },
        line: [
            if credit_note {
                "CreditedQuantity"
            } else {
                "InvoicedQuantity"
            },
            "LineExtensionAmount",
            "Price/PriceAmount",
            "Price/BaseQuantity",
        ],
        line_adjustments: ["AllowanceCharge/Amount", "AllowanceCharge/BaseAmount"],
        groups: "TaxTotal/TaxSubtotal",
        group: [
            "TaxableAmount",
            "TaxAmount",
            "TaxCategory/ID",
            "TaxCategory/Percent",
        ],
        adjustments: ["AllowanceCharge/Amount", "AllowanceCharge/ChargeIndicator"],
        totals: "LegalMonetaryTotal",
        sums: [
            "LineExtensionAmount",
            "AllowanceTotalAmount",
            "ChargeTotalAmount",
            "TaxExclusiveAmount",
            "TaxInclusiveAmount",
            "PrepaidAmount",
            "PayableRoundingAmount",
            "PayableAmount",
        ],
        tax: "TaxTotal/TaxAmount",
    }
}

fn cii_syntax() -> Syntax {
    Syntax {
        lines: "SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem",
        line: [
            "SpecifiedLineTradeDelivery/BilledQuantity",
            "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount",
            "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount",
            "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity",
        ],
        line_adjustments: [
            "SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge/ActualAmount",
            "SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge/BasisAmount",
        ],
        groups: "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/ApplicableTradeTax",
        group: [
            "BasisAmount",
            "CalculatedAmount",
            "CategoryCode",
            "RateApplicablePercent",
        ],
        adjustments: [
            "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/SpecifiedTradeAllowanceCharge/ActualAmount",
            "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/SpecifiedTradeAllowanceCharge/ChargeIndicator/Indicator",
        ],
        totals: "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/SpecifiedTradeSettlementHeaderMonetarySummation",
        sums: [
            "LineTotalAmount",
            "AllowanceTotalAmount",
            "ChargeTotalAmount",
            "TaxBasisTotalAmount",
            "GrandTotalAmount",
            "TotalPrepaidAmount",
            "RoundingAmount",
            "DuePayableAmount",
        ],
        tax: "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/SpecifiedTradeSettlementHeaderMonetarySummation/TaxTotalAmount",
    }
}

/// Reads every figure of a document back.
fn holds(bytes: &[u8], invoice: &Invoice, totals: &Totals, syntax: &Syntax) {
    let document = parse(bytes);
    let root = document.root_element();
    let digits = invoice.currency.minor_digits.into();
    let lines = nodes(root, syntax.lines);
    assert_eq!(lines.len(), totals.lines.len());
    for ((node, said), figures) in lines.iter().zip(&invoice.lines).zip(&totals.lines) {
        assert_eq!(scaled(*node, syntax.line[0], 3), [said.quantity_milli]);
        assert_eq!(scaled(*node, syntax.line[1], digits), [figures.net_minor]);
        assert_eq!(scaled(*node, syntax.line[2], 6), [figures.price_micro]);
        assert_eq!(
            scaled(*node, syntax.line[3], 3),
            [figures.base_quantity_milli]
        );
        let adjustments = figures.adjustments.iter();
        let amounts: Vec<i64> = adjustments.clone().map(|each| each.amount_minor).collect();
        assert_eq!(scaled(*node, syntax.line_adjustments[0], digits), amounts);
        let bases: Vec<i64> = adjustments.filter_map(|each| each.base_minor).collect();
        assert_eq!(scaled(*node, syntax.line_adjustments[1], digits), bases);
    }
    let amounts: Vec<i64> = totals
        .adjustments
        .iter()
        .map(|each| each.amount_minor)
        .collect();
    assert_eq!(scaled(root, syntax.adjustments[0], digits), amounts);
    let charges = invoice
        .adjustments
        .iter()
        .map(|each| each.adjustment.side == Side::Charge);
    let charges: Vec<String> = charges.map(|charge| charge.to_string()).collect();
    assert_eq!(texts(root, syntax.adjustments[1]), charges);
    breakdown(root, totals, syntax, digits);
    sums(root, invoice, totals, syntax);
}

fn breakdown(root: Node<'_, '_>, totals: &Totals, syntax: &Syntax, digits: usize) {
    let groups = nodes(root, syntax.groups);
    assert_eq!(groups.len(), totals.groups.len());
    for (node, group) in groups.iter().zip(&totals.groups) {
        assert_eq!(scaled(*node, syntax.group[0], digits), [group.base_minor]);
        assert_eq!(scaled(*node, syntax.group[1], digits), [group.tax_minor]);
        assert_eq!(texts(*node, syntax.group[2]), [group.tax.category.code()]);
        let rated = group.tax.category != Category::OutOfScope;
        let rate: Vec<i64> = rated
            .then_some(group.tax.rate_ppm.into())
            .into_iter()
            .collect();
        assert_eq!(scaled(*node, syntax.group[3], 4), rate);
    }
}

fn sums(root: Node<'_, '_>, invoice: &Invoice, totals: &Totals, syntax: &Syntax) {
    let digits = invoice.currency.minor_digits.into();
    let node = nodes(root, syntax.totals)[0];
    let expected = [
        totals.lines_minor,
        totals.allowances_minor,
        totals.charges_minor,
        totals.without_tax_minor,
        totals.with_tax_minor,
        invoice.paid_minor,
        invoice.rounding_minor,
        totals.due_minor,
    ];
    for (path, expected) in syntax.sums.iter().zip(expected) {
        // What is nothing may be left out.
        let read = scaled(node, path, digits)
            .first()
            .copied()
            .unwrap_or_default();
        assert_eq!(read, expected, "{path}");
    }
    assert_eq!(scaled(root, syntax.tax, digits), [totals.tax_minor]);
}

/// Writes an invoice in both syntaxes and reads both back.
pub fn survives_both_syntaxes(invoice: &Invoice) {
    let totals = totals(invoice).expect("it keeps every rule");
    let written = ubl(invoice, Profile::Core).expect("it is written");
    holds(&written, invoice, &totals, &ubl_syntax(invoice.kind));
    let written = cii(invoice, Profile::Core).expect("it is written");
    holds(&written, invoice, &totals, &cii_syntax());
}

#[test]
fn every_figure_of_every_sample_comes_back() {
    for sample in all() {
        survives_both_syntaxes(&sample.invoice);
    }
}

#[test]
fn the_same_invoice_gives_the_same_bytes_and_names_its_profile() {
    for sample in all() {
        for profile in sample.profiles {
            let written = ubl(&sample.invoice, *profile).unwrap();
            assert_eq!(Ok(&written), ubl(&sample.invoice, *profile).as_ref());
            let document = parse(&written);
            let root = document.root_element();
            assert_eq!(texts(root, "CustomizationID"), [profile.customization_id()]);
            let expected: Vec<&str> = profile.process_id().into_iter().collect();
            assert_eq!(texts(root, "ProfileID"), expected);
        }
    }
}

#[test]
fn no_element_is_empty() {
    let mut invoice = trade();
    invoice.notes = vec![String::new()];
    invoice.seller.trading_name = Some("  ".into());
    invoice.buyer.contact = Some(einvoice::Contact::default());
    for written in [ubl(&invoice, Profile::Core), cii(&invoice, Profile::Core)] {
        let written = written.unwrap();
        for node in parse(&written).descendants().filter(Node::is_element) {
            let says =
                node.has_children() && node.text().is_none_or(|text| !text.trim().is_empty());
            assert!(says, "{}", node.tag_name().name());
        }
    }
}

#[test]
fn texts_come_back_whole_and_control_characters_are_refused() {
    let mut invoice = trade();
    let name = "A < B & \"C\" ]]> 'd' \u{1F4D5}\n\tnext";
    invoice.lines[0].name = name.into();
    let written = ubl(&invoice, Profile::Core).unwrap();
    assert_eq!(
        texts(parse(&written).root_element(), "InvoiceLine/Item/Name")[0],
        name
    );
    invoice.lines[0].name = "bell\u{7}".into();
    let element = "Invoice/cac:InvoiceLine/cac:Item/cbc:Name".into();
    let refused = WriteError::Character {
        element,
        character: '\u{7}',
    };
    assert_eq!(ubl(&invoice, Profile::Core), Err(refused.clone()));
    assert_eq!(
        refused.to_string(),
        "character U+0007 in Invoice/cac:InvoiceLine/cac:Item/cbc:Name cannot be written"
    );
    assert!(matches!(
        cii(&invoice, Profile::Core),
        Err(WriteError::Character { .. })
    ));
}

#[test]
fn an_invoice_that_breaks_rules_is_not_written() {
    let mut invoice = trade();
    (invoice.number, invoice.buyer_reference) = (String::new(), None);
    let Err(WriteError::Rules(broken)) = ubl(&invoice, Profile::XRechnung) else {
        panic!("it was written");
    };
    let rules: Vec<&str> = broken.iter().map(|each| each.rule.as_str()).collect();
    assert_eq!(rules, ["BR-02", "BR-DE-15"]);
    let Err(WriteError::Rules(broken)) = cii(&trade(), Profile::Peppol) else {
        panic!("it was written");
    };
    assert_eq!(broken[0].rule, "PEPPOL-EN16931-R004");
}

#[test]
fn a_credit_note_has_its_day_of_payment_even_without_a_means() {
    let mut invoice = trade().credit_note("CN-1".into(), trade().issue_date);
    invoice.payments.clear();
    invoice.prices = Prices::WithoutTax;
    let written = ubl(&invoice, Profile::Core).unwrap();
    let root = parse(&written);
    let root = root.root_element();
    assert_eq!(texts(root, "PaymentMeans/PaymentDueDate"), ["2026-11-24"]);
    assert_eq!(texts(root, "PaymentMeans/PaymentMeansCode"), ["1"]);
    assert_eq!(
        texts(root, "BillingReference/InvoiceDocumentReference/ID"),
        ["RE-100"]
    );
}
