//! Decisions about goods that come, and goods that go back.

use super::decide::{check_cost, check_location, in_stage};
use super::facts::{Received, Returned};
use super::state::{Purchase, PurchaseStage};
use crate::ids::ProductId;
use crate::limits::{CODE_CHARS, NAME_CHARS, ORDER_LINES, QUANTITY_MILLI};
use crate::refusal::Refusal;
use crate::text;

/// Checks what came of a purchase. More than was ordered is taken in: it is there. What was ordered
/// and given up may come all the same.
pub fn receive(now: &Purchase, mut said: Received) -> Result<Received, Refusal> {
    let stages = [
        PurchaseStage::Ordered,
        PurchaseStage::PartlyReceived,
        PurchaseStage::Received,
        PurchaseStage::Closed,
    ];
    in_stage(now, &stages, "purchase_not_ordered")?;
    said.location = check_location(&said.location)?;
    let note = said.delivery_note.as_deref();
    said.delivery_note = text::optional("delivery_note", note, CODE_CHARS)?;
    if said.lines.is_empty() && said.set_aside.is_empty() {
        return Err(Refusal::at("lines", "required"));
    }
    if said.lines.len() + said.set_aside.len() > ORDER_LINES {
        return Err(Refusal::at("lines", "too_many").with(ORDER_LINES));
    }
    for (index, line) in said.lines.iter().enumerate() {
        let at = |field: &str| format!("lines.{index}.{field}");
        check_quantity(&at("quantity_milli"), line.quantity_milli)?;
        check_cost(&at("unit_cost_micro"), line.unit_cost_micro)?;
        check_line(now, line.line, line.product, &at("line"))?;
    }
    for (index, aside) in said.set_aside.iter_mut().enumerate() {
        let at = |field: &str| format!("set_aside.{index}.{field}");
        check_quantity(&at("quantity_milli"), aside.quantity_milli)?;
        aside.code = text::required(&at("code"), &aside.code, NAME_CHARS)?;
    }
    Ok(said)
}

/// Checks what goes back to the supplier: of a purchase at most what came and is not back yet, by
/// itself whatever there is.
pub fn send_back(now: &Purchase, mut said: Returned) -> Result<Returned, Refusal> {
    said.location = check_location(&said.location)?;
    said.reason = text::required("reason", &said.reason, NAME_CHARS)?;
    if said.lines.is_empty() {
        return Err(Refusal::at("lines", "required"));
    }
    if said.lines.len() > ORDER_LINES {
        return Err(Refusal::at("lines", "too_many").with(ORDER_LINES));
    }
    for (index, goods) in said.lines.iter().enumerate() {
        let at = |field: &str| format!("lines.{index}.{field}");
        check_quantity(&at("quantity_milli"), goods.quantity_milli)?;
        check_cost(&at("unit_cost_micro"), goods.unit_cost_micro)?;
        check_line(now, goods.line, goods.product, &at("line"))?;
        let Some(line) = goods.line else { continue };
        if said.lines[..index]
            .iter()
            .any(|other| other.line == Some(line))
        {
            return Err(Refusal::at(at("line"), "claimed_twice"));
        }
        let here = now.received_milli(line) - now.returned_milli(line);
        if goods.quantity_milli > here {
            let field = at("quantity_milli");
            return Err(Refusal::at(field, "more_than_received").with(here));
        }
    }
    Ok(said)
}

fn check_line(
    now: &Purchase,
    line: Option<u32>,
    product: ProductId,
    field: &str,
) -> Result<(), Refusal> {
    let Some(line) = line else { return Ok(()) };
    let mut lines = now.lines().iter();
    match lines.find(|own| own.line == line) {
        Some(own) if own.product == product => Ok(()),
        _ => Err(Refusal::at(field, "line_unknown")),
    }
}

fn check_quantity(field: &str, quantity_milli: i64) -> Result<(), Refusal> {
    if quantity_milli <= 0 {
        return Err(Refusal::at(field, "quantity_zero"));
    }
    if quantity_milli > QUANTITY_MILLI {
        return Err(Refusal::at(field, "out_of_range"));
    }
    Ok(())
}
