//! A document of an order on its way: what it says now, or what it said when it was issued.
use std::collections::BTreeMap;

use book::Read;
use book::dto::{Customer, LotShown, Order, OrderDocument, OrderReturn, OrderState};
use documents::{Content, Kind, Template};
use domain::Day;
use domain::settings::{PaperLook, Papers, Settings};
use einvoice::Invoice;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::dress::{self, Dress};
use super::electronic;
use super::issue::PAY_DAYS;
use super::letter::{Source, content};
use super::words::Words;
use crate::App;
use crate::error::AppError;
use crate::language::Language;

/// Stands where the number of an invoice will stand once it is issued.
const PREVIEW_NUMBER: &str = "preview";

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// What a draft would be.
    Quote,
    /// What was agreed.
    Confirmation,
    /// What is to be paid.
    Invoice,
    /// What lies in the parcel.
    PackingSlip,
    /// What is to be fetched from the shelves.
    PickList,
    /// Where the parcel goes.
    Label,
    /// What is taken back of an invoice, for goods that came back.
    CreditNote,
    /// What was bought and how it was paid.
    Receipt,
}

impl DocumentKind {
    pub(super) const fn typeset_as(self) -> Kind {
        match self {
            Self::Quote => Kind::Quote,
            Self::Confirmation => Kind::Confirmation,
            Self::Invoice => Kind::Invoice,
            Self::PackingSlip => Kind::PackingSlip,
            Self::PickList => Kind::PickList,
            Self::Label => Kind::Label,
            Self::CreditNote => Kind::CreditNote,
            Self::Receipt => Kind::Receipt,
        }
    }
}

/// Which document is meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DocumentInput {
    /// The order.
    #[ts(optional = false)]
    pub order: Uuid,
    /// What it is.
    #[ts(optional = false)]
    pub kind: DocumentKind,
    /// The return that a credit note is about; the last one when absent.
    pub received: Option<Uuid>,
    /// An issued document: what it said then. What it would say now when absent.
    pub document: Option<Uuid>,
    /// The language of its words; English when absent. An issued document keeps its own.
    pub language: Option<Language>,
}

/// What an issued document said, as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    /// For people.
    pub content: Content,
    /// For machines: the invoice as XML (CII), where the standard's rules were met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub electronic: Option<String>,
    /// What that was written from, for other syntaxes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice: Option<Invoice>,
    /// What it was dressed in.
    #[serde(default)]
    pub dress: Dress,
}

/// A document with what it says.
pub(super) struct Made {
    pub content: Content,
    pub template: Template,
    /// The invoice for machines, or what stands in its way; none of another kind.
    pub electronic: Option<Result<String, Vec<String>>>,
    /// What that is written from; none of another kind, and of one issued before it was kept.
    pub invoice: Option<Result<Invoice, Vec<String>>>,
    /// The document that was issued, if it is one.
    pub issued: Option<OrderDocument>,
}

/// Everything that a document about an order is made from.
pub(super) struct Material {
    pub order: Order,
    pub customer: Option<Customer>,
    pub settings: Settings,
    pub papers: Papers,
    places: BTreeMap<Uuid, String>,
    lots: BTreeMap<i64, Vec<LotShown>>,
    look: PaperLook,
}

impl Material {
    pub fn read(read: Read<'_>, book: Uuid, order: Uuid) -> book::Result<Self> {
        let order = read.order(order)?;
        let customer = order.head.customer;
        let papers = dress::now(read, book)?;
        Ok(Self {
            customer: customer.map(|id| read.customer(id)).transpose()?,
            settings: read.settings()?,
            look: papers.look.clone().unwrap_or_default(),
            papers,
            places: BTreeMap::new(),
            lots: BTreeMap::new(),
            order,
        })
    }

    pub fn source(&self, language: Language, day: Day, pay_by: Option<Day>) -> Source<'_> {
        Source {
            settings: &self.settings,
            look: &self.look,
            has_logo: self.papers.logo().is_some(),
            order: &self.order,
            customer: self.customer.as_ref(),
            places: &self.places,
            lots: &self.lots,
            credit: None,
            language,
            day,
            pay_by,
        }
    }

    /// The return that a credit note is about: the one named, or the last one.
    pub fn credit(&self, received: Option<Uuid>) -> Result<&OrderReturn, AppError> {
        let mut returns = self.order.returns.iter().rev();
        let found = returns.find(|back| received.is_none_or(|id| id == back.received));
        found.ok_or_else(|| AppError::at("received", "return_unknown"))
    }
}

