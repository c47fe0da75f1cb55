//! The lots of goods that are moved between locations.
use book::Tx;
use domain::ProductId;
use domain::lot::LotPart;
use domain::transfer::{Handled, Sent, Transfer};
use std::collections::BTreeMap;

use super::input::TransferLineInput;
use crate::App;
use crate::error::AppError;
use crate::lots::input::{Goods, LotInput};
use crate::lots::leaving::{self, Leaving};

fn goods(index: usize, line: &TransferLineInput) -> Goods<'_> {
    Goods {
        field: format!("lines.{index}.lots"),
        product: line.product,
        line: None,
        component: false,
        quantity_milli: line.quantity_milli,
        named: line.lots.as_deref(),
    }
}

/// The lots that were named for what is to go; the others are chosen when it goes.
pub(super) fn asked(tx: &Tx<'_>, lines: &[TransferLineInput]) -> Result<Vec<LotPart>, AppError> {
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if let Some(said) = &line.lots {
            let tracking = tx.read().tracking_of(line.product)?;
            found.extend(goods(index, line).named(said, tracking)?);
        }
    }
    Ok(found)
}

/// The lots of what goes: those that were named, else what expires first.
pub(super) fn sent(app: &App, tx: &mut Tx<'_>, said: &Sent) -> Result<Vec<LotPart>, AppError> {
    let mut named: BTreeMap<ProductId, Vec<LotInput>> = BTreeMap::new();
    for part in &said.lots {
        named.entry(part.product).or_default().push(LotInput {
            lot: part.lot.clone(),
            quantity_milli: part.quantity_milli,
            expires: None,
        });
    }
    let lines = said.lines.iter().enumerate();
    let lines: Vec<Goods<'_>> = lines
        .map(|(index, line)| Goods {
            field: format!("lines.{index}.lots"),
            product: line.product.0,
            line: None,
            component: false,
            quantity_milli: line.quantity_milli,
            named: named.get(&line.product).map(Vec::as_slice),
        })
        .collect();
    leaving::lots(app, tx, (&said.from, Leaving::Moved), &lines)
}

/// The lots of goods that were on their way: those that were named, else what was sent, the first
/// first.
pub(super) fn handled(
    tx: &Tx<'_>,
    now: &Transfer,
    said: &Handled,
    asked: Option<&[TransferLineInput]>,
) -> Result<Vec<LotPart>, AppError> {
    let mut open = domain::transfer::open_lots(now);
    let mut found = Vec::new();
    for (index, line) in said.lines.iter().enumerate() {
        let mut asked = asked.into_iter().flatten();
        let own = asked.find(|own| own.product == line.product.0);
        if let Some((own, lots)) = own.and_then(|own| Some((own, own.lots.as_deref()?))) {
            let tracking = tx.read().tracking_of(own.product)?;
            let parts = goods(index, own).named(lots, tracking)?;
            for (at, part) in parts.iter().enumerate() {
                let left = open.iter_mut().find(|one| one.lot == part.lot);
                if left.is_none_or(|one| one.quantity_milli < part.quantity_milli) {
                    let field = format!("lines.{index}.lots.{at}.lot");
                    return Err(AppError::at(field, "lot_not_sent").with(&part.lot));
                }
            }
            found.extend(parts);
            continue;
        }
        let mut left_milli = line.quantity_milli;
        for one in open.iter_mut().filter(|one| one.product == line.product) {
            let milli = one.quantity_milli.min(left_milli);
            if milli > 0 {
                found.push(LotPart::of(one.product, &one.lot, milli));
                one.quantity_milli -= milli;
                left_milli -= milli;
            }
        }
    }
    Ok(found)
}
