//! Categories of VAT, from UNTDID 5305, and what the standard calls them in its rule ids.

use serde::{Deserialize, Serialize};

/// A category of VAT (BT-118, BT-151).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Category {
    /// S: standard and reduced rates.
    Standard,
    /// Z: taxable at a rate of zero.
    Zero,
    /// E: exempt.
    Exempt,
    /// AE: the buyer owes the tax.
    ReverseCharge,
    /// K: delivered within the Union.
    IntraCommunity,
    /// G: exported.
    Export,
    /// O: outside the scope of VAT.
    OutOfScope,
}

impl Category {
    /// Every category, in the order of the standard.
    pub const ALL: [Self; 7] = [
        Self::Standard,
        Self::Zero,
        Self::Exempt,
        Self::ReverseCharge,
        Self::IntraCommunity,
        Self::Export,
        Self::OutOfScope,
    ];

    /// The code that is written.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Standard => "S",
            Self::Zero => "Z",
            Self::Exempt => "E",
            Self::ReverseCharge => "AE",
            Self::IntraCommunity => "K",
            Self::Export => "G",
            Self::OutOfScope => "O",
        }
    }
}

/// The tax on a line or a document's adjustment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Tax {
    /// Its category.
    pub category: Category,
    /// Its rate; zero for every category but the standard one.
    pub rate_ppm: u32,
}

/// Why a category bears no tax. Code or words must be said.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Exemption {
    /// The category.
    pub category: Category,
    /// A code from the VATEX list: `VATEX-EU-AE` (BT-121).
    pub code: Option<String>,
    /// In words (BT-120).
    pub text: Option<String>,
}