/// The document that is meant. What was never issued says that it is a preview where only the
/// issued one counts.
pub(super) fn made(app: &App, asked: &DocumentInput) -> Result<Made, AppError> {
    let mut made = match asked.document {
        Some(document) => issued(app, asked, document),
        None => as_of_now(app, asked),
    }?;
    if app.read_rows(|read| read.trains_for())?.is_some() {
        mark_training(&mut made, asked.language.unwrap_or_default());
    }
    Ok(made)
}

/// What was made in training says so on every page, and is no invoice for machines.
fn mark_training(made: &mut Made, asked: Language) {
    let issued = made.issued.as_ref();
    let language = issued.map_or(asked, |issued| Language::of_tag(&issued.language));
    made.content.mark = Some(Words::of(language).training.to_owned());
    made.electronic = made.electronic.take().map(|_| Err(Vec::new()));
}

fn issued(app: &App, asked: &DocumentInput, document: Uuid) -> Result<Made, AppError> {
    let book = app.book()?.book.id();
    let (found, papers) = app.read_rows(|read| {
        let found = read.issued(asked.order, document)?;
        Ok((found, dress::said(read, book)?))
    })?;
    let said = found
        .content
        .ok_or_else(|| AppError::unavailable("document_erased").with(&found.document.number))?;
    let kept = Kept::read(said)?;
    Ok(Made {
        template: dress::worn(&kept.dress, asked.kind.typeset_as(), &papers),
        content: kept.content,
        electronic: Some(kept.electronic.ok_or_else(Vec::new)),
        invoice: kept.invoice.map(Ok),
        issued: Some(found.document),
    })
}

impl Kept {
    /// Out of the journal.
    pub fn read(said: serde_json::Value) -> Result<Self, AppError> {
        serde_json::from_value(said).map_err(|error| AppError::broken("internal").with(error))
    }
}

fn as_of_now(app: &App, asked: &DocumentInput) -> Result<Made, AppError> {
    let book = app.book()?.book.id();
    let today = app.today()?;
    let material = app.read(|read| {
        let mut material = Material::read(read, book, asked.order)?;
        if asked.kind == DocumentKind::PickList {
            material.places = read.places_of(&material.order)?;
            let picked = read.order_pick(asked.order, None, today)?;
            material.lots = picked.by_line();
        }
        Ok(material)
    })?;
    check(&material.order, asked.kind)?;
    let language = asked.language.unwrap_or_default();
    let kind = asked.kind.typeset_as();
    let owed = asked.kind == DocumentKind::Invoice && material.order.due_minor > 0;
    let mut source = material.source(language, today, owed.then(|| today.plus(PAY_DAYS)));
    if asked.kind == DocumentKind::CreditNote {
        source.credit = Some(material.credit(asked.received)?);
    }
    let mut content = content(&source, kind, None);
    let is_issued = matches!(asked.kind, DocumentKind::Invoice | DocumentKind::CreditNote);
    let number = content.number.as_deref().unwrap_or(PREVIEW_NUMBER);
    let invoice = is_issued.then(|| electronic::invoice(&source, number));
    if is_issued {
        content.mark = Some(Words::of(language).preview.to_owned());
    }
    Ok(Made {
        content,
        template: dress::template(&material.papers, kind),
        electronic: invoice
            .clone()
            .map(|it| it.and_then(|it| electronic::cii(&it))),
        invoice,
        issued: None,
    })
}

/// A draft is quoted; what was agreed is confirmed, invoiced and sent.
pub(super) fn check(order: &Order, kind: DocumentKind) -> Result<(), AppError> {
    let draft = matches!(
        order.head.state,
        OrderState::Draft | OrderState::Quoted | OrderState::Declined
    );
    match kind {
        DocumentKind::Quote if !draft => Err(AppError::conflict("order_not_draft")),
        DocumentKind::Quote => Ok(()),
        _ if draft => Err(AppError::conflict("order_not_placed")),
        DocumentKind::CreditNote if order.returns.is_empty() => {
            Err(AppError::conflict("nothing_returned"))
        }
        _ => Ok(()),
    }
}
