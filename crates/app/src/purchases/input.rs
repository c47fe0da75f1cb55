//! What a purchase is written with, and what the book adds to it: SKU and title, the supplier's
//! code and pack, the cost that was agreed.
use book::{OfCode, Tx, dto};
use domain::product::Product;
use domain::purchase::{PurchaseDocument, PurchaseLine};
use domain::stock::MAIN;
use domain::{ProductId, SupplierId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::steps;
use crate::error::AppError;
use crate::{day, product};

/// A line asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PurchaseLineInput {
    /// The product.
    pub product: Option<Uuid>,
    /// Its SKU or barcode, when the product is not named.
    pub code: Option<String>,
    /// How much.
    #[ts(optional = false)]
    pub quantity_milli: i64,
    /// The cost of one unit; as agreed with the supplier when absent.
    pub unit_cost_micro: Option<i64>,
    /// When it is to come, where not with the rest.
    pub expected: Option<String>,
}

/// A purchase asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PurchaseInput {
    /// Whom it goes to.
    #[ts(optional = false)]
    pub supplier: Uuid,
    /// Where the goods are to come; the main place when absent.
    pub location: Option<String>,
    /// When they are to come.
    pub expected: Option<String>,
    /// What is said to the supplier.
    pub note: Option<String>,
    /// What is ordered.
    #[ts(optional = false)]
    pub lines: Vec<PurchaseLineInput>,
    /// What it costs beside the goods.
    pub charges: Option<Vec<dto::PurchaseCharge>>,
}

/// The document that the input means.
pub(super) fn document(
    tx: &mut Tx<'_>,
    input: &PurchaseInput,
) -> Result<PurchaseDocument, AppError> {
    let supplier = steps::supplier(tx, input.supplier)?;
    if supplier.terms.archived.unwrap_or(false) {
        return Err(AppError::at("supplier", "supplier_archived"));
    }
    let mut lines = Vec::with_capacity(input.lines.len());
    for (index, said) in input.lines.iter().enumerate() {
        lines.push(line(tx, SupplierId(input.supplier), (index, said))?);
    }
    Ok(PurchaseDocument {
        supplier: SupplierId(input.supplier),
        currency: tx.settings().currency().to_owned(),
        location: input.location.clone().unwrap_or_else(|| MAIN.to_owned()),
        expected: day::optional("expected", input.expected.as_deref())?,
        note: input.note.clone(),
        lines,
        charges: steps::charges(input.charges.as_deref().unwrap_or_default()),
    })
}

fn line(
    tx: &mut Tx<'_>,
    supplier: SupplierId,
    (index, said): (usize, &PurchaseLineInput),
) -> Result<PurchaseLine, AppError> {
    let at = |field: &str| format!("lines.{index}.{field}");
    let id = named(
        tx,
        &format!("lines.{index}"),
        said.product,
        said.code.as_deref(),
    )?;
    let goods = goods(tx, id).map_err(|error| error.in_field(at("product")))?;
    let expected = day::optional(&at("expected"), said.expected.as_deref())?;
    let mut line = of_product(&goods, id, supplier, said.quantity_milli);
    line.expected = expected;
    line.unit_cost_micro = said.unit_cost_micro.unwrap_or(line.unit_cost_micro);
    Ok(line)
}

/// A line as the book knows the product at a supplier.
pub(super) fn of_product(
    goods: &Product,
    id: Uuid,
    supplier: SupplierId,
    quantity_milli: i64,
) -> PurchaseLine {
    let supply = goods.supplies.get(&supplier);
    let agreed = supply.and_then(|said| said.unit_cost_micro);
    PurchaseLine {
        line: 0,
        product: ProductId(id),
        sku: goods.terms.sku.clone().unwrap_or_default(),
        title: goods.terms.title.clone().unwrap_or_default(),
        code: supply.and_then(|said| said.code.clone()),
        quantity_milli,
        pack_milli: supply.and_then(|said| said.pack_milli),
        unit_cost_micro: agreed.or(goods.terms.cost_micro).unwrap_or(0),
        weight_g: goods.terms.weight_g,
        expected: None,
    }
}

/// Goods that can be bought: no service, and variants instead of what they are variants of.
pub(super) fn goods(tx: &mut Tx<'_>, id: Uuid) -> Result<Product, AppError> {
    let goods = product::product(tx, id)?;
    if goods.is_service() {
        return Err(AppError::conflict("product_is_service"));
    }
    if goods.is_varied() {
        return Err(AppError::conflict("product_has_variants"));
    }
    if goods.is_virtual() {
        return Err(AppError::conflict("product_is_bundle"));
    }
    Ok(goods)
}

/// The product that an input names, by id or by code; `place` is the path of the input.
pub(super) fn named(
    tx: &Tx<'_>,
    place: &str,
    product: Option<Uuid>,
    code: Option<&str>,
) -> Result<Uuid, AppError> {
    let at = |field: &str, code: &str| AppError::at(format!("{place}.{field}"), code);
    if let Some(id) = product {
        return Ok(id);
    }
    let code = code.unwrap_or_default().trim();
    match tx.read().product_of_code(code)? {
        OfCode::One(row, _) => Ok(row.id),
        OfCode::None => Err(at("code", "product_unknown").with(code)),
        OfCode::Several => Err(at("code", "code_ambiguous").with(code)),
    }
}
