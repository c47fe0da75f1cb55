//! Pages for customers that the hub shows under links which nobody guesses.

use super::Hub;
use crate::place::PlaceError;
use ring::rand::{SecureRandom as _, SystemRandom};
use serde::Serialize;
use serde_json::{json, to_value};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;

/// A page as it is published.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Page<'a> {
    /// The link.
    pub link: &'a str,
    /// Grows with every change of what it tells.
    pub revision: i64,
    /// The page, HTML.
    pub page: &'a str,
    /// When the link ends, UTC milliseconds.
    pub expires_ms: i64,
}

/// A new link: 144 random bits; `None` when the system has no randomness.
pub fn fresh_link() -> Option<String> {
    let mut bytes = [0; 18];
    SystemRandom::new().fill(&mut bytes).ok()?;
    Some(BASE64.encode(bytes))
}

impl Hub {
    /// Puts a page under its link, or in the place of one of an older revision.
    ///
    /// # Errors
    /// When the hub is away or refuses.
    pub fn publish(&mut self, page: &Page<'_>) -> Result<(), PlaceError> {
        self.call("track", &to_value(page).unwrap_or_default())
            .map(drop)
    }

    /// Withdraws a page for ever.
    ///
    /// # Errors
    /// When the hub is away or refuses.
    pub fn withdraw(&mut self, link: &str) -> Result<(), PlaceError> {
        self.call("untrack", &json!({ "link": link })).map(drop)
    }

    /// The address of a page, for the customer.
    pub fn address_of(&self, link: &str) -> String {
        format!("{}/t/{link}", self.address)
    }
}
