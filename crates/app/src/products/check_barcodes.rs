//! `products.check_barcodes`: which of some barcodes look like article numbers with a wrong check
//! digit. They may be kept all the same: shops have codes of their own.
use domain::gtin::{Gtin, gtin};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::App;
use crate::error::AppError;

/// Barcodes to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BarcodesToCheck {
    /// The barcodes.
    pub barcodes: Vec<String>,
}

/// A barcode whose last digit does not fit the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct WrongBarcode {
    /// The barcode.
    pub barcode: String,
    /// The digit that would fit.
    pub expected: i64,
}

/// The barcodes with a wrong check digit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CheckedBarcodes {
    /// In the order in which they were asked about.
    pub wrong: Vec<WrongBarcode>,
}

/// What it takes.
pub type Input = BarcodesToCheck;
/// What it gives.
pub type Output = CheckedBarcodes;

pub(crate) fn run(_app: &App, input: Input) -> Result<Output, AppError> {
    let wrong = input
        .barcodes
        .into_iter()
        .filter_map(|barcode| match gtin(barcode.trim()) {
            Gtin::Wrong { expected } => Some(WrongBarcode {
                barcode,
                expected: expected.into(),
            }),
            _ => None,
        });
    Ok(CheckedBarcodes {
        wrong: wrong.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::CheckedBarcodes;
    use crate::testing::Shop;
    use serde_json::json;

    #[test]
    fn a_wrong_check_digit_is_told_and_other_codes_are_left_alone() {
        let shop = Shop::open();
        let asked = json!({ "barcodes": ["6291041500213", "6291041500214", "OWN-1"] });
        let checked: CheckedBarcodes = shop.call("products.check_barcodes", asked);
        assert_eq!(checked.wrong.len(), 1);
        assert_eq!(checked.wrong[0].expected, 3);
    }
}
