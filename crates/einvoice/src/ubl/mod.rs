//! UBL 2.1: Invoice and CreditNote, in the order of their schemas.

mod amounts;
mod line;
mod party;

use crate::model::{Invoice, Kind, Payment};
use crate::profile::Profile;
use crate::totals::Totals;
use crate::write::{WriteError, accepted};
use crate::xml::Xml;
use amounts::Amounts;

const COMMON: &str = "urn:oasis:names:specification:ubl:schema:xsd:Common";
const DOCUMENT: &str = "urn:oasis:names:specification:ubl:schema:xsd:";

/// An invoice or, for a credit note, a UBL CreditNote. The same invoice gives the same bytes.
///
/// # Errors
/// Every rule of the standard or of the profile that it breaks, or the first character that has no
/// place in XML.
pub fn ubl(invoice: &Invoice, profile: Profile) -> Result<Vec<u8>, WriteError> {
    let totals = accepted(invoice, profile)?;
    let writer = Ubl {
        invoice,
        totals: &totals,
        amounts: Amounts::of(&invoice.currency),
    };
    let root = writer.either("Invoice", "CreditNote");
    let namespaces = [
        ("xmlns", format!("{DOCUMENT}{root}-2")),
        ("xmlns:cac", format!("{COMMON}AggregateComponents-2")),
        ("xmlns:cbc", format!("{COMMON}BasicComponents-2")),
    ];
    let namespaces = namespaces
        .each_ref()
        .map(|(name, urn)| (*name, urn.as_str()));
    Xml::document(root, &namespaces, |xml| {
        writer.head(xml, profile);
        writer.parties(xml);
        writer.payment(xml);
        amounts::adjustments(&writer, xml);
        amounts::taxes(&writer, xml);
        amounts::totals(&writer, xml);
        line::lines(&writer, xml);
    })
}

/// An invoice that is being written, with its figures.
struct Ubl<'a> {
    invoice: &'a Invoice,
    totals: &'a Totals,
    amounts: Amounts<'a>,
}

impl Ubl<'_> {
    /// What an element is called in this kind of document.
    fn either(&self, invoice: &'static str, credit_note: &'static str) -> &'static str {
        match self.invoice.kind {
            Kind::Invoice | Kind::Corrected => invoice,
            Kind::CreditNote => credit_note,
        }
    }

    fn head(&self, xml: &mut Xml, profile: Profile) {
        let invoice = self.invoice;
        xml.text("cbc:CustomizationID", profile.customization_id());
        xml.text("cbc:ProfileID", profile.process_id().unwrap_or_default());
        xml.text("cbc:ID", &invoice.number);
        xml.text("cbc:IssueDate", &invoice.issue_date.to_string());
        if invoice.kind != Kind::CreditNote {
            self.due_date("cbc:DueDate", xml);
        }
        let code = self.either("cbc:InvoiceTypeCode", "cbc:CreditNoteTypeCode");
        xml.text(code, invoice.kind.code());
        for note in &invoice.notes {
            xml.text("cbc:Note", note);
        }
        xml.text("cbc:DocumentCurrencyCode", &invoice.currency.code);
        let accounting = invoice.accounting.as_ref().map(|it| &it.currency.code);
        xml.optional("cbc:TaxCurrencyCode", accounting);
        xml.optional("cbc:BuyerReference", invoice.buyer_reference.as_ref());
        self.references(xml);
    }

    fn references(&self, xml: &mut Xml) {
        let invoice = self.invoice;
        xml.within("cac:OrderReference", |xml| {
            // The schema wants the buyer's number even where only the seller's is known.
            let unknown = invoice.sales_order_reference.as_ref().map_or("", |_| "NA");
            xml.text(
                "cbc:ID",
                invoice.order_reference.as_deref().unwrap_or(unknown),
            );
            xml.optional("cbc:SalesOrderID", invoice.sales_order_reference.as_ref());
        });
        for earlier in &invoice.preceding {
            xml.within("cac:BillingReference", |xml| {
                xml.within("cac:InvoiceDocumentReference", |xml| {
                    xml.text("cbc:ID", &earlier.number);
                    let day = earlier.issue_date.map(|date| date.to_string());
                    xml.optional("cbc:IssueDate", day.as_ref());
                });
            });
        }
    }

    fn parties(&self, xml: &mut Xml) {
        let invoice = self.invoice;
        xml.within("cac:AccountingSupplierParty", |xml| {
            party::party(&invoice.seller, xml)
        });
        xml.within("cac:AccountingCustomerParty", |xml| {
            party::party(&invoice.buyer, xml)
        });
        if let Some(delivery) = &invoice.delivery {
            xml.within("cac:Delivery", |xml| party::delivery(delivery, xml));
        }
    }

    fn due_date(&self, name: &'static str, xml: &mut Xml) {
        let day = self.invoice.due_date.map(|date| date.to_string());
        xml.optional(name, day.as_ref());
    }

    fn payment(&self, xml: &mut Xml) {
        let invoice = self.invoice;
        for means in &invoice.payments {
            let code = means.code(&invoice.currency.code);
            xml.within("cac:PaymentMeans", |xml| self.means(code, Some(means), xml));
        }
        let credit_note = invoice.kind == Kind::CreditNote;
        if invoice.payments.is_empty() && credit_note && invoice.due_date.is_some() {
            // A credit note has its day of payment here alone; code 1 says no means.
            xml.within("cac:PaymentMeans", |xml| self.means("1", None, xml));
        }
        xml.within("cac:PaymentTerms", |xml| {
            xml.optional("cbc:Note", invoice.payment_terms.as_ref());
        });
    }

    fn means(&self, code: &str, means: Option<&Payment>, xml: &mut Xml) {
        xml.text("cbc:PaymentMeansCode", code);
        if self.invoice.kind == Kind::CreditNote {
            self.due_date("cbc:PaymentDueDate", xml);
        }
        xml.text(
            "cbc:PaymentID",
            means.and_then(Payment::reference).unwrap_or_default(),
        );
        match means {
            Some(Payment::Card {
                last_digits,
                holder,
                network,
            }) => {
                xml.within("cac:CardAccount", |xml| {
                    xml.text("cbc:PrimaryAccountNumberID", last_digits);
                    xml.text("cbc:NetworkID", network);
                    xml.optional("cbc:HolderName", holder.as_ref());
                });
            }
            Some(Payment::Transfer {
                iban, bic, holder, ..
            }) => {
                xml.within("cac:PayeeFinancialAccount", |xml| {
                    xml.text("cbc:ID", iban);
                    xml.optional("cbc:Name", holder.as_ref());
                    xml.within("cac:FinancialInstitutionBranch", |xml| {
                        xml.optional("cbc:ID", bic.as_ref());
                    });
                });
            }
            Some(Payment::Cash) | None => {}
        }
    }
}
