//! The kinds of documents.

use serde::{Deserialize, Serialize};

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What the order would be, and until when that holds.
    Quote,
    /// What was agreed.
    Confirmation,
    /// What is to be paid.
    Invoice,
    /// What is taken back of an invoice.
    CreditNote,
    /// What lies in the parcel.
    PackingSlip,
    /// What is to be fetched from the shelves.
    PickList,
    /// Where the parcel goes.
    Label,
    /// What was bought and how it was paid.
    Receipt,
    /// What a customer owes.
    Statement,
    /// What is ordered at a supplier.
    PurchaseOrder,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Quote,
        Self::Confirmation,
        Self::Invoice,
        Self::CreditNote,
        Self::PackingSlip,
        Self::PickList,
        Self::Label,
        Self::Receipt,
        Self::Statement,
        Self::PurchaseOrder,
    ];

    /// Its word in files and messages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Confirmation => "confirmation",
            Self::Invoice => "invoice",
            Self::CreditNote => "credit_note",
            Self::PackingSlip => "packing_slip",
            Self::PickList => "pick_list",
            Self::Label => "label",
            Self::Receipt => "receipt",
            Self::Statement => "statement",
            Self::PurchaseOrder => "purchase_order",
        }
    }
}
