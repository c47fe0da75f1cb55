//! Bundles that clerks put together and take apart.

use super::Clerk;
use book::Said;
use domain::product::Component;
use domain::stock::Assembled;
use domain::{ProductId, Subject, SubjectKind};

impl Clerk {
    /// At times some of the first of two products are put together out of the second, or taken
    /// apart, whatever there is.
    pub fn assemble_at_times(&mut self, step: u16, [set, part]: [ProductId; 2]) {
        let bundles = match step / 13 % 5 {
            0 => i64::from(step % 4 + 1),
            1 => -i64::from(step % 3 + 1),
            _ => return,
        };
        let said = Assembled {
            location: "main".into(),
            product: set,
            quantity_milli: bundles * 1_000,
            components: vec![Component {
                product: part,
                quantity_milli: bundles.abs() * 2_000,
            }],
            lots: Vec::new(),
        };
        let subject = Subject::new(SubjectKind::Stock, self.id());
        let said = Said::new(subject, "stock.assembled", &said);
        self.write(|tx| tx.append(said)).unwrap();
    }
}
