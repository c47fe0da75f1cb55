//! Which lots of an order's open goods go out next, and the lots of what went out.

use super::Read;
use super::lots::tracking_word;
use crate::dto::{LinePick, LotShown, OrderPick};
use crate::error::{BookError, Result};
use domain::lot::{LotPart, Picked, Tracking, pick};
use domain::order::OrderLine;
use domain::{Day, ProductId};
use uuid::Uuid;

impl Read<'_> {
    /// Which lots of what is open of an order go out next from a place: first expired, first out.
    pub fn order_pick(&self, order: Uuid, location: Option<&str>, today: Day) -> Result<OrderPick> {
        let no = self.no_of(order, "order")?;
        let (order, _) = self.folded_order(no)?;
        let location = location.unwrap_or(order.location());
        let mut lines: Vec<LinePick> = Vec::new();
        for line in order.lines.values() {
            let open_milli = order.open_milli(line);
            for (product, open_milli) in line.goods(open_milli.max(0)).filter(|it| it.1 > 0) {
                let before = lines.iter().filter(|one| one.product == product.0);
                let before = before.cloned().collect::<Vec<_>>();
                let asked = (location, open_milli, today);
                lines.extend(self.line_pick((product, line), asked, &before)?);
            }
        }
        Ok(OrderPick {
            today: today.to_string(),
            lines,
        })
    }

    fn line_pick(
        &self,
        (product, line): (ProductId, &OrderLine),
        (location, quantity_milli, today): (&str, i64, Day),
        before: &[LinePick],
    ) -> Result<Option<LinePick>> {
        let no = self.no_of(product.0, "product")?;
        let tracking = self.tracking(no)?;
        if tracking == Tracking::None {
            return Ok(None);
        }
        let row = self
            .product_row(no)?
            .ok_or(BookError::NotFound("product"))?;
        let picked = match tracking {
            Tracking::Lot => {
                let (mut lots, mut loose_milli) = self.lot_stock(product.0, location)?;
                for part in before.iter().flat_map(|one| &one.parts) {
                    let own = lots.iter_mut().find(|lot| lot.lot == part.lot);
                    own.into_iter()
                        .for_each(|lot| lot.on_hand_milli -= part.quantity_milli);
                }
                loose_milli -= before.iter().map(|one| one.loose_milli).sum::<i64>();
                pick(lots, loose_milli, quantity_milli, Some(today))
            }
            _ => Picked {
                short_milli: quantity_milli,
                ..Picked::default()
            },
        };
        let part = |(lot, quantity_milli): (String, i64)| LotShown {
            product: product.0,
            lot,
            quantity_milli,
            line: Some(i64::from(line.line)),
            expired: false,
        };
        Ok(Some(LinePick {
            line: i64::from(line.line),
            product: product.0,
            sku: row.sku,
            title: row.title,
            tracking: tracking_word(tracking),
            quantity_milli,
            parts: picked.parts.into_iter().map(part).collect(),
            loose_milli: picked.loose_milli,
            short_milli: picked.short_milli,
            lots: self.lot_rows(no, Some(location))?.0,
        }))
    }
}

/// The lots of goods that moved, as screens show them.
pub(super) fn shown(parts: &[LotPart]) -> Vec<LotShown> {
    let shown = parts.iter().map(|part| LotShown {
        product: part.product.0,
        lot: part.lot.clone(),
        quantity_milli: part.quantity_milli,
        line: part.line.map(i64::from),
        expired: false,
    });
    shown.collect()
}
