//! What a product is called and costs at a supplier: said of the product, one entry a supplier, so
//! that two devices that change different suppliers both get what they said.

use crate::ids::SupplierId;
use crate::limits::{CODE_CHARS, QUANTITY_MILLI, UNIT_PRICE_MICRO};
use crate::product::Product;
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// The longest way of goods, days.
const LEAD_DAYS: i64 = 3_650;
/// Suppliers of one product.
const SUPPLIERS: usize = 100;

/// What a product is called and costs at a supplier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Supply {
    /// What the supplier calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The code on the supplier's packs: scanned, it means a whole one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pack_barcode: Option<String>,
    /// What a pack holds, thousandths; it is bought in whole ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pack_milli: Option<i64>,
    /// The least that can be ordered, thousandths.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_milli: Option<i64>,
    /// Cost of one unit, millionths of the major unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_cost_micro: Option<i64>,
    /// Days from the order to the delivery, where not the supplier's usual ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_time_days: Option<i64>,
    /// It is bought here unless something else is said; of several the last one said.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub preferred: bool,
}

/// Payload of `product.supplied`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supplied {
    /// The supplier.
    pub supplier: SupplierId,
    /// What it says of the product, replaced as a whole; absent, it sells it no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supply: Option<Supply>,
}

/// Checks what a supplier says of a product.
pub fn supply(now: &Product, supplier: SupplierId, mut said: Supply) -> Result<Supplied, Refusal> {
    goods(now)?;
    let known = now.supplies.contains_key(&supplier);
    if !known && now.supplies.len() >= SUPPLIERS {
        return Err(Refusal::at("supplier", "too_many").with(SUPPLIERS));
    }
    said.code = text::optional("code", said.code.as_deref(), CODE_CHARS)?;
    said.pack_barcode = text::optional("pack_barcode", said.pack_barcode.as_deref(), CODE_CHARS)?;
    within("pack_milli", said.pack_milli, 1, QUANTITY_MILLI)?;
    within("minimum_milli", said.minimum_milli, 0, QUANTITY_MILLI)?;
    within("unit_cost_micro", said.unit_cost_micro, 0, UNIT_PRICE_MICRO)?;
    within("lead_time_days", said.lead_time_days, 0, LEAD_DAYS)?;
    if said.pack_barcode.is_some() && said.pack_milli.is_none() {
        return Err(Refusal::at("pack_milli", "required"));
    }
    Ok(Supplied {
        supplier,
        supply: Some(said),
    })
}

/// Checks that a supplier sells a product no more.
pub fn unsupply(now: &Product, supplier: SupplierId) -> Result<Supplied, Refusal> {
    goods(now)?;
    if !now.supplies.contains_key(&supplier) {
        return Err(Refusal::at("supplier", "supplier_unknown"));
    }
    Ok(Supplied {
        supplier,
        supply: None,
    })
}

fn goods(now: &Product) -> Result<(), Refusal> {
    if !now.is_visible() {
        return Err(Refusal::new("product_unknown"));
    }
    if now.is_service() {
        return Err(Refusal::new("product_is_service"));
    }
    if now.is_varied() {
        return Err(Refusal::new("product_has_variants"));
    }
    if now.is_virtual() {
        return Err(Refusal::new("product_is_bundle"));
    }
    Ok(())
}

fn within(field: &str, said: Option<i64>, least: i64, most: i64) -> Result<(), Refusal> {
    match said {
        Some(figure) if !(least..=most).contains(&figure) => {
            Err(Refusal::at(field, "out_of_range"))
        }
        _ => Ok(()),
    }
}

impl Product {
    /// Takes in what was said of a supplier.
    pub(crate) fn supplied(&mut self, said: Supplied) {
        let Some(supply) = said.supply else {
            self.supplies.remove(&said.supplier);
            return;
        };
        if supply.preferred {
            for other in self.supplies.values_mut() {
                other.preferred = false;
            }
        }
        self.supplies.insert(said.supplier, supply);
    }
}
