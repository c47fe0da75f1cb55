//! Files at an order. Their bytes are kept by content beside the journal; an entry says what was
//! put there: hash, size and type, and the name as its personal part.

use super::facts::OrderPersonal;
use super::state::{Moment, Order};
use crate::entry::Entry;
use crate::ids::AttachmentId;
use crate::limits::{ATTACHMENT_BYTES, LIST_ITEMS, NAME_CHARS};
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// Payload of `order.attached`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// Identity of the file at this order.
    pub attachment: AttachmentId,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// Its size.
    pub size_bytes: i64,
    /// What it is, as an internet media type.
    pub media_type: String,
}

/// Payload of `order.detached`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detached {
    /// The file.
    pub attachment: AttachmentId,
}

/// A file as folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// What was said of it.
    pub said: Attached,
    /// Its name, until the customer is erased.
    pub name: Option<String>,
    /// Who put it there.
    pub actor: String,
    /// When.
    pub moment: Moment,
}

/// A file put at an order, with its name as it is kept.
pub fn attach(now: &Order, said: Attached, name: &str) -> Result<(Attached, String), Refusal> {
    if !now.is_visible() {
        return Err(Refusal::new("order_unknown"));
    }
    if now.attachments.len() >= LIST_ITEMS {
        return Err(Refusal::at("path", "too_many").with(LIST_ITEMS));
    }
    match said.size_bytes {
        ..1 => return Err(Refusal::at("path", "file_empty")),
        size if size > ATTACHMENT_BYTES => {
            return Err(Refusal::at("path", "attachment_too_large").with(ATTACHMENT_BYTES));
        }
        _ => {}
    }
    text::required("media_type", &said.media_type, NAME_CHARS)?;
    Ok((said, text::required("path", name, NAME_CHARS)?))
}

/// A file taken away again.
pub fn detach(now: &Order, attachment: AttachmentId) -> Result<Detached, Refusal> {
    if now.is_visible() && now.attachments.contains_key(&attachment) {
        return Ok(Detached { attachment });
    }
    Err(Refusal::at("attachment", "attachment_unknown"))
}

impl Order {
    pub(super) fn attached(&mut self, said: Attached, entry: &Entry, moment: Moment) {
        let personal = entry.personal.as_ref();
        let personal: Option<OrderPersonal> =
            personal.and_then(|part| serde_json::from_str(&part.text).ok());
        let attachment = Attachment {
            name: personal.and_then(|personal| personal.attachment_name),
            actor: entry.actor.clone(),
            moment,
            said,
        };
        let id = attachment.said.attachment;
        self.attachments.entry(id).or_insert(attachment);
    }

    pub(super) fn detached(&mut self, said: &Detached) {
        self.attachments.remove(&said.attachment);
    }
}
