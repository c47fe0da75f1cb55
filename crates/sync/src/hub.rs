//! A hub as a place: HTTP with a key of this device's own.

mod inbox;
mod keys;
mod news;
mod snapshots;
mod tracking;

pub use inbox::{Channel, Document};
pub use keys::Keys;
pub use news::listen;
pub use tracking::{Page, fresh_link};

use crate::frame::{self, Frame};
use crate::limits::BODY_BYTES;
use crate::place::{About, Greeting, Place, PlaceError, Pulled};
use crate::record::Record;
use crate::seen::End;
use crate::snapshot::Shelved;
use crate::vector::Vector;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Read as _;
use std::time::Duration;
use ureq::http::Response;
use ureq::{Agent, Body};
use uuid::Uuid;

/// How long a connection may take, and how long an answer.
const CONNECT: Duration = Duration::from_secs(10);
const ANSWER: Duration = Duration::from_secs(60);
/// How hard is packed: the default of zstd.
const LEVEL: i32 = 3;

/// A hub, as one device sees it.
pub struct Hub {
    address: String,
    keys: Keys,
    agent: Agent,
    token: Option<String>,
}

/// A device that may be enrolled, as its book knows it.
#[derive(Serialize)]
struct Enrol<'a> {
    code: &'a str,
    key: String,
    book: Option<Uuid>,
    #[serde(flatten)]
    about: &'a About,
}

#[derive(Deserialize)]
struct Enrolled {
    book: Uuid,
}

#[derive(Deserialize)]
struct Greeted {
    history: String,
    held: Vector,
    /// A hub of an older version does not tell.
    #[serde(default)]
    ends: BTreeMap<Uuid, End>,
    devices: Vec<About>,
    clock_ms: i64,
    #[serde(default)]
    snapshot: Option<Shelved>,
}

#[derive(Deserialize)]
struct Head {
    held: Vector,
    more: bool,
}

/// A code for one more device.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Invitation {
    /// The code.
    pub code: String,
    /// Until when it is good, UTC milliseconds.
    pub expires_ms: i64,
}

impl Hub {
    /// A hub at an address, called with a device's keys.
    pub fn new(address: &str, keys: Keys) -> Self {
        Self {
            address: address.trim_end_matches('/').to_owned(),
            keys,
            agent: agent(Some(ANSWER)),
            token: None,
        }
    }

    /// Enrols this device with a code; returns the book. A book that is new there is named.
    ///
    /// # Errors
    /// `Refused` with `code_invalid` when the code is wrong, used, too old or for another book.
    pub fn enrol(
        &mut self,
        code: &str,
        book: Option<Uuid>,
        about: &About,
    ) -> Result<Uuid, PlaceError> {
        let asked = Enrol {
            code,
            key: self.keys.public(),
            book,
            about,
        };
        let sent = self.agent.post(self.route("enrol")).send_json(&asked);
        let enrolled: Enrolled = json_of(answered(sent)?)?;
        Ok(enrolled.book)
    }

    /// A code for one more device of the book.
    ///
    /// # Errors
    /// When the hub is away or refuses.
    pub fn invite(&mut self) -> Result<Invitation, PlaceError> {
        json_of(self.call("invite", &json!({}))?)
    }

    /// Revokes a device of the book.
    ///
    /// # Errors
    /// When the hub is away or refuses.
    pub fn revoke(&mut self, device: Uuid) -> Result<(), PlaceError> {
        self.call("revoke", &json!({ "device": device })).map(drop)
    }

    fn route(&self, name: &str) -> String {
        format!("{}/v1/{name}", self.address)
    }

    /// Signs in.
    fn sign_in(&mut self) -> Result<String, PlaceError> {
        #[derive(Deserialize)]
        struct Nonce {
            nonce: String,
        }
        #[derive(Deserialize)]
        struct Token {
            token: String,
        }
        let sent = self.agent.post(self.route("nonce")).send_empty();
        let nonce: Nonce = json_of(answered(sent)?)?;
        let signed = json!({
            "key": self.keys.public(),
            "nonce": nonce.nonce,
            "signature": self.keys.signed(&nonce.nonce),
        });
        let sent = self.agent.post(self.route("token")).send_json(&signed);
        let token: Token = json_of(answered(sent)?)?;
        self.token = Some(token.token.clone());
        Ok(token.token)
    }

    fn token(&mut self) -> Result<String, PlaceError> {
        match &self.token {
            Some(token) => Ok(token.clone()),
            None => self.sign_in(),
        }
    }

    /// Calls with a token; one that is no longer good is renewed once.
    fn signed_in(
        &mut self,
        send: impl Fn(&Agent, &str) -> Result<Response<Body>, ureq::Error>,
    ) -> Result<Response<Body>, PlaceError> {
        let token = self.token()?;
        let sent = send(&self.agent, &format!("Bearer {token}"));
        if sent.as_ref().is_ok_and(|answer| answer.status() == 401) {
            let token = self.sign_in()?;
            return answered(send(&self.agent, &format!("Bearer {token}")));
        }
        answered(sent)
    }

    fn ask(&mut self, name: &str) -> Result<Response<Body>, PlaceError> {
        let route = self.route(name);
        self.signed_in(|agent, token| agent.get(&route).header("authorization", token).call())
    }

