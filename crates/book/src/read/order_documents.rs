//! The documents that were issued about an order, and what they say.

use super::Read;
use super::moment::local;
use crate::dto::{self, OrderDocument};
use crate::error::{BookError, Result};
use domain::Entry;
use domain::order::{Issued, IssuedDocument, IssuedKind, Order, OrderPersonal};
use serde_json::Value;
use uuid::Uuid;

/// An issued document with what it says; `None` once the customer was erased.
#[derive(Clone, Debug, PartialEq)]
pub struct IssuedContent {
    /// The document.
    pub document: OrderDocument,
    /// What it says, as its template reads it.
    pub content: Option<Value>,
}

impl Read<'_> {
    /// A document of an order by its id.
    pub fn issued(&self, order: Uuid, document: Uuid) -> Result<IssuedContent> {
        let no = self.no_of(order, "order")?;
        let (order, entries) = self.folded_order(no)?;
        let mut all = documents(&order).into_iter();
        let found = all
            .find(|issued| issued.document == document)
            .ok_or(BookError::NotFound("document"))?;
        Ok(IssuedContent {
            content: content(&entries, document),
            document: found,
        })
    }
}

/// The documents of an order, oldest first.
pub(crate) fn documents(order: &Order) -> Vec<OrderDocument> {
    let mut issued: Vec<&IssuedDocument> = order.documents.values().collect();
    issued.sort_by_key(|issued| (issued.moment.at_ms, issued.said.document));
    let shown = issued.into_iter().map(|issued| shown(order, issued));
    shown.collect()
}

fn shown(order: &Order, issued: &IssuedDocument) -> OrderDocument {
    let said = &issued.said;
    OrderDocument {
        document: said.document.0,
        kind: match said.kind {
            IssuedKind::Invoice => dto::IssuedKind::Invoice,
            IssuedKind::CreditNote => dto::IssuedKind::CreditNote,
        },
        received: said.received.map(|received| received.0),
        number: said.number.clone(),
        at_local: local(issued.moment.at_ms, issued.moment.offset_min),
        language: said.language.clone(),
        sha256: said.sha256.clone(),
        outdated: order.is_outdated(issued),
    }
}

fn content(entries: &[Entry], document: Uuid) -> Option<Value> {
    let issues = |entry: &&Entry| {
        let said: Option<Issued> = serde_json::from_str(&entry.payload).ok();
        entry.kind == "order.issued" && said.is_some_and(|said| said.document.0 == document)
    };
    let entry = entries.iter().find(issues)?;
    let personal: OrderPersonal = serde_json::from_str(&entry.personal.as_ref()?.text).ok()?;
    personal.document
}
