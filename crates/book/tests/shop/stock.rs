//! What keeps the stock: locations, counts, transfers, and what is told late.

use super::{Clerk, order_in, subject};
use book::dto::TransferState;
use book::{BookError, Said, Tx};
use domain::count::{self, CountScope, Counted, CountedLine, Finished, Opened};
use domain::ids::{ReceiptId, ShipmentId};
use domain::location::{LocationKind, LocationTerms, MAIN_ID};
use domain::order::{self, Fulfilled};
use domain::stock::{Adjusted, AdjustedLine};
use domain::transfer::{self, TRANSFER, TransferDocument, TransferLine};
use domain::{OrderId, ProductId, State, Subject, SubjectKind};
use uuid::Uuid;

/// A second shop, known by this id on every device.
pub const NORTH: Uuid = Uuid::from_u128(0x4e0);

fn place_of(step: u16) -> String {
    if step & 64 == 0 {
        "main".into()
    } else {
        NORTH.to_string()
    }
}

fn append<P: serde::Serialize>(
    tx: &mut Tx<'_>,
    (kind, id): (SubjectKind, Uuid),
    what: &str,
    said: &P,
) -> Result<(), BookError> {
    tx.append(Said::new(Subject::new(kind, id), what, said))
}

impl Clerk {
    /// One of many things that happen to the stock.
    pub fn keep_stock(&mut self, step: u16, product: ProductId, order: OrderId) {
        let milli = i64::from(step % 23) * 500;
        match step % 10 {
            0 => self.name_place(step),
            1 => self.count_at(&place_of(step), &[(product, milli)], false),
            2 => self.count_at(&place_of(step), &[(product, milli), (product, 250)], true),
            3 => self.count_missing(&place_of(step), product),
            4 => self.transfer(step, product, milli + 500),
            5 | 6 => self.handle_transfer(step, milli + 500),
            7 => self.adjust_late(&place_of(step), product, milli - 3_000),
            8 => self.adjust(product, i64::from(step % 256) - 100),
            // What the shop refuses is no entry.
            _ => drop(self.fulfil_from(order, &place_of(step))),
        }
    }

    fn name_place(&mut self, step: u16) {
        let id = if step & 32 == 0 { NORTH } else { MAIN_ID.0 };
        let said = LocationTerms {
            name: Some(format!("Place {}", step % 5)),
            kind: Some(LocationKind::Shop),
            sellable: Some(!step.is_multiple_of(4)),
            ..LocationTerms::default()
        };
        let key = (SubjectKind::Location, id);
        self.write(|tx| append(tx, key, "location.created", &said))
            .unwrap();
    }

    /// Counts some products at a location; `late` brings one of them after the count has ended.
    pub fn count_at(&mut self, place: &str, found: &[(ProductId, i64)], late: bool) {
        let id = self.id();
        let key = (SubjectKind::Count, id);
        let opened = Opened {
            location: place.to_owned(),
            scope: CountScope::Full,
            ..Opened::default()
        };
        self.write(|tx| append(tx, key, "count.opened", &opened))
            .unwrap();
        let lines = found.iter().map(|(product, quantity_milli)| CountedLine {
            product: *product,
            quantity_milli: *quantity_milli,
            recount: false,
            lots: Vec::new(),
        });
        let mut lines: Vec<CountedLine> = lines.collect();
        let last = lines.split_off(lines.len() - usize::from(late && lines.len() > 1));
        let said = |lines| Counted {
            counter: "one".into(),
            lines,
        };
        let first = said(lines);
        self.write(|tx| append(tx, key, "count.counted", &first))
            .unwrap();
        let nothing = Finished::default();
        self.write(|tx| append(tx, key, "count.finished", &nothing))
            .unwrap();
        if !last.is_empty() {
            let last = said(last);
            self.write(|tx| append(tx, key, "count.counted", &last))
                .unwrap();
        }
    }

