//! The hub's inbox, as a device sees it: channels that bring documents, and the documents.

use super::{Hub, json_of, strange};
use crate::place::PlaceError;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// A channel that brings documents from a foreign system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channel {
    /// Its id, part of the address that the foreign system calls.
    pub channel: Uuid,
    /// What the shop calls it.
    pub name: String,
    /// When it was opened, UTC milliseconds.
    pub opened_ms: i64,
    /// When it was closed, UTC milliseconds.
    pub closed_ms: Option<i64>,
}

/// A document that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its id.
    pub document: Uuid,
    /// The channel that brought it.
    pub channel: Uuid,
    /// The sender's own id for it.
    pub external: Option<String>,
    /// What it says that it is.
    pub media_type: String,
    /// Bytes of its content.
    pub bytes: i64,
    /// When it came, UTC milliseconds.
    pub received_ms: i64,
    /// Until when a device has it, UTC milliseconds; 0 when none ever had.
    pub leased_until_ms: i64,
}

impl Hub {
    /// Opens a channel; returns its id and its secret, which is told this once.
    ///
    /// # Errors
    /// When the hub is away or refuses.
    pub fn open_channel(&mut self, name: &str) -> Result<(Uuid, String), PlaceError> {
        #[derive(Deserialize)]
        struct Opened {
            channel: Uuid,
            secret: String,
        }
        let opened: Opened = json_of(self.call("channels/open", &json!({ "name": name }))?)?;
        Ok((opened.channel, opened.secret))
    }

    /// Closes a channel: nothing more is taken from it.
    ///
    /// # Errors
    /// When the hub is away or refuses.
    pub fn close_channel(&mut self, channel: Uuid) -> Result<(), PlaceError> {
        let asked = json!({ "channel": channel });
        self.call("channels/close", &asked).map(drop)
    }

    /// The channels of the book.
    ///
    /// # Errors
    /// When the hub is away or refuses.
    pub fn channels(&mut self) -> Result<Vec<Channel>, PlaceError> {
        #[derive(Deserialize)]
        struct Channels {
            channels: Vec<Channel>,
        }
        let listed: Channels = json_of(self.ask("channels")?)?;
        Ok(listed.channels)
    }

    /// The documents that wait, oldest first.
    ///
    /// # Errors
    /// When the hub is away or refuses.
    pub fn documents(&mut self) -> Result<Vec<Document>, PlaceError> {
        #[derive(Deserialize)]
        struct Documents {
            documents: Vec<Document>,
        }
        let listed: Documents = json_of(self.ask("documents")?)?;
        Ok(listed.documents)
    }

    /// Takes some documents that no other device has; those that the lease holds come again.
    ///
    /// # Errors
    /// When the hub is away or refuses.
    pub fn take_documents(&mut self, lease: Uuid) -> Result<Vec<(Document, Vec<u8>)>, PlaceError> {
        self.take(&json!({ "lease": lease }))
    }

    /// Takes one document; none where another device has it, or where it does not wait.
    ///
    /// # Errors
    /// When the hub is away or refuses.
    pub fn take_document(
        &mut self,
        lease: Uuid,
        document: Uuid,
    ) -> Result<Option<(Document, Vec<u8>)>, PlaceError> {
        let taken = self.take(&json!({ "lease": lease, "document": document }))?;
        // A hub that does not know this call yet hands out what is oldest.
        let mut taken = taken.into_iter();
        Ok(taken.find(|(about, _)| about.document == document))
    }

    fn take(&mut self, asked: &Value) -> Result<Vec<(Document, Vec<u8>)>, PlaceError> {
        #[derive(Deserialize)]
        struct Full {
            #[serde(flatten)]
            about: Document,
            body: String,
        }
        #[derive(Deserialize)]
        struct Lent {
            documents: Vec<Full>,
        }
        let lent: Lent = json_of(self.call("documents/take", asked)?)?;
        let all = lent.documents.into_iter().map(|full| {
            let body = BASE64.decode(full.body).map_err(|_| strange())?;
            Ok((full.about, body))
        });
        all.collect()
    }

    /// Something was made of documents that a lease holds; returns those that it held.
    ///
    /// # Errors
    /// When the hub is away or refuses.
    pub fn documents_done(
        &mut self,
        lease: Uuid,
        documents: &[Uuid],
    ) -> Result<Vec<Uuid>, PlaceError> {
        #[derive(Deserialize)]
        struct Done {
            documents: Vec<Uuid>,
        }
        let asked = json!({ "lease": lease, "documents": documents });
        let done: Done = json_of(self.call("documents/done", &asked)?)?;
        Ok(done.documents)
    }
}
