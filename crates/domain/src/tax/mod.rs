//! Taxes as a document states them: a code, a rate, a category and the place in the stack.
//!
//! The taxes of a document are copied into it, so that a later change of a rate changes no
//! document. How amounts follow from them is in [`crate::pricing`].

mod category;
mod code;
mod policy;
mod set;

pub use category::TaxCategory;
pub use code::{InvalidTaxCode, TaxCode};
pub use policy::RoundingPolicy;
pub use set::{MAX_TAXES, TaxSet, intern};

use serde::{Deserialize, Serialize};

use crate::rate::{PPM, Rate};

/// Upper bound of a rate, up or down: ten times the base.
const RATE_LIMIT_PPM: i64 = 10 * PPM;

/// Why a tax makes no sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TaxError {
    /// The rate is beyond ten times the base, or its sign does not suit its category.
    #[error("the rate of {code} does not suit its category")]
    RateOutOfRange {
        /// The tax in question.
        code: TaxCode,
    },
    /// A withholding says that it is in the base of other taxes.
    #[error("the withholding {code} cannot be in the base of another tax")]
    CompoundWithholding {
        /// The tax in question.
        code: TaxCode,
    },
    /// A document holds more different taxes than [`MAX_TAXES`].
    #[error("too many different taxes on one document")]
    TooManyTaxes,
}

/// One tax.
///
/// Its base on a line is the line's net amount and, on the same line, the amounts of all
/// `compound` taxes of a lower `stage`. Taxes of one stage never see each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tax {
    /// What documents and reports call it: `VAT20`.
    pub code: TaxCode,
    /// The rate on the base; negative for a withholding.
    pub rate_ppm: Rate,
    /// What kind of supply it taxes.
    pub category: TaxCategory,
    /// Taxes of a higher stage see the compound ones of a lower; most taxes are of stage 0.
    #[serde(default)]
    pub stage: u8,
    /// Whether its amount is part of the base of the taxes of higher stages.
    #[serde(default)]
    pub compound: bool,
}

impl Tax {
    /// A tax of stage 0 that no other tax is based on.
    #[must_use]
    pub const fn new(code: TaxCode, rate_ppm: Rate, category: TaxCategory) -> Self {
        Self {
            code,
            rate_ppm,
            category,
            stage: 0,
            compound: false,
        }
    }

    /// The same tax, in the base of the taxes of higher stages.
    #[must_use]
    pub const fn compound(self) -> Self {
        Self {
            compound: true,
            ..self
        }
    }

    /// The same tax at another stage.
    #[must_use]
    pub const fn at_stage(self, stage: u8) -> Self {
        Self { stage, ..self }
    }

    /// Whether a price that includes its taxes includes this one: all but withholdings, which
    /// come off what is paid.
    #[must_use]
    pub fn is_included_in_gross(&self) -> bool {
        self.category != TaxCategory::Withholding
    }

    /// Checks that the rate suits the category and stays within ten times the base, and that a
    /// withholding is not in the base of another tax.
    pub fn check(&self) -> Result<(), TaxError> {
        let code = self.code;
        if self.compound && self.category == TaxCategory::Withholding {
            return Err(TaxError::CompoundWithholding { code });
        }
        let ppm = self.rate_ppm.ppm();
        let suits = ppm.unsigned_abs() <= RATE_LIMIT_PPM.unsigned_abs()
            && match self.category {
                TaxCategory::Standard | TaxCategory::Reduced => ppm >= 0,
                TaxCategory::Withholding => ppm <= 0,
                _ => ppm == 0,
            };
        if suits {
            Ok(())
        } else {
            Err(TaxError::RateOutOfRange { code })
        }
    }
}
