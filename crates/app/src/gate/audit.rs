//! Refusals and approvals in the journal, each a record of its own.
use book::{Said, Tx};
use domain::audit::AuditTerms;
use domain::person::Permission;
use domain::{PersonId, Subject, SubjectKind};
use uuid::Uuid;

use crate::App;
use crate::error::AppError;
use crate::event::{Changed, Event};
use crate::face::touch;
use crate::request::Request;
use crate::write::carry_out;

/// What a call was about.
#[derive(Clone, Copy, Default)]
pub(super) struct About {
    /// The record that it names.
    pub(super) record: Option<(SubjectKind, Uuid)>,
    /// The amount that it names.
    pub(super) amount_minor: Option<i64>,
}

/// What is said of a call: the verb, what it needed, and the record that it was about.
pub(super) fn terms(verb: &str, permissions: &[Permission], about: About) -> AuditTerms {
    AuditTerms {
        verb: Some(verb.to_owned()),
        permissions: permissions.iter().map(|one| one.word().into()).collect(),
        about: about.record.map(|(kind, _)| kind.word().to_owned()),
        record: about.record.map(|(_, id)| id),
        amount_minor: about.amount_minor,
        ..AuditTerms::default()
    }
}

/// Writes down what was refused or done, in a transaction of its own.
pub(super) fn write(app: &App, kind: &str, said: &AuditTerms) {
    let Ok(open) = app.book() else { return };
    let act = app.act(Request {
        request_id: app.new_id(),
        dry_run: None,
    });
    let subject = Subject::new(SubjectKind::Audit, app.new_id());
    let written = carry_out(app, &open, &act, |tx| {
        let before = book::journal::last_pos(tx.read().conn)?;
        tx.append(Said::new(subject, kind, said))?;
        tx.settle()?;
        Ok((before, book::journal::last_pos(tx.read().conn)?))
    });
    // A refusal stands whether or not it can be written down: the book may be read-only.
    if let Ok(book::Outcome::Done { output, .. }) = written {
        let (from, to) = output;
        let all = open.grew(from, to);
        let touched = vec![touch(&subject)];
        app.tell(&Event::Changed(Changed { all, touched }));
    }
}

impl App {
    /// Writes down who approved the write that is under way, in the same transaction.
    pub(crate) fn append_approval(&self, tx: &mut Tx<'_>, about: Subject) -> Result<(), AppError> {
        let caller = self.caller();
        let Some((by, approved)) = caller.take_approval() else {
            return Ok(());
        };
        let about = About {
            record: Some((about.kind, about.id)),
            ..caller.about
        };
        let said = approved_by(terms(caller.verb, &approved, about), by);
        let subject = Subject::new(SubjectKind::Audit, self.new_id());
        Ok(tx.append(Said::new(subject, "audit.approved", &said))?)
    }
}

/// The same with whoever approved it.
pub(super) fn approved_by(said: AuditTerms, by: PersonId) -> AuditTerms {
    AuditTerms {
        person: Some(by),
        ..said
    }
}
