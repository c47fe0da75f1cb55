//! The lots of goods that are moved between locations.
use book::Tx;
use domain::ProductId;
use domain::lot::{LotPart, Tracking};
use domain::transfer::{Handled, Sent, Transfer, TransferLine};
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
/// first. Which pieces of several have come only who holds them can say.
pub(super) fn handled(
    (app, tx): (&App, &Tx<'_>),
    now: &Transfer,
    said: &Handled,
    asked: Option<&[TransferLineInput]>,
) -> Result<Vec<LotPart>, AppError> {
    let mut open = domain::transfer::open_lots(now);
    let mut found = Vec::new();
    for (index, line) in said.lines.iter().enumerate() {
        let field = format!("lines.{index}.lots");
        let mut asked = asked.into_iter().flatten();
        let own = asked.find(|own| own.product == line.product.0);
        if let Some((own, lots)) = own.and_then(|own| Some((own, own.lots.as_deref()?))) {
            let tracking = tx.read().tracking_of(own.product)?;
            let parts = goods(index, own).named(lots, tracking)?;
            take_named(&mut open, &field, &parts)?;
            found.extend(parts);
            continue;
        }
        let all_milli = open.iter().filter(|one| one.product == line.product);
        let all_milli: i64 = all_milli.map(|one| one.quantity_milli).sum();
        if all_milli > line.quantity_milli
            && tx.read().tracking_of(line.product.0)? == Tracking::Serial
            && !app.is_trying()
        {
            return Err(AppError::at(field, "serial_needed"));
        }
        found.extend(take_first(&mut open, *line));
    }
    Ok(found)
}

/// Takes lots that were named out of those under way.
fn take_named(open: &mut [LotPart], field: &str, parts: &[LotPart]) -> Result<(), AppError> {
    for (at, part) in parts.iter().enumerate() {
        let mut open = open.iter_mut();
        let left = open.find(|one| one.product == part.product && one.lot == part.lot);
        match left.filter(|one| one.quantity_milli >= part.quantity_milli) {
            Some(one) => one.quantity_milli -= part.quantity_milli,
            None => {
                let field = format!("{field}.{at}.lot");
                return Err(AppError::at(field, "lot_not_sent").with(&part.lot));
            }
        }
    }
    Ok(())
}

/// Takes so much of a product out of what is under way, what was sent first first.
fn take_first(open: &mut [LotPart], line: TransferLine) -> Vec<LotPart> {
    let mut left_milli = line.quantity_milli;
    let mut found = Vec::new();
    for one in open.iter_mut().filter(|one| one.product == line.product) {
        let milli = one.quantity_milli.min(left_milli);
        if milli > 0 {
            found.push(LotPart::of(one.product, &one.lot, milli));
            one.quantity_milli -= milli;
            left_milli -= milli;
        }
    }
    found
}
