//! What every store must do, asked through the hub's front door: a real server on loopback and the
//! devices' own client.

#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

use hub::{Hub, Store, server};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use sync::hub::{Hub as Client, Keys};
use sync::{About, Place, PlaceError, Record, Vector};
use uuid::Uuid;

const BOOK: Uuid = Uuid::from_u128(0xb00c);

/// A hub that serves until it is dropped.
struct Served {
    hub: Hub,
    address: String,
    end: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Served {
    fn on(file: &Path) -> Self {
        let hub = Hub::new(Store::open(file).unwrap()).unwrap();
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

    fn code(&self, book: Option<Uuid>) -> String {
        self.hub.store().invite(book, now_ms()).unwrap().0
    }

    /// An enrolled device that has greeted, and its keys once more.
    fn device(&self, number: u128) -> (Client, Keys) {
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

fn pair() -> (Keys, Keys) {
    let keys = Keys::fresh().unwrap();
    let again = Keys::read(&keys.kept()).unwrap();
    (keys, again)
}

fn greet(client: &mut Client, number: u128) -> Result<sync::Greeting, PlaceError> {
    client.greet(&about(number), &BTreeMap::new())
}

fn about(number: u128) -> About {
    About {
        device: Uuid::from_u128(number),
        name: format!("Till {number}"),
        prefix: char::from(b'@' + number as u8).to_string(),
    }
}

fn now_ms() -> i64 {
    let now = std::time::SystemTime::now();
    let since = now.duration_since(std::time::UNIX_EPOCH).unwrap();
    since.as_millis() as i64
}

/// Entry `seq` of a device's journal; histories part after the third. Every third entry has a
/// personal part.
fn record(number: u128, seq: u64, history: u8) -> Record {
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

fn records(number: u128, from: u64, to: u64) -> Vec<Record> {
    (from..=to).map(|seq| record(number, seq, 1)).collect()
}

fn all(client: &mut Client) -> Vec<Record> {
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

fn served() -> (tempfile::TempDir, Served) {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::on(&folder.path().join("hub.db"));
    (folder, served)
}

fn refused(code: &str) -> PlaceError {
    PlaceError::Refused(code.to_owned())
}

#[test]
fn what_one_device_gives_another_fetches_and_repeats_change_nothing() {
    let (_folder, served) = served();
    let (mut first, _) = served.device(1);
    let (mut second, _) = served.device(2);
    assert_eq!(first.push(&records(1, 1, 5)).unwrap().0, 5);
    assert_eq!(first.push(&records(1, 2, 5)).unwrap().0, 5);
    assert_eq!(first.push(&records(1, 4, 9)).unwrap().0, 9);
    assert_eq!(all(&mut second), records(1, 1, 9));
    let greeting = greet(&mut second, 2).unwrap();
    assert_eq!(greeting.held.get(Uuid::from_u128(1)), 9);
    assert_eq!(greeting.devices, [about(1), about(2)]);
    assert!((greeting.clock_ms.unwrap() - now_ms()).abs() < 60_000);
}

#[test]
fn a_journal_of_many_pages_is_fetched_whole() {
    let (_folder, served) = served();
    let (mut first, _) = served.device(1);
    for from in (1..=5_000).step_by(1_000) {
        first.push(&records(1, from, from + 999)).unwrap();
    }
    first.push(&records(7, 1, 3)).unwrap();
    let (mut second, _) = served.device(2);
    assert_eq!(all(&mut second).len(), 5_003);
}

#[test]
fn a_gap_is_not_taken_in_and_the_same_place_with_another_entry_is_a_fork() {
    let (_folder, served) = served();
    let (mut first, _) = served.device(1);
    first.push(&records(1, 1, 5)).unwrap();
    let gap = first.push(&records(1, 7, 8)).unwrap_err();
    assert!(matches!(gap, PlaceError::Away(_)), "{gap}");
    let (mut clone, _) = served.device(2);
    let other: Vec<Record> = (1..=6).map(|seq| record(1, seq, 9)).collect();
    let device = Uuid::from_u128(1);
    let fork = clone.push(&other).unwrap_err();
    assert_eq!(fork, PlaceError::Forked { device, seq: 4 });
    let beyond = clone.push(&other[5..]).unwrap_err();
    assert_eq!(beyond, PlaceError::Forked { device, seq: 5 });
    assert_eq!(all(&mut first), records(1, 1, 5));
    assert_eq!(served.hub.store().figures().unwrap().quarantined, 2);
}

#[test]
fn a_code_enrols_one_device_for_its_book_alone() {
    let (_folder, served) = served();
    served.device(1);
    let code = served.code(Some(BOOK));
    let (mut other, mut third) = (stranger(&served), stranger(&served));
    let elsewhere = other.enrol(&code, Some(Uuid::from_u128(9)), &about(2));
    assert_eq!(elsewhere, Err(refused("code_invalid")));
    let enrolled = other.enrol(&code.to_lowercase(), None, &about(2));
    assert_eq!(enrolled, Ok(BOOK), "a wrong attempt does not use it up");
    let again = third.enrol(&code, None, &about(3));
    assert_eq!(again, Err(refused("code_invalid")));
    // A code for a new book does not open one that is there.
    let fresh = third.enrol(&served.code(None), Some(BOOK), &about(3));
    assert_eq!(fresh, Err(refused("code_invalid")));
    let nobody = greet(&mut third, 3);
    assert!(nobody.is_err(), "who is not enrolled gets no token");
    let invited = other.invite().unwrap();
    assert_eq!(third.enrol(&invited.code, None, &about(3)), Ok(BOOK));
}

fn stranger(served: &Served) -> Client {
    Client::new(&served.address, Keys::fresh().unwrap())
}

#[test]
fn a_revoked_device_fetches_nothing_at_once_and_what_it_sends_is_put_aside() {
    let (_folder, served) = served();
    let (mut first, _) = served.device(1);
    let (mut second, _) = served.device(2);
    first.push(&records(1, 1, 2)).unwrap();
    first.revoke(Uuid::from_u128(2)).unwrap();
    let pulled = second.pull(&Vector::default());
    assert_eq!(pulled, Err(refused("revoked")));
    assert_eq!(second.push(&records(2, 1, 4)), Err(refused("revoked")));
    assert_eq!(second.invite(), Err(refused("revoked")));
    assert_eq!(all(&mut first).len(), 2);
    assert_eq!(served.hub.store().figures().unwrap().quarantined, 4);
    let unknown = first.revoke(Uuid::from_u128(8));
    assert_eq!(unknown, Err(refused("unknown")));
}

#[test]
fn books_know_nothing_of_each_other() {
    let (_folder, served) = served();
    let (mut first, _) = served.device(1);
    first.push(&records(1, 1, 3)).unwrap();
    let mut other = stranger(&served);
    let book = Some(Uuid::from_u128(0xb002));
    other.enrol(&served.code(None), book, &about(1)).unwrap();
    assert_eq!(greet(&mut other, 1).unwrap().held, Vector::default());
    assert_eq!(other.push(&records(1, 1, 1)).unwrap().0, 1);
    assert_eq!((all(&mut first).len(), all(&mut other).len()), (3, 1));
}

#[test]
fn personal_parts_that_are_gone_stay_gone_when_an_older_copy_comes() {
    let (_folder, served) = served();
    let (mut first, _) = served.device(1);
    first.push(&records(1, 1, 3)).unwrap();
    let device = Uuid::from_u128(1);
    first.redact(&[(device, 3), (device, 6)]).unwrap();
    first.push(&records(1, 1, 9)).unwrap();
    let personal: Vec<u64> = all(&mut first)
        .iter()
        .filter(|record| record.personal.is_some())
        .map(|record| record.seq)
        .collect();
    assert_eq!(personal, [9]);
}

#[test]
fn a_hub_that_was_restored_has_another_history_and_takes_the_rest_again() {
    let (folder, served) = served();
    let (mut first, keys) = served.device(1);
    first.push(&records(1, 1, 3)).unwrap();
    let history = greet(&mut first, 1).unwrap().history;
    let copy = folder.path().join("copy.db");
    served.hub.store().backup(&copy).unwrap();
    let again = served.hub.store().backup(&copy);
    assert!(again.is_err(), "nothing is overwritten");
    first.push(&records(1, 4, 6)).unwrap();
    drop(served);

    let place: PathBuf = folder.path().join("restored.db");
    hub::store::restore(&copy, &place).unwrap();
    let served = Served::on(&place);
    let mut first = Client::new(&served.address, keys);
    let greeting = greet(&mut first, 1).unwrap();
    assert_ne!(greeting.history, history);
    assert_eq!(greeting.held.get(Uuid::from_u128(1)), 3);
    assert_eq!(first.push(&records(1, 4, 6)).unwrap().0, 6);
    let wrong = served.hub.store().doctor().unwrap();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn listeners_hear_of_their_own_book_at_once() {
    let (_folder, served) = served();
    let (mut first, keys) = served.device(1);
    let (heard, hearing) = mpsc::channel();
    let address = served.address.clone();
    let listening = std::thread::spawn(move || {
        sync::hub::listen(&address, keys, &|is_new| {
            heard.send(is_new).unwrap();
            !is_new
        })
    });
    assert!(!hearing.recv().unwrap(), "it says that it listens");
    first.push(&records(1, 1, 1)).unwrap();
    assert!(hearing.recv().unwrap());
    listening.join().unwrap().unwrap();
}

#[test]
fn bodies_that_are_none_of_ours_are_refused() {
    let (_folder, served) = served();
    let (mut first, _) = served.device(1);
    let mixed = [record(1, 1, 1), record(2, 1, 1)];
    assert_eq!(first.push(&mixed), Err(refused("malformed")));
    assert_eq!(first.push(&[]), Err(refused("malformed")));
    assert_eq!(all(&mut first), []);
}
