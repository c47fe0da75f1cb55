//! UN/CEFACT Cross Industry Invoice D16B, as Factur-X and ZUGFeRD carry it in their profile
//! EN 16931 and XRechnung takes it, in the order of the schema.

mod line;
mod party;
mod settlement;

use crate::decimal::decimal;
use crate::model::{Date, Delivery, Invoice};
use crate::profile::Profile;
use crate::rules::Violation;
use crate::totals::Totals;
use crate::write::{WriteError, accepted};
use crate::xml::Xml;

const NAMESPACES: [(&str, &str); 4] = [
    (
        "xmlns:rsm",
        "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
    ),
    (
        "xmlns:ram",
        "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    ),
    (
        "xmlns:qdt",
        "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
    ),
    (
        "xmlns:udt",
        "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
    ),
];

/// An invoice or credit note as CII. The same invoice gives the same bytes.
///
/// # Errors
/// Every rule of the standard or of the profile that it breaks, or the first character that has no
/// place in XML. Peppol takes no CII.
pub fn cii(invoice: &Invoice, profile: Profile) -> Result<Vec<u8>, WriteError> {
    if profile == Profile::Peppol {
        let what = "Peppol BIS Billing 3 is written as UBL";
        let broken = Violation::new("PEPPOL-EN16931-R004", "profile", what);
        return Err(WriteError::Rules(vec![broken]));
    }
    let totals = accepted(invoice, profile)?;
    let writer = Cii {
        invoice,
        totals: &totals,
    };
    Xml::document("rsm:CrossIndustryInvoice", &NAMESPACES, |xml| {
        writer.head(xml, profile);
        xml.within("rsm:SupplyChainTradeTransaction", |xml| {
            line::lines(&writer, xml);
            writer.agreement(xml);
            // The schema wants this group even where nothing of the delivery is known.
            xml.group("ram:ApplicableHeaderTradeDelivery", |xml| {
                if let Some(delivery) = &invoice.delivery {
                    delivered(delivery, xml);
                }
            });
            xml.within("ram:ApplicableHeaderTradeSettlement", |xml| {
                settlement::settlement(&writer, xml);
            });
        });
    })
}

/// An invoice that is being written, with its figures.
struct Cii<'a> {
    invoice: &'a Invoice,
    totals: &'a Totals,
}

impl Cii<'_> {
    fn amount(&self, name: &'static str, amount_minor: i64, xml: &mut Xml) {
        xml.text(name, &self.decimal(amount_minor));
    }

    fn decimal(&self, amount_minor: i64) -> String {
        let digits = self.invoice.currency.minor_digits.into();
        decimal(amount_minor, digits, digits)
    }

    fn head(&self, xml: &mut Xml, profile: Profile) {
        let invoice = self.invoice;
        xml.within("rsm:ExchangedDocumentContext", |xml| {
            xml.within(
                "ram:BusinessProcessSpecifiedDocumentContextParameter",
                |xml| {
                    xml.text("ram:ID", profile.process_id().unwrap_or_default());
                },
            );
            xml.within("ram:GuidelineSpecifiedDocumentContextParameter", |xml| {
                xml.text("ram:ID", profile.customization_id());
            });
        });
        xml.within("rsm:ExchangedDocument", |xml| {
            xml.text("ram:ID", &invoice.number);
            xml.text("ram:TypeCode", invoice.kind.code());
            xml.within("ram:IssueDateTime", |xml| day(invoice.issue_date, xml));
            for note in &invoice.notes {
                xml.within("ram:IncludedNote", |xml| xml.text("ram:Content", note));
            }
        });
    }

    fn agreement(&self, xml: &mut Xml) {
        let invoice = self.invoice;
        xml.within("ram:ApplicableHeaderTradeAgreement", |xml| {
            xml.optional("ram:BuyerReference", invoice.buyer_reference.as_ref());
            xml.within("ram:SellerTradeParty", |xml| {
                party::party(&invoice.seller, xml)
            });
            xml.within("ram:BuyerTradeParty", |xml| {
                party::party(&invoice.buyer, xml)
            });
            xml.within("ram:SellerOrderReferencedDocument", |xml| {
                xml.optional(
                    "ram:IssuerAssignedID",
                    invoice.sales_order_reference.as_ref(),
                );
            });
            xml.within("ram:BuyerOrderReferencedDocument", |xml| {
                xml.optional("ram:IssuerAssignedID", invoice.order_reference.as_ref());
            });
        });
    }
}

fn delivered(delivery: &Delivery, xml: &mut Xml) {
    xml.within("ram:ShipToTradeParty", |xml| {
        xml.optional("ram:Name", delivery.name.as_ref());
        if let Some(to) = &delivery.address {
            party::address(to, xml);
        }
    });
    if let Some(date) = delivery.date {
        xml.within("ram:ActualDeliverySupplyChainEvent", |xml| {
            xml.within("ram:OccurrenceDateTime", |xml| day(date, xml));
        });
    }
}

fn day(date: Date, xml: &mut Xml) {
    xml.text_with("udt:DateTimeString", &[("format", "102")], &date.compact());
}
