//! Who calls, from the token that comes with a call.

use crate::server::Address;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

use super::{Hub, now_ms};
use crate::HubError;
use crate::limits::{CALLS_PER_MIN, KNOCKS_PER_MIN};
use crate::store::Member;

/// An enrolled device; it may be a revoked one.
pub struct Known(pub Member);

/// An enrolled device that is not revoked.
pub struct Caller(pub Member);

/// Somebody who is not known yet, and has not knocked too often.
pub struct Stranger {
    address: String,
}

impl FromRequestParts<Hub> for Known {
    type Rejection = HubError;

    async fn from_request_parts(parts: &mut Parts, hub: &Hub) -> Result<Self, HubError> {
        let header = parts.headers.get(AUTHORIZATION);
        let header = header.and_then(|value| value.to_str().ok());
        let token = header.and_then(|value| value.strip_prefix("Bearer "));
        let token = token.ok_or(HubError::Unauthorised)?;
        let key = hub.inner.secret.key_of(token, now_ms())?;
        hub.inner.rate.check(&key, CALLS_PER_MIN, now_ms())?;
        let member = hub.with_store(move |store| store.member(&key)).await?;
        Ok(Self(member))
    }
}

impl FromRequestParts<Hub> for Caller {
    type Rejection = HubError;

    async fn from_request_parts(parts: &mut Parts, hub: &Hub) -> Result<Self, HubError> {
        let Known(member) = Known::from_request_parts(parts, hub).await?;
        match member.revoked_ms {
            Some(_) => Err(HubError::Revoked),
            None => Ok(Self(member)),
        }
    }
}

impl FromRequestParts<Hub> for Stranger {
    type Rejection = HubError;

    async fn from_request_parts(parts: &mut Parts, hub: &Hub) -> Result<Self, HubError> {
        let address = address_of(parts);
        let rate = &hub.inner.rate;
        rate.check(address.as_bytes(), CALLS_PER_MIN, now_ms())?;
        rate.look(&wrong(&address), KNOCKS_PER_MIN, now_ms())?;
        Ok(Self { address })
    }
}

impl Stranger {
    /// Counts a call for something that strangers may ask for only so often.
    pub fn asks(&self, hub: &Hub, what: &str, most: u32) -> Result<(), HubError> {
        let key = format!("{what} {}", self.address);
        hub.inner.rate.check(key.as_bytes(), most, now_ms())
    }

    /// Counts what looks like guessing: after some of it nothing more is tried from there.
    pub fn was_wrong(&self, hub: &Hub) {
        // Whether it was once too often is found with the next call.
        let _ = hub
            .inner
            .rate
            .check(&wrong(&self.address), KNOCKS_PER_MIN, now_ms());
    }
}

fn wrong(address: &str) -> Vec<u8> {
    format!("wrong {address}").into_bytes()
}

/// Where a call comes from. A proxy on this machine is believed who it speaks for.
fn address_of(parts: &Parts) -> String {
    let peer = parts.extensions.get::<ConnectInfo<Address>>();
    let Some(peer) = peer.map(|info| info.0.0.ip()) else {
        return String::new();
    };
    let said = parts.headers.get("x-forwarded-for");
    let said = said.and_then(|value| value.to_str().ok());
    let last = said.and_then(|list| list.rsplit(',').next()).map(str::trim);
    match last {
        Some(client) if peer.is_loopback() => client.to_owned(),
        _ => peer.to_string(),
    }
}
