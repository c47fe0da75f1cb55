//! What became of a lot: where it came from, who bought it and where the rest lies.

use super::Read;
use super::moment::local;
use super::movements::Cause;
use crate::dto::{LotBuyer, LotLevel, LotPassage, Recall, RecordKind};
use crate::error::{BookError, Result};
use domain::Day;
use domain::order::Order;
use domain::stock::{ADJUSTMENT, CUSTOMER, SUPPLIER, is_virtual};
use rusqlite::params;
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

const MOVES: &str = include_str!("sql/lot_moves.sql");

struct Moved {
    at_ms: i64,
    offset_min: i32,
    subject: i64,
    from: Arc<str>,
    to: Arc<str>,
    quantity_milli: i64,
}

impl Read<'_> {
    /// A lot of a product with all that became of it.
    pub fn recall(&self, product: Uuid, lot: &str, today: Day) -> Result<Recall> {
        let no = self.no_of(product, "product")?;
        let row = self
            .product_row(no)?
            .ok_or(BookError::NotFound("product"))?;
        let moves = self.moves_of_lot(no, lot)?;
        if moves.is_empty() {
            return Err(BookError::NotFound("lot"));
        }
        let rest = self.rest_of(&moves)?;
        let ours = rest.iter().filter(|level| !is_virtual(&level.location));
        let on_hand_milli = ours.map(|level| level.on_hand_milli).sum();
        let buyers = self.buyers_of_lot(&moves)?;
        let sold = buyers
            .iter()
            .map(|one| one.quantity_milli - one.returned_milli);
        let came = moves.iter().filter(|one| !is_virtual(&one.to));
        let came = came.filter(|one| matches!(&*one.from, SUPPLIER | ADJUSTMENT));
        Ok(Recall {
            product,
            sku: row.sku,
            title: row.title,
            version: row.version,
            tracking: row.tracking,
            lot: lot.to_owned(),
            expires: self.lot_expires(no, lot)?.map(|day| day.to_string()),
            today: today.to_string(),
            came_milli: came.map(|one| one.quantity_milli).sum(),
            sold_milli: sold.sum(),
            on_hand_milli,
            buyers,
            rest,
            passages: self.passages(&moves)?,
        })
    }

    fn moves_of_lot(&self, no: i64, lot: &str) -> Result<Vec<Moved>> {
        let mut query = self.conn.prepare_cached(MOVES)?;
        let mut rows = query.query(params![no, lot])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(Moved {
                at_ms: row.get(0)?,
                offset_min: row.get(1)?,
                subject: row.get(2)?,
                from: self.terms.text(self.conn, row.get(3)?)?,
                to: self.terms.text(self.conn, row.get(4)?)?,
                quantity_milli: row.get(5)?,
            });
        }
        Ok(found)
    }

    /// Where it lies that is not with customers or where it came from.
    fn rest_of(&self, moves: &[Moved]) -> Result<Vec<LotLevel>> {
        let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
        for one in moves {
            *sums.entry(&one.from).or_default() -= one.quantity_milli;
            *sums.entry(&one.to).or_default() += one.quantity_milli;
        }
        let shown = sums.into_iter().filter(|(place, milli)| {
            *milli != 0 && !matches!(*place, CUSTOMER | SUPPLIER | ADJUSTMENT)
        });
        shown
            .map(|(place, milli)| self.lot_level(place, milli))
            .collect()
    }

    fn buyers_of_lot(&self, moves: &[Moved]) -> Result<Vec<LotBuyer>> {
        let mut found: Vec<(i64, LotBuyer)> = Vec::new();
        for one in moves {
            let (out, back) = (&*one.to == CUSTOMER, &*one.from == CUSTOMER);
            if !out && !back {
                continue;
            }
            let at = match found.iter().position(|(order, _)| *order == one.subject) {
                Some(at) => at,
                None => {
                    found.push((one.subject, self.buyer(one)?));
                    found.len() - 1
                }
            };
            let buyer = &mut found[at].1;
            if out {
                buyer.quantity_milli += one.quantity_milli;
            } else {
                buyer.returned_milli += one.quantity_milli;
            }
        }
        Ok(found.into_iter().map(|(_, buyer)| buyer).collect())
    }

    fn buyer(&self, moved: &Moved) -> Result<LotBuyer> {
        let cause = self.cause(moved.subject)?;
        let order: Order = self.folded_order(moved.subject)?.0;
        let customer = order.document.customer.map(|id| id.0);
        let known = customer.map(|id| self.customer_summary(id)).transpose()?;
        let known = known.flatten();
        Ok(LotBuyer {
            order: cause.id,
            number: cause.label,
            at_local: local(moved.at_ms, moved.offset_min),
            customer,
            name: known.as_ref().map(|one| one.name.clone()),
            email: known.as_ref().and_then(|one| one.email.clone()),
            phone: known.and_then(|one| one.phone),
            quantity_milli: 0,
            returned_milli: 0,
        })
    }

    fn passages(&self, moves: &[Moved]) -> Result<Vec<LotPassage>> {
        let others = moves
            .iter()
            .filter(|one| &*one.to != CUSTOMER && &*one.from != CUSTOMER);
        let mut found = Vec::new();
        for one in others {
            let Cause { kind, id, label } = self.cause(one.subject)?;
            let party = match kind {
                RecordKind::Purchase => Some(self.purchase_row(one.subject)?.supplier_name),
                _ => None,
            };
            let name = |place: &str| self.lot_level(place, 0).map(|level| level.name);
            found.push(LotPassage {
                kind,
                subject: id,
                label,
                party,
                at_local: local(one.at_ms, one.offset_min),
                from: name(&one.from)?,
                to: name(&one.to)?,
                quantity_milli: one.quantity_milli,
            });
        }
        Ok(found)
    }
}
