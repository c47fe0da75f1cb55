//! How foreign systems sign what they send to the inbox: HMAC-SHA256 with the channel's secret over
//! the time, the sender's id for the document and the document itself.
//!
//! ```text
//! Counterbook-Document: 1042            (may be left out)
//! Counterbook-Signature: t=1764500000,v1=<64 hex digits>
//!     of "1764500000\n1042\n" and the body
//! ```

use axum::http::HeaderMap;
use ring::hmac;

use crate::HubError;
use crate::limits::{EXTERNAL_CHARS, REPLAY_S};

/// The header with the sender's id for a document.
pub const DOCUMENT: &str = "counterbook-document";
/// The header with time and signature.
pub const SIGNATURE: &str = "counterbook-signature";

/// What the headers of a call say.
#[derive(Debug)]
pub struct Signed<'a> {
    /// The sender's id for the document.
    pub external: Option<&'a str>,
    at_s: i64,
    tag: Vec<u8>,
}

impl<'a> Signed<'a> {
    /// Reads the headers.
    ///
    /// # Errors
    /// `Unauthorised` without a signature, `Malformed` when the id is none.
    pub fn of(headers: &'a HeaderMap) -> Result<Self, HubError> {
        let text = |name: &str| headers.get(name).map(|value| value.to_str());
        let said = text(SIGNATURE).and_then(Result::ok);
        let (at_s, tag) = said.and_then(parts).ok_or(HubError::Unauthorised)?;
        let external = text(DOCUMENT)
            .transpose()
            .map_err(|_| HubError::Malformed)?;
        let is_id = |id: &str| {
            (1..=EXTERNAL_CHARS).contains(&id.len())
                && id.bytes().all(|byte| byte.is_ascii_graphic())
        };
        if external.is_some_and(|id| !is_id(id)) {
            return Err(HubError::Malformed);
        }
        Ok(Self {
            external,
            at_s,
            tag,
        })
    }

    /// Holds the signature against a channel's secret; compares in constant time.
    ///
    /// # Errors
    /// `Unauthorised` when it is another's, `Stale` when it is too old or from the future.
    pub fn check(&self, secret: &str, body: &[u8], now_ms: i64) -> Result<(), HubError> {
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        let text = signed_text(self.at_s, self.external, body);
        hmac::verify(&key, &text, &self.tag).map_err(|_| HubError::Unauthorised)?;
        let away_s = (now_ms / 1_000).saturating_sub(self.at_s).saturating_abs();
        if away_s > REPLAY_S {
            return Err(HubError::Stale);
        }
        Ok(())
    }
}

fn signed_text(at_s: i64, external: Option<&str>, body: &[u8]) -> Vec<u8> {
    let mut text = format!("{at_s}\n{}\n", external.unwrap_or_default()).into_bytes();
    text.extend_from_slice(body);
    text
}

fn parts(said: &str) -> Option<(i64, Vec<u8>)> {
    let (at, tag) = said.strip_prefix("t=")?.split_once(",v1=")?;
    if tag.len() != 64 || !tag.is_ascii() {
        return None;
    }
    let bytes = (0..32).map(|place| u8::from_str_radix(&tag[2 * place..2 * place + 2], 16).ok());
    Some((at.parse().ok()?, bytes.collect::<Option<Vec<u8>>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(secret: &str, at_s: i64, external: Option<&str>, body: &[u8]) -> HeaderMap {
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        let tag = hmac::sign(&key, &signed_text(at_s, external, body));
        let digits: String = tag
            .as_ref()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let mut headers = HeaderMap::new();
        let said = format!("t={at_s},v1={digits}");
        headers.insert(SIGNATURE, said.parse().unwrap());
        if let Some(id) = external {
            headers.insert(DOCUMENT, id.parse().unwrap());
        }
        headers
    }

    fn checked(headers: &HeaderMap, body: &[u8], now_s: i64) -> Result<(), HubError> {
        Signed::of(headers)?.check("secret", body, now_s * 1_000)
    }

    #[test]
    fn a_signature_holds_for_its_time_its_id_its_body_and_its_secret() {
        let good = headers("secret", 1_000, Some("7"), b"{}");
        assert!(checked(&good, b"{}", 1_000 + REPLAY_S).is_ok());
        assert!(checked(&good, b"{ }", 1_000).is_err());
        let other = headers("another", 1_000, Some("7"), b"{}");
        assert!(checked(&other, b"{}", 1_000).is_err());
        let mut renamed = good.clone();
        renamed.insert(DOCUMENT, "8".parse().unwrap());
        assert!(checked(&renamed, b"{}", 1_000).is_err());
        renamed.remove(DOCUMENT);
        assert!(checked(&renamed, b"{}", 1_000).is_err());
    }

    #[test]
    fn what_is_too_old_or_from_the_future_is_stale() {
        let good = headers("secret", 1_000, None, b"{}");
        for now_s in [1_001 + REPLAY_S, 999 - REPLAY_S, i64::MAX / 1_000] {
            let stale = checked(&good, b"{}", now_s).unwrap_err();
            assert!(matches!(stale, HubError::Stale), "{stale}");
        }
    }

    #[test]
    fn headers_that_are_none_of_ours_are_refused() {
        for said in [
            "",
            "t=1",
            "t=1,v1=00",
            "t=x,v1=",
            "v1=0,t=1",
            &format!("t=1,v1={}", "é".repeat(32)),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(
                SIGNATURE,
                axum::http::HeaderValue::from_bytes(said.as_bytes()).unwrap(),
            );
            assert!(Signed::of(&headers).is_err(), "{said}");
        }
        let mut long = headers("secret", 1, Some("7"), b"");
        long.insert(DOCUMENT, "7".repeat(EXTERNAL_CHARS + 1).parse().unwrap());
        assert!(Signed::of(&long).is_err());
    }
}
