//! What the tests of the hub share: a store of either kind, a hub that serves it, devices and their
//! entries.

#![allow(dead_code, unused_imports, reason = "no file of tests needs all of it")]

mod ground;
mod program;
mod sent;

use hub::{Hub, Store, server};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::mpsc;
use sync::hub::{Hub as Client, Keys};
use sync::{About, Place, PlaceError, Record, Vector};
use uuid::Uuid;

#[cfg(target_os = "linux")]
pub use ground::on_postgres;
pub use ground::{Case, Ground};
pub use program::{Program, run};
pub use sent::Sent;

pub const BOOK: Uuid = Uuid::from_u128(0xb00c);

/// A hub that serves until it is dropped.
pub struct Served {
    pub hub: Hub,
    pub address: String,
    end: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Served {
    pub fn on(store: Store) -> Self {
        let hub = Hub::new(store).unwrap();
        let (end, ending) = tokio::sync::oneshot::channel::<()>();
        let (tell, told) = mpsc::channel();
        let serving = hub.clone();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                tell.send(listener.local_addr().unwrap()).unwrap();
                let end = async { drop(ending.await) };
                server::serve(serving, listener, None, end).await.unwrap();
            });
        });
        Self {
            hub,
            address: format!("http://{}", told.recv().unwrap()),
            end: Some(end),
            thread: Some(thread),
        }
    }

    pub fn code(&self, book: Option<Uuid>) -> String {
        self.hub.store().invite(book, now_ms()).unwrap().0
    }

    /// An enrolled device that has greeted, and its keys once more.
    pub fn device(&self, number: u128) -> (Client, Keys) {
        let is_first = self.hub.store().members(BOOK).unwrap().is_empty();
        let code = self.code((!is_first).then_some(BOOK));
        let (keys, again) = pair();
        let mut client = Client::new(&self.address, keys);
        let book = is_first.then_some(BOOK);
        assert_eq!(client.enrol(&code, book, &about(number)).unwrap(), BOOK);
        greet(&mut client, number).unwrap();
        (client, again)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.end.take());
        let _ = self.thread.take().map(std::thread::JoinHandle::join);
    }
}

pub fn pair() -> (Keys, Keys) {
    let keys = Keys::fresh().unwrap();
    let again = Keys::read(&keys.kept()).unwrap();
    (keys, again)
}

/// A call as anybody may make it; status and body of the answer.
pub fn asked(
    request: ureq::RequestBuilder<ureq::typestate::WithBody>,
    body: &[u8],
) -> (u16, Value) {
    let mut answer = request
        .config()
        .http_status_as_error(false)
        .build()
        .send(body)
        .unwrap();
    let text = answer.body_mut().read_to_string().unwrap();
    (
        answer.status().as_u16(),
        serde_json::from_str(&text).unwrap_or_default(),
    )
}

/// A page as anybody sees it; status, headers and text.
pub fn seen(address: &str) -> (u16, ureq::http::HeaderMap, String) {
    let call = ureq::get(address).config().http_status_as_error(false);
    let mut answer = call.build().call().unwrap();
    let text = answer.body_mut().read_to_string().unwrap();
    (answer.status().as_u16(), answer.headers().clone(), text)
}

pub fn greet(client: &mut Client, number: u128) -> Result<sync::Greeting, PlaceError> {
    client.greet(&about(number), &BTreeMap::new())
}

pub fn about(number: u128) -> About {
    About {
        device: Uuid::from_u128(number),
        name: format!("Till {number}"),
        prefix: char::from(b'@' + number as u8).to_string(),
    }
}

pub fn now_ms() -> i64 {
    let now = std::time::SystemTime::now();
    let since = now.duration_since(std::time::UNIX_EPOCH).unwrap();
    since.as_millis() as i64
}

/// Entry `seq` of a device's journal; histories part after the third. Every third entry has a
/// personal part.
pub fn record(number: u128, seq: u64, history: u8) -> Record {
    let hash = |seq: u64| {
        let mut hash = [0; 32];
        if seq > 0 {
            hash[0] = if seq > 3 { history } else { 1 };
            hash[1..9].copy_from_slice(&seq.to_be_bytes());
            hash[9..25].copy_from_slice(&number.to_be_bytes());
        }
        hash
    };
    Record {
        device: Uuid::from_u128(number),
        seq,
        prev_hash: hash(seq - 1),
        hash: hash(seq),
        body: format!("entry {seq} of {number}").into_bytes(),
        personal: seq.is_multiple_of(3).then(|| b"Ada".to_vec()),
    }
}

pub fn records(number: u128, from: u64, to: u64) -> Vec<Record> {
    (from..=to).map(|seq| record(number, seq, 1)).collect()
}

pub fn all(client: &mut Client) -> Vec<Record> {
    let (mut held, mut found) = (Vector::default(), Vec::new());
    loop {
        let pulled = client.pull(&held).unwrap();
        for record in &pulled.records {
            assert_eq!(record.seq, held.get(record.device) + 1, "without a gap");
            held.raise(record.device, record.seq);
        }
        found.extend(pulled.records);
        if !pulled.more {
            assert_eq!(pulled.held, held);
            return found;
        }
    }
}

pub fn refused(code: &str) -> PlaceError {
    PlaceError::Refused(code.to_owned())
}