    fn count_missing(&mut self, place: &str, product: ProductId) {
        let id = self.id();
        let key = (SubjectKind::Count, id);
        let opened = Opened {
            location: place.to_owned(),
            ..Opened::default()
        };
        self.write(|tx| append(tx, key, "count.opened", &opened))
            .unwrap();
        self.write(|tx| {
            let State::Count(now) = tx.state(Subject::new(key.0, id))?.clone() else {
                unreachable!("a count's subject folds to a count");
            };
            let said = count::finish(&now, vec![product])?;
            append(tx, key, "count.finished", &said)
        })
        .unwrap();
    }

    fn transfer(&mut self, step: u16, product: ProductId, quantity_milli: i64) {
        let id = self.id();
        let key = (SubjectKind::Transfer, id);
        let (from, to) = (place_of(step), place_of(step ^ 64));
        let said = TransferDocument {
            lots: Vec::new(),
            number: None,
            from,
            to,
            title: None,
            lines: vec![TransferLine {
                product,
                quantity_milli,
            }],
        };
        self.write(|tx| {
            let mut said = transfer::draft(said)?;
            said.number = Some(format!("{TRANSFER}{}", tx.next_number("transfer")?));
            append(tx, key, "transfer.drafted", &said)?;
            let State::Transfer(now) = tx.state(Subject::new(key.0, id))?.clone() else {
                unreachable!("a transfer's subject folds to a transfer");
            };
            append(tx, key, "transfer.sent", &transfer::send(&now)?)
        })
        .unwrap();
    }

    /// What becomes of the newest transfer under way, as far as it is.
    fn handle_transfer(&mut self, step: u16, quantity_milli: i64) {
        let sent = Some(TransferState::Sent);
        let under_way = self
            .book
            .read(|read| read.transfers(None, sent, (0, 1)))
            .unwrap();
        let Some(row) = under_way.rows.first() else {
            return;
        };
        let receipt = ReceiptId(self.id());
        let key = (SubjectKind::Transfer, row.id);
        let what = [
            "transfer.received",
            "transfer.returned",
            "transfer.written_off",
        ];
        self.write(|tx| {
            let State::Transfer(now) = tx.state(Subject::new(key.0, key.1))?.clone() else {
                unreachable!("a transfer's subject folds to a transfer");
            };
            let open = now.open().into_iter().find(|(_, milli)| *milli > 0);
            let lines = open.map(|(product, milli)| TransferLine {
                product,
                quantity_milli: milli.min(quantity_milli),
            });
            let said = transfer::handle(&now, receipt, lines.map(|line| vec![line]), None)?;
            append(tx, key, what[usize::from(step / 9 % 3)], &said)
        })
        .unwrap();
    }

    /// An adjustment of an earlier time.
    pub fn adjust_late(&mut self, place: &str, product: ProductId, quantity_milli: i64) {
        let id = self.id();
        let said = Adjusted {
            lots: Vec::new(),
            location: place.to_owned(),
            reason: "told late".into(),
            channel: None,
            country: None,
            dated_ms: Some(self.at_ms - 600_000),
            external_id: None,
            run: None,
            lines: vec![AdjustedLine {
                product,
                quantity_milli,
                unit_cost_micro: None,
            }],
        };
        let key = (SubjectKind::Stock, id);
        self.write(|tx| append(tx, key, "stock.adjusted", &said))
            .unwrap();
    }

    fn fulfil_from(&mut self, id: OrderId, place: &str) -> Result<(), BookError> {
        let shipment = ShipmentId(self.id());
        self.write(|tx| {
            let now = order_in(tx, id)?;
            let said = Fulfilled {
                lots: Vec::new(),
                location: Some(place.to_owned()),
                ..order::fulfil(&now, shipment, None, None, None)?
            };
            tx.append(Said::new(subject(id), "order.fulfilled", &said))
        })
    }
}
