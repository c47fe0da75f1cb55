//! Decisions about products: create and amend.

use super::packs;
use super::state::{Product, ProductTerms};
use crate::limits::{
    CODE_CHARS, LIST_ITEMS, NAME_CHARS, NOTE_CHARS, QUANTITY_MILLI, UNIT_PRICE_MICRO,
};
use crate::refusal::Refusal;
use crate::text;

/// Checks a new product: SKU, title and price are required.
pub fn create(said: ProductTerms) -> Result<ProductTerms, Refusal> {
    text::required("sku", said.sku.as_deref().unwrap_or_default(), CODE_CHARS)?;
    text::required(
        "title",
        said.title.as_deref().unwrap_or_default(),
        NAME_CHARS,
    )?;
    if said.unit_price_micro.is_none() {
        return Err(Refusal::at("unit_price_micro", "required"));
    }
    packs::checked(None, checked(said)?)
}

/// Checks a change: only the fields that are said change. Goods that have moved stay goods.
pub fn amend(now: &Product, said: ProductTerms, has_moved: bool) -> Result<ProductTerms, Refusal> {
    if !now.is_visible() {
        return Err(Refusal::new("product_unknown"));
    }
    if let Some(sku) = &said.sku {
        text::required("sku", sku, CODE_CHARS)?;
    }
    if let Some(title) = &said.title {
        text::required("title", title, NAME_CHARS)?;
    }
    if has_moved
        && said
            .service
            .is_some_and(|service| service != now.is_service())
    {
        return Err(Refusal::at("service", "product_has_moved"));
    }
    if said.service == Some(true) && now.bundle().is_some() {
        return Err(Refusal::at("service", "product_is_bundle"));
    }
    packs::checked(Some(now), checked(said)?)
}

fn checked(mut said: ProductTerms) -> Result<ProductTerms, Refusal> {
    said.sku = trimmed("sku", said.sku, CODE_CHARS)?;
    said.title = trimmed("title", said.title, NAME_CHARS)?;
    said.category = trimmed("category", said.category, NAME_CHARS)?;
    said.tax = trimmed("tax", said.tax, CODE_CHARS)?;
    said.unit = trimmed("unit", said.unit, CODE_CHARS)?;
    if let Some(note) = said.note.take() {
        said.note = Some(text::note("note", Some(&note), NOTE_CHARS)?.unwrap_or_default());
    }
    price("unit_price_micro", said.unit_price_micro, -UNIT_PRICE_MICRO)?;
    price("cost_micro", said.cost_micro, -1)?;
    quantity("reorder_point_milli", said.reorder_point_milli)?;
    quantity("reorder_to_milli", said.reorder_to_milli)?;
    quantity("safety_milli", said.safety_milli)?;
    quantity("weight_g", said.weight_g)?;
    if said.safety_at.len() > LIST_ITEMS {
        return Err(Refusal::at("safety_at", "too_many").with(LIST_ITEMS));
    }
    for milli in said.safety_at.values() {
        quantity("safety_at", Some(*milli))?;
    }
    if let Some(barcodes) = &mut said.barcodes {
        *barcodes = checked_barcodes(barcodes)?;
    }
    Ok(said)
}

fn trimmed(field: &str, said: Option<String>, limit: usize) -> Result<Option<String>, Refusal> {
    let Some(said) = said else { return Ok(None) };
    Ok(Some(
        text::optional(field, Some(&said), limit)?.unwrap_or_default(),
    ))
}

fn price(field: &str, said: Option<i64>, lowest: i64) -> Result<(), Refusal> {
    match said {
        Some(price) if !(lowest..=UNIT_PRICE_MICRO).contains(&price) => {
            Err(Refusal::at(field, "out_of_range"))
        }
        _ => Ok(()),
    }
}

fn quantity(field: &str, said: Option<i64>) -> Result<(), Refusal> {
    match said {
        Some(quantity) if !(-1..=QUANTITY_MILLI).contains(&quantity) => {
            Err(Refusal::at(field, "out_of_range"))
        }
        _ => Ok(()),
    }
}

fn checked_barcodes(barcodes: &[String]) -> Result<Vec<String>, Refusal> {
    if barcodes.len() > LIST_ITEMS {
        return Err(Refusal::at("barcodes", "too_many").with(LIST_ITEMS));
    }
    let mut kept = Vec::with_capacity(barcodes.len());
    for (index, barcode) in barcodes.iter().enumerate() {
        kept.push(text::required(
            &format!("barcodes.{index}"),
            barcode,
            CODE_CHARS,
        )?);
    }
    kept.sort();
    kept.dedup();
    Ok(kept)
}
