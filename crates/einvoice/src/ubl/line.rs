//! Lines in UBL.

use super::Ubl;
use super::amounts::{adjustment, tax};
use crate::decimal::{price, quantity};
use crate::model::Line;
use crate::totals::LineFigures;
use crate::xml::Xml;

/// Every line.
pub(super) fn lines(ubl: &Ubl<'_>, xml: &mut Xml) {
    let name = ubl.either("cac:InvoiceLine", "cac:CreditNoteLine");
    for (said, figures) in ubl.invoice.lines.iter().zip(&ubl.totals.lines) {
        xml.within(name, |xml| line(ubl, said, figures, xml));
    }
}

fn line(ubl: &Ubl<'_>, line: &Line, figures: &LineFigures, xml: &mut Xml) {
    let unit = [("unitCode", line.unit.as_str())];
    xml.text("cbc:ID", &line.id);
    xml.optional("cbc:Note", line.note.as_ref());
    let name = ubl.either("cbc:InvoicedQuantity", "cbc:CreditedQuantity");
    xml.text_with(name, &unit, &quantity(line.quantity_milli));
    ubl.amounts
        .write("cbc:LineExtensionAmount", figures.net_minor, xml);
    xml.within("cac:OrderLineReference", |xml| {
        xml.optional("cbc:LineID", line.order_line.as_ref());
    });
    for (said, figures) in line.adjustments.iter().zip(&figures.adjustments) {
        xml.within("cac:AllowanceCharge", |xml| {
            adjustment(ubl, said, *figures, xml)
        });
    }
    xml.within("cac:Item", |xml| item(line, xml));
    xml.within("cac:Price", |xml| {
        let currency = [("currencyID", ubl.amounts.code)];
        xml.text_with("cbc:PriceAmount", &currency, &price(figures.price_micro));
        let base = quantity(figures.base_quantity_milli);
        xml.text_with("cbc:BaseQuantity", &unit, &base);
    });
}

fn item(line: &Line, xml: &mut Xml) {
    xml.optional("cbc:Description", line.description.as_ref());
    xml.text("cbc:Name", &line.name);
    xml.within("cac:BuyersItemIdentification", |xml| {
        xml.optional("cbc:ID", line.buyer_sku.as_ref());
    });
    xml.within("cac:SellersItemIdentification", |xml| {
        xml.optional("cbc:ID", line.sku.as_ref());
    });
    xml.within("cac:StandardItemIdentification", |xml| {
        // 0160 is the GTIN in the ISO 6523 list.
        let gtin = line.gtin.as_deref().unwrap_or_default();
        xml.text_with("cbc:ID", &[("schemeID", "0160")], gtin);
    });
    tax("cac:ClassifiedTaxCategory", line.tax, None, xml);
}
