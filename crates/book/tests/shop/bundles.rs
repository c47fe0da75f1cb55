//! Bundles, as clerks make and change them.

use super::Clerk;
use book::Said;
use domain::order::ReturnedLine;
use domain::product::{Bundle, BundleKind, Component, ProductTerms};
use domain::{OrderId, ProductId, Subject, SubjectKind};

impl Clerk {
    /// At times the first of two products becomes a bundle of the second, or is none any more;
    /// orders that there are keep what they were made of.
    pub fn bundle_at_times(&mut self, step: u16, [set, part]: [ProductId; 2]) {
        let component = Component {
            product: part,
            quantity_milli: i64::from(step % 3 + 1) * 1_000,
        };
        let said = match step / 11 % 6 {
            0 | 1 => (BundleKind::Virtual, vec![component]),
            2 => (BundleKind::Assembled, vec![component]),
            3 => (BundleKind::Virtual, Vec::new()),
            _ => return,
        };
        let said = ProductTerms {
            bundle: Some(Bundle {
                kind: said.0,
                components: said.1,
            }),
            ..ProductTerms::default()
        };
        let subject = Subject::new(SubjectKind::Product, set.0);
        let said = Said::new(subject, "product.amended", &said);
        self.write(|tx| tx.append(said)).unwrap();
    }

    /// At times a component of an order's bundle comes back by itself.
    pub fn take_apart_at_times(&mut self, step: u16, order: OrderId, part: ProductId) {
        if !step.is_multiple_of(7) {
            return;
        }
        let back = ReturnedLine {
            line: 1,
            component: Some(part),
            restocked_milli: 1_000 * i64::from(step % 2),
            scrapped_milli: 500,
            ..ReturnedLine::default()
        };
        // What the shop refuses is no entry.
        drop(self.take_back_goods(order, back));
    }
}
