//! The lots of an order's goods: what of the lines moves, and what somebody named for it.
use book::Tx;
use domain::lot::{LotPart, Tracking, lot_code};
use domain::order::{LineQuantity, Order, OrderLine, ReturnedLine};
use uuid::Uuid;

use super::input::OrderLineInput;
use super::receive_return::ReturnLineInput;
use super::take_in::TakeInLine;
use crate::App;
use crate::error::AppError;
use crate::lots::coming;
use crate::lots::input::{Goods, LineLots, LotInput};
use crate::lots::leaving::{self, Leaving};

/// The goods of so much of a line, bundles as their components; services have none.
fn goods<'a>(
    field: String,
    line: &OrderLine,
    quantity_milli: i64,
    named: Option<&'a [LotInput]>,
) -> Result<Vec<Goods<'a>>, AppError> {
    let component = line.is_bundle();
    if component && named.is_some_and(|said| !said.is_empty()) {
        return Err(AppError::at(field, "product_not_tracked"));
    }
    let goods = line.goods(quantity_milli);
    let goods = goods.map(|(product, quantity_milli)| Goods {
        field: field.clone(),
        product: product.0,
        line: Some(line.line),
        component,
        quantity_milli,
        named: named.filter(|_| !component),
    });
    Ok(goods.collect())
}

/// The goods of all lines, or what is wrong with one.
fn flat<T>(lines: impl Iterator<Item = Result<Vec<T>, AppError>>) -> Result<Vec<T>, AppError> {
    let lines: Vec<Vec<T>> = lines.collect::<Result<_, _>>()?;
    Ok(lines.into_iter().flatten().collect())
}

/// The lots of lines that are sold and handed over at once, as they were asked for; what comes back
/// among them, below zero, is not among these.
pub(super) fn sold(
    app: &App,
    tx: &mut Tx<'_>,
    (location, lines): (&str, &[OrderLine]),
    (list, asked): (&str, &[OrderLineInput]),
) -> Result<Vec<LotPart>, AppError> {
    let taken = lines.iter().filter(|line| line.quantity_milli > 0);
    let taken = taken.enumerate().map(|(index, line)| {
        let named = asked.get(index).and_then(|said| said.lots.as_deref());
        let field = format!("{list}.{index}.lots");
        goods(field, line, line.quantity_milli, named)
    });
    let taken = flat(taken)?;
    leaving::lots(app, tx, (location, Leaving::Sold), &taken)
}

/// Notes with the lines of a draft which lots were chosen for them already. What is still to be
/// said of them is asked for when the goods go out.
pub(super) fn chosen(
    tx: &Tx<'_>,
    lines: &mut [OrderLine],
    asked: &[OrderLineInput],
) -> Result<(), AppError> {
    for (index, (line, said)) in lines.iter_mut().zip(asked).enumerate() {
        let named = said.lots.as_deref().unwrap_or_default();
        let Some(product) = line.product.filter(|_| !named.is_empty()) else {
            continue;
        };
        let field = format!("lines.{index}.lots");
        if line.is_bundle() || tx.read().tracking_of(product.0)? == Tracking::None {
            return Err(AppError::at(field, "product_not_tracked"));
        }
        for (at, one) in named.iter().enumerate() {
            let lot = lot_code(&format!("{field}.{at}.lot"), &one.lot)?;
            let part = LotPart::of(product, &lot, one.quantity_milli);
            line.lots.push(part);
        }
    }
    Ok(())
}

/// The lots of goods that come back without their sale: below zero, as their lines are.
pub(super) fn taken_in(
    app: &App,
    tx: &mut Tx<'_>,
    lines: &[OrderLine],
    asked: &[TakeInLine],
) -> Result<Vec<LotPart>, AppError> {
    let back = lines.iter().filter(|line| line.quantity_milli < 0);
    let back = back.enumerate().map(|(index, line)| {
        let named = asked.get(index).and_then(|said| said.lots.as_deref());
        let field = format!("lines.{index}.lots");
        goods(field, line, line.quantity_milli.saturating_neg(), named)
    });
    let back = flat(back)?;
    let mut parts = coming::lots(app, tx, &back)?;
    for part in &mut parts {
        let line = lines.iter().find(|line| Some(line.line) == part.line);
        part.scrapped = line.is_some_and(|line| line.scrapped);
        part.quantity_milli = part.quantity_milli.saturating_neg();
    }
    Ok(parts)
}

/// The lots of a shipment from a place.
pub(super) fn shipped(
    app: &App,
    tx: &mut Tx<'_>,
    (now, location): (&Order, &str),
    lines: &[LineQuantity],
    named: &[LineLots],
) -> Result<Vec<LotPart>, AppError> {
    let own = |line: &u32| now.lines.get(line);
    for (index, said) in named.iter().enumerate() {
        let sent = |part: &LineQuantity| i64::from(part.line) == said.line;
        if !lines.iter().any(sent) {
            return Err(AppError::at(format!("lots.{index}.line"), "line_unknown"));
        }
    }
    let sent = lines.iter().enumerate().map(|(index, part)| {
        let said = named
            .iter()
            .position(|said| said.line == i64::from(part.line));
        let field = match said {
            Some(at) => format!("lots.{at}.lots"),
            None => format!("lines.{index}.lots"),
        };
        let lots = said.map(|at| named[at].lots.as_slice());
        match own(&part.line) {
            Some(line) => goods(field, line, part.quantity_milli, lots),
            None => Ok(Vec::new()),
        }
    });
    let sent = flat(sent)?;
    leaving::lots(app, tx, (location, Leaving::Sold), &sent)
}

/// A component of a bundle that comes back by itself. Its lots may be named; what went out tells
/// them otherwise, as it does for those of a whole bundle.
fn loose<'a>(
    field: String,
    (line, product): (&ReturnedLine, Uuid),
    named: Option<&'a [LotInput]>,
) -> Goods<'a> {
    Goods {
        field,
        product,
        line: Some(line.line),
        component: named.is_none_or(<[LotInput]>::is_empty),
        quantity_milli: line.quantity_milli(),
        named: named.filter(|said| !said.is_empty()),
    }
}

/// The lots of goods of an order that came back.
pub(super) fn returned(
    app: &App,
    tx: &mut Tx<'_>,
    (now, list): (&Order, &str),
    lines: &[ReturnedLine],
    asked: &[ReturnLineInput],
) -> Result<Vec<LotPart>, AppError> {
    let back = lines.iter().zip(asked).enumerate();
    let back = back.map(|(index, (line, said))| {
        let field = format!("{list}.{index}.lots");
        let Some(own) = now.lines.get(&line.line) else {
            return Ok(Vec::new());
        };
        let found = match line.component {
            Some(component) => vec![loose(field, (line, component.0), said.lots.as_deref())],
            None => goods(field, own, line.quantity_milli(), said.lots.as_deref())?,
        };
        let restocked = own.goods_back(line.component, line.restocked_milli);
        let restocked = restocked.map(|(_, milli)| milli);
        Ok(found.into_iter().zip(restocked).collect())
    });
    let back: Vec<(Goods<'_>, i64)> = flat(back)?;
    coming::back(app, tx, now, &back)
}
