//! `documents.issue`: numbers an invoice, or takes the number of a return's credit note, and keeps
//! what it says for good.
use book::dto::{IssuedKind, Order};
use book::{Said, Tx};
use documents::Kind;
use domain::ids::{DocumentId, ReturnId};
use domain::order::{
    INVOICES, Issued, IssuedKind as Rule, OrderPersonal, check_credit_note, check_issue,
    invoice_number,
};
use domain::{Day, State, Subject, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use ts_rs::TS;
use uuid::Uuid;

use super::letter::{Source, content};
use super::made::{Kept, Material};
use super::typeset_beside::{Saying, issue};
use super::{dress, electronic};
use crate::App;
use crate::error::AppError;
use crate::language::Language;
use crate::request::{Amend, Change, Written, check_version};

/// The days within which an invoice is to be paid, when nothing else is said.
pub(super) const PAY_DAYS: i32 = 14;
const PAY_DAYS_MAX: i32 = 366;

/// What is issued, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DocumentIssue {
    /// What it is.
    #[ts(optional = false)]
    pub kind: IssuedKind,
    /// The return that a credit note is about.
    pub received: Option<Uuid>,
    /// The language of its words; English when absent.
    pub language: Option<Language>,
    /// The days within which an invoice is to be paid, from 0 to 366; by the order's own
    /// day when absent, or within 14 days.
    pub pay_days: Option<i32>,
}

/// What it takes.
pub type Input = Amend<DocumentIssue>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = &input.part;
    let days = input.body.pay_days.unwrap_or(PAY_DAYS);
    if !(0..=PAY_DAYS_MAX).contains(&days) {
        return Err(AppError::at("pay_days", "out_of_range").with(PAY_DAYS_MAX));
    }
    let today = app.today()?;
    let issuing = Issuing {
        app,
        change,
        said: &input.body,
        book: app.book()?.book.id(),
        today,
        pay_by: today.plus(days),
    };
    issue(
        app,
        *change,
        |tx| issuing.say(tx),
        |tx, saying, sha256| issuing.keep(tx, saying, sha256),
        |read, id| Ok(read.order(id)?),
    )
}

/// A document on its way into the journal.
struct Issuing<'a> {
    app: &'a App,
    change: &'a Change,
    said: &'a DocumentIssue,
    book: Uuid,
    today: Day,
    pay_by: Day,
}

impl Issuing<'_> {
    /// What it says now.
    fn say(&self, tx: &mut Tx<'_>) -> Result<Saying, AppError> {
        let agreed = self.check(tx)?;
        let material = Material::read(tx.read(), self.book, self.change.id)?;
        match self.said.kind {
            IssuedKind::Invoice => self.invoice(tx, &material, agreed),
            IssuedKind::CreditNote => self.credit_note(&material),
        }
    }

    /// Refuses what cannot be issued; gives the day by which the order was agreed to be paid.
    fn check(&self, tx: &mut Tx<'_>) -> Result<Option<Day>, AppError> {
        let State::Order(now) = tx.state(subject(self.change))? else {
            return Err(AppError::not_found("order_unknown"));
        };
        check_version(now.version, self.change.expected_version)?;
        match (self.said.kind, self.said.received) {
            (IssuedKind::Invoice, None) => check_issue(now)?,
            (IssuedKind::Invoice, Some(_)) => {
                return Err(AppError::at("received", "not_of_this_kind"));
            }
            (IssuedKind::CreditNote, None) => return Err(AppError::at("received", "required")),
            (IssuedKind::CreditNote, Some(received)) => {
                check_credit_note(now, ReturnId(received))?;
            }
        }
        Ok(now.due_day())
    }

    fn invoice(
        &self,
        tx: &mut Tx<'_>,
        material: &Material,
        agreed: Option<Day>,
    ) -> Result<Saying, AppError> {
        let owes = material.order.due_minor > 0;
        let number = invoice_number(&tx.next_number(INVOICES)?);
        let agreed = agreed.filter(|_| self.said.pay_days.is_none());
        let pay_by = owes.then(|| agreed.unwrap_or(self.pay_by));
        let source = material.source(self.language(), self.today, pay_by);
        said(material, &source, (Kind::Invoice, number))
    }

    /// A return has taken its number when the goods came.
    fn credit_note(&self, material: &Material) -> Result<Saying, AppError> {
        let credit = material.credit(self.said.received)?;
        let mut source = material.source(self.language(), self.today, None);
        source.credit = Some(credit);
        said(material, &source, (Kind::CreditNote, credit.number.clone()))
    }

    fn language(&self) -> Language {
        self.said.language.unwrap_or_default()
    }

    /// Appends the entry.
    fn keep(&self, tx: &mut Tx<'_>, saying: &Saying, sha256: String) -> Result<(), AppError> {
        let said = Issued {
            words_sha256: Some(digest(saying.words.to_string().as_bytes())),
            document: DocumentId(self.app.new_id()),
            kind: match self.said.kind {
                IssuedKind::Invoice => Rule::Invoice,
                IssuedKind::CreditNote => Rule::CreditNote,
            },
            received: self.said.received.map(ReturnId),
            number: saying.number.clone(),
            language: self.language().tag().to_owned(),
            sha256,
        };
        let personal = OrderPersonal {
            document: Some(saying.words.clone()),
            ..OrderPersonal::default()
        };
        let entry = Said::new(subject(self.change), "order.issued", &said);
        Ok(tx.append(entry.with_personal(&personal))?)
    }
}

/// What a document says under its number.
fn said(
    material: &Material,
    source: &Source<'_>,
    (kind, number): (Kind, String),
) -> Result<Saying, AppError> {
    let invoice = electronic::invoice(source, &number).ok();
    let electronic = invoice.as_ref().and_then(|it| electronic::cii(it).ok());
    let kept = Kept {
        content: content(source, kind, Some(&number)),
        invoice: invoice.filter(|_| electronic.is_some()),
        electronic,
        dress: dress::dress(&material.papers, kind),
    };
    let words = serde_json::to_value(&kept);
    let words = words.map_err(|error| AppError::broken("internal").with(error))?;
    Ok(Saying {
        how: electronic::within(kept.electronic.as_deref()),
        template: dress::template(&material.papers, kind),
        words: without_nulls(words),
        kept,
        kind,
        number,
    })
}

/// What is absent need not be kept.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let there = map.into_iter().filter(|(_, value)| !value.is_null());
            there
                .map(|(key, value)| (key, without_nulls(value)))
                .collect()
        }
        Value::Array(all) => all.into_iter().map(without_nulls).collect(),
        other => other,
    }
}

fn subject(change: &Change) -> Subject {
    Subject::new(SubjectKind::Order, change.id)
}

/// SHA-256 in hexadecimal digits.
pub(super) fn digest(data: &[u8]) -> String {
    let digest = Sha256::digest(data);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod abroad;
#[cfg(test)]
mod tests;
