//! Kinds of supply for tax purposes.

use serde::{Deserialize, Serialize};

/// What kind of supply a tax states; all but the first two and withholding have rate zero.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum TaxCategory {
    /// The country's normal rate.
    #[default]
    Standard,
    /// A lower rate for some goods.
    Reduced,
    /// Taxable at rate zero.
    Zero,
    /// Exempt by law.
    Exempt,
    /// The customer owes the tax.
    ReverseCharge,
    /// Supply to a business in another country of the European Union.
    IntraCommunity,
    /// Supply out of the country.
    Export,
    /// Outside the scope of the tax.
    None,
    /// The customer keeps this part back and pays it to the state; the rate is negative.
    Withholding,
}

impl TaxCategory {
    /// The code of UNCL 5305 as EN 16931 uses it; withholdings are not part of that breakdown.
    #[must_use]
    pub const fn en16931_code(self) -> Option<&'static str> {
        Some(match self {
            Self::Standard | Self::Reduced => "S",
            Self::Zero => "Z",
            Self::Exempt => "E",
            Self::ReverseCharge => "AE",
            Self::IntraCommunity => "K",
            Self::Export => "G",
            Self::None => "O",
            Self::Withholding => return None,
        })
    }
}
