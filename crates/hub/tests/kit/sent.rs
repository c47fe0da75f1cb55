//! A document as a foreign system sends it.

use ring::hmac;
use serde_json::Value;
use uuid::Uuid;

use super::{asked, now_ms};

/// A document, its id and how it is signed.
pub struct Sent<'a> {
    pub secret: &'a str,
    pub external: Option<&'a str>,
    pub body: &'a str,
    pub at_s: i64,
}

impl<'a> Sent<'a> {
    pub fn now(secret: &'a str, external: Option<&'a str>, body: &'a str) -> Self {
        Self {
            secret,
            external,
            body,
            at_s: now_ms() / 1_000,
        }
    }

    pub fn send(&self, address: &str, channel: Uuid) -> (u16, Value) {
        let text = format!(
            "{}\n{}\n{}",
            self.at_s,
            self.external.unwrap_or_default(),
            self.body
        );
        let key = hmac::Key::new(hmac::HMAC_SHA256, self.secret.as_bytes());
        let tag = hmac::sign(&key, text.as_bytes());
        let digits: String = tag
            .as_ref()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let mut request = ureq::post(format!("{address}/v1/inbox/{channel}"))
            .header(
                "counterbook-signature",
                format!("t={},v1={digits}", self.at_s),
            )
            .header("content-type", "application/json");
        if let Some(id) = self.external {
            request = request.header("counterbook-document", id);
        }
        asked(request, self.body.as_bytes())
    }
}