    fn call(&mut self, name: &str, body: &Value) -> Result<Response<Body>, PlaceError> {
        let route = self.route(name);
        self.signed_in(|agent, token| {
            agent
                .post(&route)
                .header("authorization", token)
                .send_json(body)
        })
    }
}

impl Place for Hub {
    fn greet(
        &mut self,
        about: &About,
        _cursors: &BTreeMap<String, String>,
    ) -> Result<Greeting, PlaceError> {
        let about = serde_json::to_value(about).unwrap_or_default();
        let greeted: Greeted = json_of(self.call("greet", &about)?)?;
        Ok(Greeting {
            history: greeted.history,
            held: greeted.held,
            ends: greeted.ends,
            devices: greeted.devices,
            clock_ms: Some(greeted.clock_ms),
            snapshot: greeted.snapshot,
        })
    }

    fn pull(&mut self, mine: &Vector) -> Result<Pulled, PlaceError> {
        let body = self.call("pull", &json!({ "held": mine }))?;
        let packed = bytes_of(body)?;
        let bytes = packed.len() as u64;
        let mut frames = unpacked(&packed)?.into_iter();
        let head = match frames.next() {
            Some(Frame::Head(json)) => serde_json::from_slice::<Head>(&json).ok(),
            _ => None,
        };
        let head = head.ok_or_else(strange)?;
        let records = frames.filter_map(|frame| match frame {
            Frame::Record(record) => Some(record),
            Frame::Head(_) | Frame::Unknown => None,
        });
        Ok(Pulled {
            records: records.collect(),
            held: head.held,
            more: head.more,
            bytes,
            ..Pulled::default()
        })
    }

    fn rewind(&mut self) -> Result<(), PlaceError> {
        // A hub is read by what is held here alone.
        Ok(())
    }

    fn push(&mut self, records: &[Record]) -> Result<(u64, u64), PlaceError> {
        #[derive(Deserialize)]
        struct Held {
            held: u64,
        }
        let device = records.first().map(|record| record.device);
        let mut bytes = Vec::new();
        for record in records {
            Frame::Record(record.clone()).write(&mut bytes);
        }
        let packed = zstd::encode_all(bytes.as_slice(), LEVEL)
            .map_err(|error| PlaceError::Away(error.to_string()))?;
        let route = self.route("push");
        let sent = self.signed_in(|agent, token| {
            agent
                .post(&route)
                .header("authorization", token)
                .header("content-type", "application/zstd")
                .send(packed.as_slice())
        });
        match (sent, device) {
            (Err(PlaceError::Forked { seq, .. }), Some(device)) => {
                Err(PlaceError::Forked { device, seq })
            }
            (sent, _) => {
                let held: Held = json_of(sent?)?;
                Ok((held.held, packed.len() as u64))
            }
        }
    }

    fn redact(&mut self, gone: &[(Uuid, u64)]) -> Result<(), PlaceError> {
        self.call("redact", &json!({ "gone": gone })).map(drop)
    }
}

/// An agent that goes by the certificates that this machine trusts.
fn agent(answer: Option<Duration>) -> Agent {
    // Another part of the program may have said so already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let tls = ureq::tls::TlsConfig::builder()
        .root_certs(ureq::tls::RootCerts::PlatformVerifier)
        .build();
    Agent::config_builder()
        .http_status_as_error(false)
        .timeout_connect(Some(CONNECT))
        .timeout_global(answer)
        .tls_config(tls)
        .build()
        .into()
}

/// An answer that says that it was done.
fn answered(sent: Result<Response<Body>, ureq::Error>) -> Result<Response<Body>, PlaceError> {
    let answer = sent.map_err(|error| PlaceError::Away(error.to_string()))?;
    let status = answer.status();
    if status.is_success() {
        return Ok(answer);
    }
    let body: Value = json_of(answer).unwrap_or_default();
    let code = body["code"].as_str().unwrap_or_default().to_owned();
    Err(match (code.as_str(), body["seq"].as_u64()) {
        ("forked", Some(seq)) => PlaceError::Forked {
            device: Uuid::nil(),
            seq,
        },
        ("" | "broken" | "too_many" | "gap", _) => PlaceError::Away(format!("{status} {code}")),
        _ => PlaceError::Refused(code),
    })
}

fn json_of<T: DeserializeOwned>(answer: Response<Body>) -> Result<T, PlaceError> {
    serde_json::from_slice(&bytes_of(answer)?).map_err(|_| strange())
}

fn bytes_of(answer: Response<Body>) -> Result<Vec<u8>, PlaceError> {
    let mut body = answer.into_body();
    let reading = body.with_config().limit(BODY_BYTES as u64);
    let bytes = reading.read_to_vec();
    bytes.map_err(|error| PlaceError::Away(error.to_string()))
}

fn unpacked(packed: &[u8]) -> Result<Vec<Frame>, PlaceError> {
    let mut bytes = Vec::new();
    let unpacking = zstd::Decoder::new(packed).map_err(|_| strange())?;
    let read = unpacking.take(BODY_BYTES as u64).read_to_end(&mut bytes);
    read.map_err(|_| strange())?;
    frame::read_all(&bytes).ok_or_else(strange)
}

/// What answers is no hub, or what it said was damaged on its way.
fn strange() -> PlaceError {
    PlaceError::Away("the answer is not that of a hub".to_owned())
}
