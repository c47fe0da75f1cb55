//! Decisions about a purchase: write, order, date, close, cancel, charges.

use super::facts::{
    Cancelled, Charge, Closed, Dated, Landed, LineDay, PurchaseDocument, PurchaseLine,
};
use super::state::{Purchase, PurchaseStage};
use crate::day::Day;
use crate::limits::{
    AMOUNT_MINOR, CODE_CHARS, LIST_ITEMS, NAME_CHARS, NOTE_CHARS, ORDER_LINES, QUANTITY_MILLI,
    UNIT_PRICE_MICRO,
};
use crate::refusal::Refusal;
use crate::{stock, text};

/// Checks a new draft; it may still be without lines.
pub fn draft(said: PurchaseDocument) -> Result<PurchaseDocument, Refusal> {
    checked(said)
}

/// Checks a draft that takes the place of the one before.
pub fn amend(now: &Purchase, said: PurchaseDocument) -> Result<PurchaseDocument, Refusal> {
    in_stage(now, &[PurchaseStage::Draft], "purchase_not_draft")?;
    checked(said)
}

/// Checks that a draft can be ordered.
pub fn order(now: &Purchase) -> Result<(), Refusal> {
    in_stage(now, &[PurchaseStage::Draft], "purchase_not_draft")?;
    if now.lines().is_empty() {
        return Err(Refusal::at("lines", "purchase_empty"));
    }
    Ok(())
}

/// Checks other days for what is under way.
pub fn date(now: &Purchase, expected: Option<Day>, lines: &[LineDay]) -> Result<Dated, Refusal> {
    in_stage(now, &UNDER_WAY, "purchase_not_under_way")?;
    for (index, day) in lines.iter().enumerate() {
        if !now.lines().iter().any(|line| line.line == day.line) {
            return Err(Refusal::at(format!("lines.{index}.line"), "line_unknown"));
        }
    }
    Ok(Dated {
        expected,
        lines: lines.to_vec(),
    })
}

/// Checks that what is open is given up.
pub fn close(now: &Purchase, reason: &str) -> Result<Closed, Refusal> {
    in_stage(now, &UNDER_WAY, "purchase_not_under_way")?;
    Ok(Closed {
        reason: text::required("reason", reason, NAME_CHARS)?,
    })
}

/// Checks that what was given up is waited for again.
pub fn reopen(now: &Purchase) -> Result<(), Refusal> {
    in_stage(now, &[PurchaseStage::Closed], "purchase_not_closed")
}

/// Checks that a purchase is called off: nothing of it has come.
pub fn cancel(now: &Purchase, reason: Option<&str>) -> Result<Cancelled, Refusal> {
    let stages = [PurchaseStage::Draft, PurchaseStage::Ordered];
    in_stage(now, &stages, "purchase_not_open")?;
    Ok(Cancelled {
        reason: text::optional("reason", reason, NAME_CHARS)?,
    })
}

/// Checks what bringing the goods here has cost.
pub fn land(now: &Purchase, charges: Vec<Charge>) -> Result<Landed, Refusal> {
    if now.document.is_none() || now.stage() == PurchaseStage::Cancelled {
        return Err(Refusal::new("purchase_not_open"));
    }
    Ok(Landed {
        charges: checked_charges(charges)?,
    })
}

/// Checks that the document to the supplier can be issued.
pub fn issue(now: &Purchase) -> Result<(), Refusal> {
    let stages = [
        PurchaseStage::Ordered,
        PurchaseStage::PartlyReceived,
        PurchaseStage::Received,
        PurchaseStage::Closed,
    ];
    in_stage(now, &stages, "purchase_not_ordered")
}

const UNDER_WAY: [PurchaseStage; 2] = [PurchaseStage::Ordered, PurchaseStage::PartlyReceived];

pub(super) fn in_stage(
    now: &Purchase,
    stages: &[PurchaseStage],
    code: &'static str,
) -> Result<(), Refusal> {
    match now.stage() {
        PurchaseStage::Unknown => Err(Refusal::new("purchase_unknown")),
        stage if stages.contains(&stage) => Ok(()),
        _ => Err(Refusal::new(code)),
    }
}

/// Refuses places whose goods are not ours.
pub(super) fn check_location(location: &str) -> Result<String, Refusal> {
    if stock::is_virtual(location) {
        return Err(Refusal::at("location", "location_unknown"));
    }
    text::required("location", location, CODE_CHARS)
}

fn checked(mut said: PurchaseDocument) -> Result<PurchaseDocument, Refusal> {
    said.location = check_location(&said.location)?;
    said.note = text::note("note", said.note.as_deref(), NOTE_CHARS)?;
    if said.lines.len() > ORDER_LINES {
        return Err(Refusal::at("lines", "too_many").with(ORDER_LINES));
    }
    for (index, line) in said.lines.iter_mut().enumerate() {
        line.line = index as u32 + 1;
        check_line(index, line)?;
    }
    said.charges = checked_charges(said.charges)?;
    Ok(said)
}

fn check_line(index: usize, line: &mut PurchaseLine) -> Result<(), Refusal> {
    let at = |field: &str| format!("lines.{index}.{field}");
    if line.quantity_milli <= 0 {
        return Err(Refusal::at(at("quantity_milli"), "quantity_zero"));
    }
    if line.quantity_milli > QUANTITY_MILLI {
        return Err(Refusal::at(at("quantity_milli"), "out_of_range"));
    }
    check_cost(&at("unit_cost_micro"), line.unit_cost_micro)?;
    line.code = text::optional(&at("code"), line.code.as_deref(), CODE_CHARS)?;
    Ok(())
}

pub(super) fn check_cost(field: &str, unit_cost_micro: i64) -> Result<(), Refusal> {
    if (0..=UNIT_PRICE_MICRO).contains(&unit_cost_micro) {
        Ok(())
    } else {
        Err(Refusal::at(field, "out_of_range"))
    }
}

fn checked_charges(mut charges: Vec<Charge>) -> Result<Vec<Charge>, Refusal> {
    if charges.len() > LIST_ITEMS {
        return Err(Refusal::at("charges", "too_many").with(LIST_ITEMS));
    }
    for (index, charge) in charges.iter_mut().enumerate() {
        let field = format!("charges.{index}.name");
        charge.name = text::required(&field, &charge.name, NAME_CHARS)?;
        if charge.amount_minor.unsigned_abs() > AMOUNT_MINOR.unsigned_abs() {
            let field = format!("charges.{index}.amount_minor");
            return Err(Refusal::at(field, "out_of_range"));
        }
    }
    Ok(charges)
}
