//! The shop's one supplier, and purchases there: written, ordered, received, sent back.

use super::Clerk;
use book::{BookError, Said};
use domain::ids::{ReceiptId, ReturnId};
use domain::purchase::{
    self, Charge, Landed, Ordered, PurchaseDocument, PurchaseLine, Received, ReceivedLine,
    Returned, ReturnedGoods, Spread,
};
use domain::supplier::{Supplied, SupplierTerms, Supply};
use domain::{Day, ProductId, Subject, SubjectKind, SupplierId};
use serde_json::json;
use uuid::Uuid;

const SUPPLIER: Uuid = Uuid::from_u128(8_100);

impl Clerk {
    /// Buys something at two steps of five. What the shop refuses is no entry.
    pub fn buy_at_times(&mut self, step: u16, product: ProductId) {
        if step % 5 < 2 {
            drop(self.buy(step, product));
        }
    }

    /// Does something with one of the shop's three purchases, whatever state it is in: other devices
    /// may not know it yet.
    pub fn buy(&mut self, step: u16, product: ProductId) -> Result<(), BookError> {
        let purchase = Uuid::from_u128(8_200 + u128::from(step % 3));
        let subject = Subject::new(SubjectKind::Purchase, purchase);
        let quantity_milli = i64::from(step % 11 + 1) * 1_000;
        let number = i64::from(step) + 1;
        match step >> 5 & 7 {
            0 | 1 => self.draft_purchase(subject, product, quantity_milli),
            2 => {
                let said = Ordered {
                    number: format!("P-{}-{number:06}", if step & 1 == 0 { 'A' } else { 'B' }),
                    expected: Some(Day(20_000 + i32::from(step % 50))),
                };
                self.write(|tx| tx.append(Said::new(subject, "purchase.ordered", &said)))
            }
            3..=5 => self.receive_goods(subject, product, (step, quantity_milli)),
            6 => {
                let said = Returned {
                    lots: Vec::new(),
                    back: ReturnId(Uuid::from_u128(u128::from(step) + 1)),
                    number: format!("SR-A-{number:06}"),
                    supplier: SupplierId(SUPPLIER),
                    currency: "GBP".into(),
                    location: "main".into(),
                    reason: "broken".into(),
                    lines: vec![ReturnedGoods {
                        line: None,
                        product,
                        sku: "A".into(),
                        title: "A".into(),
                        quantity_milli,
                        unit_cost_micro: 1_000_000,
                    }],
                };
                self.write(|tx| tx.append(Said::new(subject, "purchase.returned", &said)))
            }
            _ => self.end_purchase(subject, step),
        }
    }

    fn draft_purchase(
        &mut self,
        subject: Subject,
        product: ProductId,
        quantity_milli: i64,
    ) -> Result<(), BookError> {
        let supplier = Subject::new(SubjectKind::Supplier, SUPPLIER);
        let named = SupplierTerms {
            name: Some(format!("Supplier {quantity_milli}")),
            ..SupplierTerms::default()
        };
        let supplied = Supplied {
            supplier: SupplierId(SUPPLIER),
            supply: (quantity_milli % 4_000 != 0).then(|| Supply {
                code: Some("K".into()),
                unit_cost_micro: Some(quantity_milli),
                preferred: true,
                ..Supply::default()
            }),
        };
        let document = PurchaseDocument {
            supplier: SupplierId(SUPPLIER),
            currency: "GBP".into(),
            location: "main".into(),
            expected: None,
            note: None,
            lines: vec![PurchaseLine {
                line: 1,
                product,
                sku: "A".into(),
                title: "A".into(),
                code: None,
                quantity_milli,
                pack_milli: None,
                unit_cost_micro: 1_250_000,
                weight_g: None,
                expected: None,
            }],
            charges: Vec::new(),
        };
        let document = purchase::draft(document)?;
        self.write(|tx| {
            tx.append(Said::new(supplier, "supplier.created", &named))?;
            let goods = Subject::new(SubjectKind::Product, product.0);
            tx.append(Said::new(goods, "product.supplied", &supplied))?;
            tx.append(Said::new(subject, "purchase.drafted", &document))
        })
    }

    fn receive_goods(
        &mut self,
        subject: Subject,
        product: ProductId,
        (step, quantity_milli): (u16, i64),
    ) -> Result<(), BookError> {
        let came = |line: Option<u32>, quantity_milli: i64| ReceivedLine {
            line,
            product,
            quantity_milli,
            unit_cost_micro: 1_300_000,
            weight_g: Some(100),
        };
        let said = Received {
            lots: Vec::new(),
            receipt: ReceiptId(Uuid::from_u128(u128::from(step) + 1)),
            location: "main".into(),
            delivery_note: None,
            lines: vec![came(Some(1), quantity_milli), came(None, 500)],
            set_aside: Vec::new(),
        };
        self.write(|tx| tx.append(Said::new(subject, "purchase.received", &said)))
    }

    fn end_purchase(&mut self, subject: Subject, step: u16) -> Result<(), BookError> {
        let landed = Landed {
            charges: vec![Charge {
                name: "Freight".into(),
                amount_minor: i64::from(step),
                spread: Spread::Weight,
            }],
        };
        let (kind, said) = match step % 5 {
            0 => ("purchase.closed", json!({ "reason": "sold out" })),
            1 => ("purchase.reopened", json!({})),
            2 => ("purchase.cancelled", json!({})),
            3 => ("purchase.dated", json!({ "expected": null })),
            _ => ("purchase.landed", json!(landed)),
        };
        self.write(|tx| tx.append(Said::new(subject, kind, &said)))
    }
}
