//! `purchases.receive`: a delivery comes, for one purchase or several of them.
//!
//! It expects no version: what has come has come, whatever was said of the purchase meanwhile.
use super::input::goods;
use super::receiving::TOGETHER;
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::lots::coming;
use crate::lots::input::{Goods, LotInput};
use crate::product;
use crate::request::{Create, Written};
use crate::write::Call;
use book::dto::Purchase;
use book::{Said, Tx};
use domain::ids::ReceiptId;
use domain::purchase::{Received, ReceivedLine, SetAside};
use domain::supplier::Supply;
use domain::{ProductId, SupplierId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

/// Goods that came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ReceivedInput {
    /// The purchase.
    #[ts(optional = false)]
    pub purchase: Uuid,
    /// The line that they were ordered by; absent for goods that nobody ordered.
    pub line: Option<u32>,
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// How much.
    #[ts(optional = false)]
    pub quantity_milli: i64,
    /// The cost of one unit; as ordered when absent.
    pub unit_cost_micro: Option<i64>,
    /// The lots or serial numbers that came; needed of products that are told apart.
    pub lots: Option<Vec<LotInput>>,
    /// Keeps this cost as the supplier's for the next order.
    pub keep_cost: Option<bool>,
}

/// Something that came and is not taken in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SetAsideInput {
    /// What was scanned or is written on it.
    #[ts(optional = false)]
    pub code: String,
    /// The product, where it is one of the shop's.
    pub product: Option<Uuid>,
    /// How much.
    #[ts(optional = false)]
    pub quantity_milli: i64,
}

/// A delivery.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DeliveryInput {
    /// The purchases that it is about.
    #[ts(optional = false)]
    pub purchases: Vec<Uuid>,
    /// Where the goods go; where they were ordered to when absent.
    pub location: Option<String>,
    /// The number on the delivery note.
    pub delivery_note: Option<String>,
    /// What came.
    #[ts(optional = false)]
    pub lines: Vec<ReceivedInput>,
    /// What is put aside for the supplier.
    pub set_aside: Option<Vec<SetAsideInput>>,
}

/// What it takes.
pub type Input = Create<DeliveryInput>;
/// What it gives.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let said = &input.body;
    let first = first(said)?;
    let receipt = ReceiptId(app.new_id());
    app.write(
        Call::about(input.part, first),
        |tx| {
            for purchase in &said.purchases {
                take_in((app, tx), said, (*purchase, *purchase == first), receipt)?;
            }
            keep_costs(tx, said)?;
            Ok(first)
        },
        steps::face,
    )
}

/// The purchase that stands for the delivery: the first of which anything came.
fn first(said: &DeliveryInput) -> Result<Uuid, AppError> {
    if said.purchases.len() > TOGETHER {
        return Err(AppError::at("purchases", "too_many").with(TOGETHER));
    }
    for (index, line) in said.lines.iter().enumerate() {
        if !said.purchases.contains(&line.purchase) {
            let field = format!("lines.{index}.purchase");
            return Err(AppError::at(field, "purchase_unknown"));
        }
    }
    let came = |id: &&Uuid| said.lines.iter().any(|line| line.purchase == **id);
    let found = said.purchases.iter().find(came).or(said.purchases.first());
    found
        .copied()
        .ok_or_else(|| AppError::at("purchases", "required"))
}

/// What came of one purchase; what is put aside stands with the first one.
fn take_in(
    (app, tx): (&App, &mut Tx<'_>),
    said: &DeliveryInput,
    (purchase, is_first): (Uuid, bool),
    receipt: ReceiptId,
) -> Result<(), AppError> {
    let now = steps::purchase(tx, purchase)?;
    let mut lines = Vec::new();
    for (index, line) in said.lines.iter().enumerate() {
        if line.purchase == purchase {
            lines.push(received(tx, &now, (index, line))?);
        }
    }
    let set_aside = said.set_aside.iter().flatten().filter(|_| is_first);
    let set_aside: Vec<SetAside> = set_aside.map(aside).collect();
    if lines.is_empty() && set_aside.is_empty() && !is_first {
        return Ok(());
    }
    let ordered_to = now
        .document
        .as_ref()
        .map(|document| document.location.clone());
    let own = said.lines.iter().enumerate();
    let own = own.filter(|(_, line)| line.purchase == purchase);
    let own: Vec<Goods<'_>> = own.map(goods_of).collect();
    let said = Received {
        lots: coming::lots(app, tx, &own)?,
        receipt,
        location: said.location.clone().or(ordered_to).unwrap_or_default(),
        delivery_note: said.delivery_note.clone(),
        lines,
        set_aside,
    };
    let said = domain::purchase::receive(&now, said)?;
    let subject = steps::subject(purchase);
    Ok(tx.append(Said::new(subject, "purchase.received", &said))?)
}

fn goods_of((index, said): (usize, &ReceivedInput)) -> Goods<'_> {
    Goods {
        field: format!("lines.{index}.lots"),
        product: said.product,
        line: said.line,
        component: false,
        quantity_milli: said.quantity_milli,
        named: said.lots.as_deref(),
    }
}

fn received(
    tx: &mut Tx<'_>,
    now: &domain::purchase::Purchase,
    (index, said): (usize, &ReceivedInput),
) -> Result<ReceivedLine, AppError> {
    let goods = goods(tx, said.product);
    let goods = goods.map_err(|error| error.in_field(format!("lines.{index}.product")))?;
    let mut lines = now.lines().iter();
    let ordered = lines.find(|line| Some(line.line) == said.line);
    let supply = now.supplier().and_then(|id| goods.supplies.get(&id));
    let known = supply.and_then(|said| said.unit_cost_micro);
    let known = known.or(goods.terms.cost_micro).unwrap_or(0);
    let agreed = ordered.map_or(known, |line| line.unit_cost_micro);
    Ok(ReceivedLine {
        line: said.line,
        product: ProductId(said.product),
        quantity_milli: said.quantity_milli,
        unit_cost_micro: said.unit_cost_micro.unwrap_or(agreed),
        weight_g: goods.terms.weight_g,
    })
}

fn aside(said: &SetAsideInput) -> SetAside {
    SetAside {
        code: said.code.clone(),
        product: said.product.map(ProductId),
        quantity_milli: said.quantity_milli,
    }
}

/// Costs that are to be the supplier's from now on: of several for a product the last one.
fn keep_costs(tx: &mut Tx<'_>, said: &DeliveryInput) -> Result<(), AppError> {
    let mut costs: BTreeMap<(Uuid, SupplierId), i64> = BTreeMap::new();
    for line in said
        .lines
        .iter()
        .filter(|line| line.keep_cost == Some(true))
    {
        let supplier = steps::purchase(tx, line.purchase)?.supplier();
        if let (Some(supplier), Some(cost)) = (supplier, line.unit_cost_micro) {
            costs.insert((line.product, supplier), cost);
        }
    }
    for ((id, supplier), unit_cost_micro) in costs {
        let now = product::product(tx, id)?;
        let supply = Supply {
            unit_cost_micro: Some(unit_cost_micro),
            ..now.supplies.get(&supplier).cloned().unwrap_or_default()
        };
        let said = domain::supplier::supply(&now, supplier, supply)?;
        tx.append(Said::new(product::subject(id), "product.supplied", &said))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
