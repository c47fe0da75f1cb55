//! Which lots goods that leave belong to: those that somebody named, else first expired, first out.
use book::Tx;
use domain::Day;
use domain::lot::{LotPart, LotStock, Tracking, check_pieces, pick};
use domain::person::Permission;
use domain::settings::StockPolicy;
use std::collections::HashMap;
use uuid::Uuid;

use super::input::Goods;
use crate::App;
use crate::error::AppError;

/// Why goods leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaving {
    /// They are sold: what has expired is passed by, and named only as the book allows.
    Sold,
    /// They go elsewhere, or are written off: what has expired goes first.
    Moved,
}

/// The lots of goods that leave a place. A dry run names what it can.
pub(crate) fn lots(
    app: &App,
    tx: &mut Tx<'_>,
    (location, why): (&str, Leaving),
    goods: &[Goods<'_>],
) -> Result<Vec<LotPart>, AppError> {
    if !tx.read().tracks_anything()? {
        return match goods
            .iter()
            .find(|one| one.named.is_some_and(|said| !said.is_empty()))
        {
            Some(one) => Err(AppError::at(&one.field, "product_not_tracked")),
            None => Ok(Vec::new()),
        };
    }
    let mut shelf = Shelf::new(location);
    let mut found = Vec::new();
    let (named, others): (Vec<_>, Vec<_>) = goods.iter().partition(|one| one.named.is_some());
    for one in named {
        let tracking = tx.read().tracking_of(one.product)?;
        let parts = one.named(one.named.unwrap_or_default(), tracking)?;
        shelf.take(tx, one, &parts)?;
        if why == Leaving::Sold {
            check_expired(app, tx, (&mut shelf, one), &parts)?;
        }
        found.extend(parts);
    }
    for one in others {
        found.extend(by_itself(app, tx, (&mut shelf, why), one)?);
    }
    Ok(found)
}

/// What is picked when nobody names a lot. Serial numbers are never picked.
fn by_itself(
    app: &App,
    tx: &mut Tx<'_>,
    (shelf, why): (&mut Shelf<'_>, Leaving),
    goods: &Goods<'_>,
) -> Result<Vec<LotPart>, AppError> {
    let tracking = tx.read().tracking_of(goods.product)?;
    let trying = app.is_trying();
    match tracking {
        Tracking::None => return Ok(Vec::new()),
        Tracking::Serial if trying => return Ok(Vec::new()),
        Tracking::Serial => {
            check_pieces(tracking, &goods.field, goods.quantity_milli)?;
            return Err(needed("serial_needed", goods, goods.quantity_milli));
        }
        Tracking::Lot => {}
    }
    let today = (why == Leaving::Sold).then(|| tx.business_day());
    let (lots, loose_milli) = shelf.of(tx, goods.product)?.clone();
    let picked = pick(lots, loose_milli, goods.quantity_milli, today);
    if picked.short_milli > 0 && !trying {
        return Err(needed("lot_needed", goods, picked.short_milli));
    }
    let parts = picked.parts.iter();
    let parts: Vec<LotPart> = parts.map(|(lot, milli)| goods.part(lot, *milli)).collect();
    shelf.take(tx, goods, &parts)?;
    Ok(parts)
}

fn needed(code: &'static str, goods: &Goods<'_>, short_milli: i64) -> AppError {
    AppError::at(&goods.field, code).with(short_milli)
}

/// Refuses lots whose last day is over, or asks for an approval, as the book's policy says.
fn check_expired(
    app: &App,
    tx: &mut Tx<'_>,
    (shelf, goods): (&mut Shelf<'_>, &Goods<'_>),
    parts: &[LotPart],
) -> Result<(), AppError> {
    let policy = tx.settings().terms.expired_policy.unwrap_or_default();
    if policy == StockPolicy::Allow {
        return Ok(());
    }
    let today: Day = tx.business_day();
    let (lots, _) = shelf.of(tx, goods.product)?;
    let expired = parts.iter().position(|part| {
        let mut lots = lots.iter();
        lots.any(|lot| lot.lot == part.lot && lot.is_expired(today))
    });
    match expired {
        None => Ok(()),
        Some(at) if policy == StockPolicy::Block => {
            let field = format!("{}.{at}.lot", goods.field);
            Err(AppError::at(field, "lot_expired").with(&parts[at].lot))
        }
        Some(_) => app.require(&[Permission::SellExpired]),
    }
}

/// What there is at a place while lines take from it, one after the other.
struct Shelf<'a> {
    location: &'a str,
    products: HashMap<Uuid, (Vec<LotStock>, i64)>,
}

impl<'a> Shelf<'a> {
    fn new(location: &'a str) -> Self {
        Self {
            location,
            products: HashMap::new(),
        }
    }

    fn of(&mut self, tx: &Tx<'_>, product: Uuid) -> Result<&mut (Vec<LotStock>, i64), AppError> {
        use std::collections::hash_map::Entry;
        Ok(match self.products.entry(product) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(tx.read().lot_stock(product, self.location)?),
        })
    }

    fn take(&mut self, tx: &Tx<'_>, goods: &Goods<'_>, parts: &[LotPart]) -> Result<(), AppError> {
        let (lots, loose_milli) = self.of(tx, goods.product)?;
        let mut rest_milli = goods.quantity_milli;
        for part in parts {
            rest_milli = rest_milli.saturating_sub(part.quantity_milli);
            let mut own = lots.iter_mut().filter(|lot| lot.lot == part.lot);
            if let Some(lot) = own.next() {
                lot.on_hand_milli = lot.on_hand_milli.saturating_sub(part.quantity_milli);
            }
        }
        *loose_milli = loose_milli.saturating_sub(rest_milli);
        Ok(())
    }
}
