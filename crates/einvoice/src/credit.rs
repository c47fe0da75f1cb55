//! The credit note that takes a whole invoice back.

use crate::model::{Date, Invoice, Kind, Preceding};

impl Invoice {
    /// The credit note over everything in this invoice: the same lines and figures, owed the other
    /// way round, with a reference to the invoice. What has a day of payment is due at once.
    #[must_use]
    pub fn credit_note(&self, number: String, issue_date: Date) -> Self {
        let credited = Preceding {
            number: self.number.clone(),
            issue_date: Some(self.issue_date),
        };
        Self {
            kind: Kind::CreditNote,
            number,
            issue_date,
            due_date: self.due_date.map(|_| issue_date),
            preceding: vec![credited],
            ..self.clone()
        }
    }
}
