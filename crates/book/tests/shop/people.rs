//! The shop's one clerk, and what was refused to him.

use super::Clerk;
use book::Said;
use domain::audit::AuditTerms;
use domain::person::{PersonPersonal, PersonTerms, PinSet};
use domain::{PersonId, Subject, SubjectKind};
use uuid::Uuid;

impl Clerk {
    /// Says something of the shop's one clerk, and of one of the three things that were refused; the
    /// first word of each device makes them.
    pub fn hire(&mut self, figure: i64) {
        let clerk = Uuid::from_u128(81);
        let person = Subject::new(SubjectKind::Person, clerk);
        let refused = 82 + u128::from(figure.unsigned_abs() % 3);
        let refused = Subject::new(SubjectKind::Audit, Uuid::from_u128(refused));
        let terms = PersonTerms {
            role: Some(format!("role {}", figure % 4)),
            archived: Some(figure % 5 == 0),
        };
        let named = PersonPersonal {
            name: Some(format!("Clerk {figure}")),
            pin_hash: None,
        };
        let pin = PersonPersonal {
            name: None,
            pin_hash: Some(format!("hash {figure}")),
        };
        let cleared = PinSet {
            cleared: (figure % 2 == 0).then_some(true),
        };
        let said = AuditTerms {
            verb: Some("orders.sell".into()),
            permissions: vec!["refund".into(), "of a later version".into()],
            person: Some(PersonId(clerk)),
            ..AuditTerms::default()
        };
        self.write(|tx| {
            tx.append(Said::new(person, "person.created", &terms).with_personal(&named))?;
            tx.append(Said::new(person, "person.pin_set", &cleared).with_personal(&pin))?;
            tx.append(Said::new(refused, "audit.refused", &said))
        })
        .unwrap();
    }
}
