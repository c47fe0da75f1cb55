//! A document of an order on its way: what it says now, or what it said when it was issued.
use book::Read;
use book::dto::{Customer, Order, OrderDocument, OrderState};
use documents::{Content, Kind};
use domain::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

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
    /// For machines: the invoice as XML, where the standard's rules were met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub electronic: Option<String>,
}

/// A document with what it says.
pub(super) struct Made {
    pub content: Content,
    pub kind: Kind,
    /// The invoice for machines, or what stands in its way; none of another kind.
    pub electronic: Option<Result<String, Vec<String>>>,
    /// The document that was issued, if it is one.
    pub issued: Option<OrderDocument>,
}

/// Everything that a document about an order is made from.
pub(super) struct Material {
    pub order: Order,
    pub customer: Option<Customer>,
    pub settings: domain::settings::Settings,
}

impl Material {
    pub fn read(read: Read<'_>, order: Uuid) -> book::Result<Self> {
        let order = read.order(order)?;
        let customer = order.head.customer;
        Ok(Self {
            customer: customer.map(|id| read.customer(id)).transpose()?,
            settings: read.settings()?,
            order,
        })
    }

    pub fn source(&self, language: Language, day: Day, pay_by: Option<Day>) -> Source<'_> {
        Source {
            settings: &self.settings,
            order: &self.order,
            customer: self.customer.as_ref(),
            language,
            day,
            pay_by,
        }
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
    let found = app.read_rows(|read| read.issued(asked.order, document))?;
    let said = found
        .content
        .ok_or_else(|| AppError::unavailable("document_erased").with(&found.document.number))?;
    let kept: Kept =
        serde_json::from_value(said).map_err(|error| AppError::broken("internal").with(error))?;
    Ok(Made {
        content: kept.content,
        kind: asked.kind.typeset_as(),
        electronic: Some(kept.electronic.ok_or_else(Vec::new)),
        issued: Some(found.document),
    })
}

fn as_of_now(app: &App, asked: &DocumentInput) -> Result<Made, AppError> {
    let material = app.read(|read| Material::read(read, asked.order))?;
    check(&material.order, asked.kind)?;
    let language = asked.language.unwrap_or_default();
    let kind = asked.kind.typeset_as();
    let today = app.today()?;
    let owed = asked.kind == DocumentKind::Invoice && material.order.due_minor > 0;
    let source = material.source(language, today, owed.then(|| today.plus(PAY_DAYS)));
    let mut content = content(&source, kind, None);
    let mut electronic = None;
    if asked.kind == DocumentKind::Invoice {
        content.mark = Some(Words::of(language).preview.to_owned());
        electronic = Some(electronic::xml(&source, PREVIEW_NUMBER));
    }
    Ok(Made {
        content,
        kind,
        electronic,
        issued: None,
    })
}

/// A draft is quoted; what was agreed is confirmed, invoiced and sent.
fn check(order: &Order, kind: DocumentKind) -> Result<(), AppError> {
    let draft = matches!(
        order.head.state,
        OrderState::Draft | OrderState::Quoted | OrderState::Declined
    );
    match kind {
        DocumentKind::Quote if !draft => Err(AppError::conflict("order_not_draft")),
        DocumentKind::Quote => Ok(()),
        _ if draft => Err(AppError::conflict("order_not_placed")),
        _ => Ok(()),
    }
}
