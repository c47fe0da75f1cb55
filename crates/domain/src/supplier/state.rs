//! What is known of a supplier: what was agreed in the payload, whom to ask in the personal part.

use crate::entry::Entry;
use crate::ids::SupplierId;
use crate::said::take;
use serde::{Deserialize, Serialize};

/// The part of a supplier that is not personal. In an entry `None` means "not said"; an empty text
/// or a figure below zero clears the field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SupplierTerms {
    /// Name of the business.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The shop's own code for it; text, case-sensitive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The number under which the supplier knows the shop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Days within which its invoices are paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_days: Option<i64>,
    /// Days from the order to the delivery.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_time_days: Option<i64>,
    /// What an order comes to at least, minor units of the book's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_minor: Option<i64>,
    /// Out of use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
}

/// The personal part of a supplier. `None` = not said; an empty text = cleared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SupplierPersonal {
    /// Whom to ask for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone number as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Postal address, line by line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Free note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A supplier as folded from its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supplier {
    /// The key.
    pub id: Option<SupplierId>,
    /// Terms, merged field by field: the last writer of a field wins.
    pub terms: SupplierTerms,
    /// Personal data, merged likewise.
    pub personal: SupplierPersonal,
    /// Created.
    pub exists: bool,
    /// Number of entries folded.
    pub version: u32,
}

impl Supplier {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.id = Some(SupplierId(entry.subject.id));
        self.version += 1;
        match entry.kind.as_str() {
            "supplier.created" => {
                self.exists = true;
                self.merge(entry);
            }
            "supplier.amended" => self.merge(entry),
            _ => {}
        }
    }

    fn merge(&mut self, entry: &Entry) {
        if let Ok(said) = serde_json::from_str::<SupplierTerms>(&entry.payload) {
            let terms = &mut self.terms;
            take(&mut terms.name, said.name);
            take(&mut terms.archived, said.archived);
            take_text(&mut terms.code, said.code);
            take_text(&mut terms.account, said.account);
            take_figure(&mut terms.payment_days, said.payment_days);
            take_figure(&mut terms.lead_time_days, said.lead_time_days);
            take_figure(&mut terms.minimum_minor, said.minimum_minor);
        }
        let said = entry.personal.as_ref();
        let said = said.and_then(|part| serde_json::from_str(&part.text).ok());
        if let Some(said) = said {
            self.merge_personal(said);
        }
    }

    fn merge_personal(&mut self, said: SupplierPersonal) {
        take_text(&mut self.personal.contact, said.contact);
        take_text(&mut self.personal.email, said.email);
        take_text(&mut self.personal.phone, said.phone);
        take_text(&mut self.personal.address, said.address);
        take_text(&mut self.personal.note, said.note);
    }
}

fn take_text(field: &mut Option<String>, said: Option<String>) {
    if let Some(text) = said {
        *field = Some(text).filter(|text| !text.is_empty());
    }
}

fn take_figure(field: &mut Option<i64>, said: Option<i64>) {
    if let Some(figure) = said {
        *field = Some(figure).filter(|figure| *figure >= 0);
    }
}
