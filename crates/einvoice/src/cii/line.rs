//! Lines in CII.

use super::Cii;
use super::settlement::{adjustment, tax};
use crate::decimal::{price, quantity};
use crate::model::Line;
use crate::totals::LineFigures;
use crate::xml::Xml;

/// Every line.
pub(super) fn lines(cii: &Cii<'_>, xml: &mut Xml) {
    for (said, figures) in cii.invoice.lines.iter().zip(&cii.totals.lines) {
        xml.within("ram:IncludedSupplyChainTradeLineItem", |xml| {
            line(cii, said, figures, xml);
        });
    }
}

fn line(cii: &Cii<'_>, line: &Line, figures: &LineFigures, xml: &mut Xml) {
    let unit = [("unitCode", line.unit.as_str())];
    xml.within("ram:AssociatedDocumentLineDocument", |xml| {
        xml.text("ram:LineID", &line.id);
        xml.within("ram:IncludedNote", |xml| {
            xml.optional("ram:Content", line.note.as_ref());
        });
    });
    xml.within("ram:SpecifiedTradeProduct", |xml| product(line, xml));
    xml.within("ram:SpecifiedLineTradeAgreement", |xml| {
        xml.within("ram:BuyerOrderReferencedDocument", |xml| {
            xml.optional("ram:LineID", line.order_line.as_ref());
        });
        xml.within("ram:NetPriceProductTradePrice", |xml| {
            xml.text("ram:ChargeAmount", &price(figures.price_micro));
            let base = quantity(figures.base_quantity_milli);
            xml.text_with("ram:BasisQuantity", &unit, &base);
        });
    });
    xml.within("ram:SpecifiedLineTradeDelivery", |xml| {
        xml.text_with("ram:BilledQuantity", &unit, &quantity(line.quantity_milli));
    });
    xml.within("ram:SpecifiedLineTradeSettlement", |xml| {
        xml.within("ram:ApplicableTradeTax", |xml| tax(line.tax, xml));
        for (said, figures) in line.adjustments.iter().zip(&figures.adjustments) {
            xml.within("ram:SpecifiedTradeAllowanceCharge", |xml| {
                adjustment(cii, said, *figures, xml);
            });
        }
        xml.within("ram:SpecifiedTradeSettlementLineMonetarySummation", |xml| {
            cii.amount("ram:LineTotalAmount", figures.net_minor, xml);
        });
    });
}

fn product(line: &Line, xml: &mut Xml) {
    // 0160 is the GTIN in the ISO 6523 list.
    let gtin = line.gtin.as_deref().unwrap_or_default();
    xml.text_with("ram:GlobalID", &[("schemeID", "0160")], gtin);
    xml.optional("ram:SellerAssignedID", line.sku.as_ref());
    xml.optional("ram:BuyerAssignedID", line.buyer_sku.as_ref());
    xml.text("ram:Name", &line.name);
    xml.optional("ram:Description", line.description.as_ref());
}
