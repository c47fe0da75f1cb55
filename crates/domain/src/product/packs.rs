//! Packs that a product is handled in: a box of twelve, a pallet. The code on a pack means so much
//! of the product, wherever it is scanned; what is stored and counted is always the product itself.

use super::state::{Product, ProductTerms};
use crate::limits::{CODE_CHARS, LIST_ITEMS, NAME_CHARS, QUANTITY_MILLI};
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// A pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pack {
    /// What people call it: box, carton, crate.
    pub name: String,
    /// How much of the product it holds, thousandths.
    pub quantity_milli: i64,
    /// The code on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub barcode: Option<String>,
}

/// Checks the packs that are said, and that no code means a pack and something else of the product.
pub(super) fn checked(
    now: Option<&Product>,
    mut said: ProductTerms,
) -> Result<ProductTerms, Refusal> {
    if let Some(packs) = &mut said.packs {
        check(packs)?;
    }
    if said.packs.is_none() && said.barcodes.is_none() {
        return Ok(said);
    }
    let before = now.map(|now| &now.terms);
    let packs = said.packs.as_ref();
    let packs = packs.or(before.and_then(|terms| terms.packs.as_ref()));
    let barcodes = said.barcodes.as_ref();
    let barcodes = barcodes.or(before.and_then(|terms| terms.barcodes.as_ref()));
    let mut codes: Vec<&str> = barcodes.into_iter().flatten().map(String::as_str).collect();
    for (index, pack) in packs.into_iter().flatten().enumerate() {
        let Some(code) = pack.barcode.as_deref() else {
            continue;
        };
        if codes.contains(&code) {
            let field = match said.packs {
                Some(_) => format!("packs.{index}.barcode"),
                None => "barcodes".to_owned(),
            };
            return Err(Refusal::at(field, "code_twice"));
        }
        codes.push(code);
    }
    Ok(said)
}

fn check(packs: &mut [Pack]) -> Result<(), Refusal> {
    if packs.len() > LIST_ITEMS {
        return Err(Refusal::at("packs", "too_many").with(LIST_ITEMS));
    }
    for (index, pack) in packs.iter_mut().enumerate() {
        let field = |name: &str| format!("packs.{index}.{name}");
        pack.name = text::required(&field("name"), &pack.name, NAME_CHARS)?;
        let barcode = pack.barcode.as_deref();
        pack.barcode = text::optional(&field("barcode"), barcode, CODE_CHARS)?;
        if !(1..=QUANTITY_MILLI).contains(&pack.quantity_milli) {
            return Err(Refusal::at(field("quantity_milli"), "out_of_range"));
        }
    }
    Ok(())
}
