//! Goods that are told apart by lot or serial number: named, drawn, overdrawn and dated.

use super::{Clerk, order_in, subject};
use book::Said;
use domain::count::{Counted, CountedLine, CountedLot, Finished, Opened};
use domain::ids::{ReturnId, ShipmentId};
use domain::lot::{LotDated, LotPart, Tracking};
use domain::order::{self, Fulfilled, Returned, ReturnedLine};
use domain::product::ProductTerms;
use domain::stock::{Adjusted, AdjustedLine};
use domain::{Day, OrderId, ProductId, Subject, SubjectKind};

fn part(step: u16, product: ProductId, quantity_milli: i64) -> LotPart {
    LotPart {
        expires: (!step.is_multiple_of(3)).then(|| Day(20_000 + i32::from(step % 11))),
        line: step.is_multiple_of(2).then_some(1),
        ..LotPart::of(product, &format!("L{}", step % 4), quantity_milli)
    }
}

impl Clerk {
    /// One of the things that happen to lots, or nothing.
    pub fn tell_lots_apart(&mut self, step: u16, product: ProductId, order: Option<OrderId>) {
        let milli = i64::from(step % 9) * 500 + 500;
        match (step / 5 % 9, order) {
            (0, _) => self.track(product, step),
            (1, _) => self.find_lots(product, milli, vec![part(step, product, milli)]),
            (2, _) => self.find_lots(product, -milli, vec![part(step, product, -milli)]),
            // Goods that were there already are said to be of a lot, or of another.
            (3, _) => {
                let gone = part(step + 1, product, -milli);
                self.find_lots(product, 0, vec![part(step, product, milli), gone]);
            }
            (4, _) => self.date_lot(product, step),
            // What the shop refuses is no entry.
            (5, Some(order)) => drop(self.fulfil_lots(order, part(step, product, milli))),
            (6, Some(order)) => drop(self.return_lots(order, part(step, product, 500))),
            (7, _) => self.count_lots(product, milli, part(step, product, milli / 2)),
            // It is told late which lot goods were of.
            (8, _) => self.find_lots_at(
                Some(self.at_ms - 600_000),
                product,
                0,
                vec![part(step, product, milli)],
            ),
            _ => {}
        }
    }

    /// Says what tells the goods of a product apart.
    pub fn track(&mut self, product: ProductId, step: u16) {
        let tracking = [Tracking::Lot, Tracking::Serial, Tracking::None][usize::from(step % 3)];
        let said = ProductTerms {
            tracking: Some(tracking),
            ..ProductTerms::default()
        };
        let subject = Subject::new(SubjectKind::Product, product.0);
        self.write(|tx| tx.append(Said::new(subject, "product.amended", &said)))
            .unwrap();
    }

    /// Finds or loses goods, of lots.
    pub fn find_lots(&mut self, product: ProductId, quantity_milli: i64, lots: Vec<LotPart>) {
        self.find_lots_at(None, product, quantity_milli, lots);
    }

    /// Counts a product with what of it belongs to a lot.
    fn count_lots(&mut self, product: ProductId, quantity_milli: i64, part: LotPart) {
        let subject = Subject::new(SubjectKind::Count, self.id());
        let opened = Opened {
            location: "main".into(),
            ..Opened::default()
        };
        let found = Counted {
            counter: "one".into(),
            lines: vec![CountedLine {
                product,
                quantity_milli,
                recount: false,
                lots: vec![CountedLot {
                    lot: part.lot,
                    quantity_milli: part.quantity_milli,
                    expires: part.expires,
                }],
            }],
        };
        self.write(|tx| tx.append(Said::new(subject, "count.opened", &opened)))
            .unwrap();
        self.write(|tx| tx.append(Said::new(subject, "count.counted", &found)))
            .unwrap();
        let nothing = Finished::default();
        self.write(|tx| tx.append(Said::new(subject, "count.finished", &nothing)))
            .unwrap();
    }

    fn find_lots_at(
        &mut self,
        dated_ms: Option<i64>,
        product: ProductId,
        quantity_milli: i64,
        lots: Vec<LotPart>,
    ) {
        let subject = Subject::new(SubjectKind::Stock, self.id());
        let said = Adjusted {
            location: "main".into(),
            reason: "lots".into(),
            channel: None,
            country: None,
            dated_ms,
            external_id: None,
            run: None,
            lines: vec![AdjustedLine {
                product,
                quantity_milli,
                unit_cost_micro: None,
            }],
            lots,
        };
        self.write(|tx| tx.append(Said::new(subject, "stock.adjusted", &said)))
            .unwrap();
    }

    fn date_lot(&mut self, product: ProductId, step: u16) {
        let said = LotDated {
            lot: format!("L{}", step % 4),
            expires: step.is_multiple_of(2).then_some(Day(i32::from(step))),
        };
        let subject = Subject::new(SubjectKind::Product, product.0);
        self.write(|tx| tx.append(Said::new(subject, "product.lot_dated", &said)))
            .unwrap();
    }

    fn fulfil_lots(&mut self, id: OrderId, part: LotPart) -> Result<(), book::BookError> {
        let shipment = ShipmentId(self.id());
        self.write(|tx| {
            let now = order_in(tx, id)?;
            let said = Fulfilled {
                lots: vec![part],
                ..order::fulfil(&now, shipment, None, None, None)?
            };
            tx.append(Said::new(subject(id), "order.fulfilled", &said))
        })
    }

    fn return_lots(&mut self, id: OrderId, part: LotPart) -> Result<(), book::BookError> {
        let received = ReturnId(self.id());
        self.write(|tx| {
            let now = order_in(tx, id)?;
            let said = Returned {
                received,
                number: format!("CN-{}", tx.next_number("credit_note")?),
                request: None,
                reason: None,
                location: None,
                lines: vec![ReturnedLine {
                    line: 1,
                    restocked_milli: 500,
                    ..ReturnedLine::default()
                }],
                lots: vec![part],
                till: None,
            };
            let said = order::receive_return(&now, said)?;
            tx.append(Said::new(subject(id), "order.returned", &said))
        })
    }
}
