//! Bundles, as clerks make and change them.

use super::Clerk;
use book::Said;
use domain::product::{Bundle, BundleKind, Component, ProductTerms};
use domain::{ProductId, Subject, SubjectKind};

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
}
