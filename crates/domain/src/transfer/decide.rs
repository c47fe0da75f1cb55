//! Decisions about transfers. Whether locations and products exist is asked by the verbs.

use super::state::{Handled, Sent, Transfer, TransferDocument, TransferLine, TransferStage};
use crate::ids::ReceiptId;
use crate::limits::{NAME_CHARS, ORDER_LINES, QUANTITY_MILLI};
use crate::refusal::Refusal;
use crate::text;
use std::collections::BTreeMap;

/// Checks a new transfer.
pub fn draft(mut said: TransferDocument) -> Result<TransferDocument, Refusal> {
    if said.from == said.to {
        return Err(Refusal::at("to", "location_same"));
    }
    said.title = text::optional("title", said.title.as_deref(), NAME_CHARS)?;
    check_lines(&said.lines)?;
    Ok(said)
}

/// Checks a change of a draft.
pub fn amend(now: &Transfer, said: TransferDocument) -> Result<TransferDocument, Refusal> {
    check_draft(now)?;
    draft(said)
}

/// What goes: all that was written down.
pub fn send(now: &Transfer) -> Result<Sent, Refusal> {
    check_draft(now)?;
    let Some(document) = &now.document else {
        return Err(Refusal::new("transfer_not_draft"));
    };
    if document.lines.is_empty() {
        return Err(Refusal::at("lines", "required"));
    }
    Ok(Sent {
        from: document.from.clone(),
        to: document.to.clone(),
        lines: document.lines.clone(),
        lots: document.lots.clone(),
    })
}

/// What becomes of goods on their way: at most what is still under way; all of it when no lines
/// are named.
pub fn handle(
    now: &Transfer,
    receipt: ReceiptId,
    lines: Option<Vec<TransferLine>>,
    reason: Option<&str>,
) -> Result<Handled, Refusal> {
    if now.stage() != TransferStage::Sent {
        return Err(Refusal::new("transfer_not_sent"));
    }
    let mut open = now.open();
    let lines = lines.unwrap_or_else(|| {
        let left = open.iter().filter(|(_, milli)| **milli > 0);
        left.map(|(product, milli)| TransferLine {
            product: *product,
            quantity_milli: *milli,
        })
        .collect()
    });
    if lines.is_empty() {
        return Err(Refusal::at("lines", "required"));
    }
    check_lines(&lines)?;
    for (index, line) in lines.iter().enumerate() {
        let left = open.entry(line.product).or_default();
        if line.quantity_milli > *left {
            let field = format!("lines.{index}.quantity_milli");
            return Err(Refusal::at(field, "more_than_sent").with(*left));
        }
        *left -= line.quantity_milli;
    }
    Ok(Handled {
        receipt,
        reason: text::optional("reason", reason, NAME_CHARS)?,
        lines,
        lots: Vec::new(),
    })
}

/// Checks that a draft may be thrown away.
pub fn discard(now: &Transfer) -> Result<(), Refusal> {
    check_draft(now)
}

fn check_draft(now: &Transfer) -> Result<(), Refusal> {
    if now.stage() == TransferStage::Draft && now.document.is_some() {
        Ok(())
    } else {
        Err(Refusal::new("transfer_not_draft"))
    }
}

fn check_lines(lines: &[TransferLine]) -> Result<(), Refusal> {
    if lines.len() > ORDER_LINES {
        return Err(Refusal::at("lines", "too_many").with(ORDER_LINES));
    }
    let mut seen = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        let field = format!("lines.{index}.quantity_milli");
        if line.quantity_milli <= 0 {
            return Err(Refusal::at(field, "quantity_zero"));
        }
        if line.quantity_milli > QUANTITY_MILLI {
            return Err(Refusal::at(field, "out_of_range"));
        }
        if seen.insert(line.product, index).is_some() {
            let field = format!("lines.{index}.product");
            return Err(Refusal::at(field, "claimed_twice"));
        }
    }
    Ok(())
}
