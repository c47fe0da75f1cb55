//! The invoice as the standard's semantic model has it, as far as a shop needs it.

mod date;
mod line;
mod party;
mod payment;
mod tax;

pub use date::Date;
pub use line::{Adjustment, DocumentAdjustment, Line, Reason, Side};
pub use party::{Address, Contact, Electronic, Identifier, Party};
pub use payment::{Delivery, Payment};
pub use tax::{Category, Exemption, Tax};

use serde::{Deserialize, Serialize};

/// What kind of document it is (BT-3). A credit note carries the figures of what it takes back
/// with their own sign: its kind alone says that they are owed the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A commercial invoice, UNTDID 1001 code 380.
    Invoice,
    /// An invoice that replaces an earlier one, code 384.
    Corrected,
    /// A credit note, code 381.
    CreditNote,
}

impl Kind {
    /// The code that is written.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Invoice => "380",
            Self::Corrected => "384",
            Self::CreditNote => "381",
        }
    }
}

/// The currency of every amount of the document (BT-5).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Currency {
    /// The ISO 4217 code: `EUR`.
    pub code: String,
    /// The currency's decimals after ISO 4217. The standard's amounts have at most two.
    pub minor_digits: u8,
}

/// The tax of the whole document in the currency of the seller's books.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AccountingTax {
    /// That currency (BT-6).
    pub currency: Currency,
    /// The tax in its minor units (BT-111).
    pub tax_minor: i64,
}

/// Whether the document's prices are without tax or, as in a shop, include it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Prices {
    /// Unit prices, allowances and charges are net; each group's tax is worked out on its base.
    WithoutTax,
    /// Unit prices, allowances and charges are what the customer pays. Each group's tax is the
    /// rounded tax inside its gross and goes back to lines by largest remainder, so that the
    /// document's total is exactly what was paid. Only written figures are net.
    WithTax,
}

/// An earlier invoice that this document credits or corrects (BG-3).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Preceding {
    /// Its number (BT-25).
    pub number: String,
    /// Its date of issue (BT-26).
    pub issue_date: Option<Date>,
}

/// An invoice or credit note. Texts that are not said are `None`, never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoice {
    /// The kind of document (BT-3).
    pub kind: Kind,
    /// Its number (BT-1).
    pub number: String,
    /// Its date of issue (BT-2).
    pub issue_date: Date,
    /// When payment is due (BT-9).
    pub due_date: Option<Date>,
    /// Currency of all amounts (BT-5).
    pub currency: Currency,
    /// The tax in the currency of the seller's books, where that is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accounting: Option<AccountingTax>,
    /// Whether the prices below include tax.
    pub prices: Prices,
    /// What the buyer routes the invoice by, such as a Leitweg-ID (BT-10).
    pub buyer_reference: Option<String>,
    /// The buyer's order number (BT-13).
    pub order_reference: Option<String>,
    /// The seller's order number (BT-14).
    pub sales_order_reference: Option<String>,
    /// Notes to the document (BT-22).
    pub notes: Vec<String>,
    /// Earlier invoices it refers to (BG-3).
    pub preceding: Vec<Preceding>,
    /// Who sells (BG-4).
    pub seller: Party,
    /// Who buys (BG-7).
    pub buyer: Party,
    /// Where and when it was delivered (BG-13).
    pub delivery: Option<Delivery>,
    /// How it is or was paid (BG-16): several accounts or cards, but of one kind.
    pub payments: Vec<Payment>,
    /// Terms of payment in words (BT-20).
    pub payment_terms: Option<String>,
    /// Allowances and charges on the whole document (BG-20, BG-21).
    pub adjustments: Vec<DocumentAdjustment>,
    /// What is sold (BG-25).
    pub lines: Vec<Line>,
    /// Why categories other than standard and zero rate bear no tax (BT-120, BT-121).
    pub exemptions: Vec<Exemption>,
    /// What has been paid already (BT-113).
    pub paid_minor: i64,
    /// What rounding adds to the amount due, such as that to coins (BT-114).
    pub rounding_minor: i64,
}
