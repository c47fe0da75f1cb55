//! Transfers: their list, and one with what became of its goods.

use super::Read;
use super::lots::tracking_word;
use super::moment::local;
use super::order_pick;
use crate::dto::{
    self, LotShown, Page, TransferLine, TransferOutcome, TransferReceipt, TransferRow,
    TransferState,
};
use crate::error::{BookError, Result};
use crate::journal;
use domain::lot::LotPart;
use domain::transfer::{Outcome, Transfer, open_lots};
use domain::{Entry, ProductId, State, SubjectKind};
use rusqlite::{Row, params};
use std::collections::BTreeMap;
use uuid::Uuid;

const ROWS: &str = include_str!("sql/transfer_rows.sql");
const ONE: &str = "SELECT subject.id, number, title, from_location, to_location, state, at_ms,
        offset_min, open_milli, transfer.version
    FROM transfer JOIN subject ON subject.no = transfer.no WHERE transfer.no = ?1";
const HOW_MANY: &str = include_str!("sql/transfer_count.sql");

impl Read<'_> {
    /// A window of the transfers, the newest first; those that a text finds and those of one state,
    /// when they are named.
    pub fn transfers(
        &self,
        text: Option<&str>,
        state: Option<TransferState>,
        (offset, limit): (i64, i64),
    ) -> Result<Page<TransferRow>> {
        let state = state.map(|state| state as u8);
        let text = self.goods_text(text)?;
        let mut query = self.conn.prepare_cached(ROWS)?;
        let window = params![limit, offset, state, text.words, text.products, text.places];
        let mut found = query.query(window)?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            rows.push(self.transfer_row(row)?);
        }
        let mut count = self.conn.prepare_cached(HOW_MANY)?;
        Ok(Page {
            total: count.query_row(
                params![state, text.words, text.products, text.places],
                |row| row.get(0),
            )?,
            complete: true,
            offset,
            rows,
        })
    }

    fn transfer_row(&self, row: &Row<'_>) -> Result<TransferRow> {
        let from = self.terms.text(self.conn, row.get(3)?)?;
        let to = self.terms.text(self.conn, row.get(4)?)?;
        Ok(TransferRow {
            id: Uuid::from_bytes(row.get(0)?),
            number: row.get(1)?,
            title: row.get(2)?,
            from_name: self.location_name(&from)?,
            to_name: self.location_name(&to)?,
            from: from.to_string(),
            to: to.to_string(),
            state: match row.get::<_, i64>(5)? {
                0 => TransferState::Draft,
                1 => TransferState::Sent,
                2 => TransferState::Done,
                _ => TransferState::Discarded,
            },
            at_local: local(row.get(6)?, row.get(7)?),
            open_milli: row.get(8)?,
            version: row.get(9)?,
        })
    }

    /// A transfer with everything about it.
    pub fn transfer(&self, id: Uuid) -> Result<dto::Transfer> {
        let no = self.no_of(id, "transfer")?;
        let (transfer, entries) = self.folded_transfer(no)?;
        let mut query = self.conn.prepare_cached(ONE)?;
        let mut rows = query.query([no])?;
        let row = rows.next()?.ok_or(BookError::NotFound("transfer"))?;
        let row = self.transfer_row(row)?;
        Ok(dto::Transfer {
            lines: self.transfer_lines(&transfer, &row.from)?,
            receipts: receipts(&transfer),
            row,
            timeline: self.timeline(&entries)?,
        })
    }

    fn folded_transfer(&self, no: i64) -> Result<(Transfer, Vec<Entry>)> {
        let mut entries = journal::entries(self.conn, self.terms, no)?;
        match domain::fold(SubjectKind::Transfer, &mut entries) {
            State::Transfer(transfer) => Ok((*transfer, entries)),
            _ => Err(BookError::NotFound("transfer")),
        }
    }

    fn transfer_lines(&self, transfer: &Transfer, from: &str) -> Result<Vec<TransferLine>> {
        let open = transfer.open();
        let handled = [Outcome::Received, Outcome::Returned, Outcome::WrittenOff]
            .map(|outcome| transfer.handled_milli(outcome));
        let of = |sums: &BTreeMap<ProductId, i64>, id| sums.get(&id).copied().unwrap_or(0);
        let named_lots = transfer.document.as_ref().map(|document| &document.lots);
        let sent_lots = transfer.sent.as_ref().map(|(sent, _)| &sent.lots);
        let lots = sent_lots.or(named_lots).map_or(&[][..], Vec::as_slice);
        let open_lots = open_lots(transfer);
        let mut lines = Vec::new();
        for (product, quantity_milli) in asked(transfer, &open) {
            let Some(no) = journal::subject_no(self.conn, product.0)? else {
                continue;
            };
            let named = self.product_row(no)?;
            let levels = self.stock_levels(no)?;
            let level = levels.iter().find(|level| level.location == from);
            lines.push(TransferLine {
                product: product.0,
                sku: named
                    .as_ref()
                    .map_or_else(String::new, |row| row.sku.clone()),
                title: named.map_or_else(String::new, |row| row.title),
                quantity_milli,
                received_milli: of(&handled[0], product),
                returned_milli: of(&handled[1], product),
                written_off_milli: of(&handled[2], product),
                open_milli: of(&open, product),
                on_hand_milli: level.map_or(0, |level| level.on_hand_milli),
                tracking: tracking_word(self.tracking(no)?),
                lots: lots_of(lots, product),
                open_lots: lots_of(&open_lots, product),
            });
        }
        Ok(lines)
    }
}

/// What is to go or went, product by product, in the order in which it was written down.
fn asked(transfer: &Transfer, open: &BTreeMap<ProductId, i64>) -> Vec<(ProductId, i64)> {
    let sent = transfer.sent.as_ref().map(|(sent, _)| &sent.lines);
    let drafted = transfer.document.as_ref().map(|document| &document.lines);
    let lines = sent.or(drafted).into_iter().flatten();
    let lines = lines.map(|line| (line.product, line.quantity_milli));
    let mut asked: Vec<(ProductId, i64)> = Vec::new();
    for (product, milli) in lines.chain(open.keys().map(|id| (*id, 0))) {
        match asked.iter_mut().find(|(known, _)| *known == product) {
            Some((_, sum)) => *sum = sum.saturating_add(milli),
            None => asked.push((product, milli)),
        }
    }
    asked
}

fn lots_of(parts: &[LotPart], product: ProductId) -> Vec<LotShown> {
    let own = parts.iter().filter(|part| part.product == product);
    let own: Vec<LotPart> = own
        .filter(|part| part.quantity_milli != 0)
        .cloned()
        .collect();
    order_pick::shown(&own)
}

fn receipts(transfer: &Transfer) -> Vec<TransferReceipt> {
    let mut parts: Vec<_> = transfer.receipts.values().collect();
    parts.sort_by_key(|(_, said, moment)| std::cmp::Reverse((moment.at_ms, said.receipt)));
    let shown = parts.into_iter().map(|(outcome, said, moment)| {
        let quantities = said.lines.iter().map(|line| line.quantity_milli);
        TransferReceipt {
            receipt: said.receipt.0,
            outcome: match outcome {
                Outcome::Received => TransferOutcome::Received,
                Outcome::Returned => TransferOutcome::Returned,
                Outcome::WrittenOff => TransferOutcome::WrittenOff,
            },
            at_local: local(moment.at_ms, moment.offset_min),
            reason: said.reason.clone(),
            quantity_milli: quantities.fold(0, i64::saturating_add),
        }
    });
    shown.collect()
}
