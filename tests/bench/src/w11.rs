//! W11: a thousand devices listen to one hub: what they cost it while nothing happens, and how soon
//! all of them know when something does.

use crate::process;
use crate::served::{BOOK, Ground, enrolled, served};
use crate::stats::timed;
use crate::table::{Figure, Figures};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use sync::hub::{Hub, Keys, listen};
use sync::{About, Place as _, PlaceError, Record};
use uuid::Uuid;

const DEVICES: usize = 1_000;
/// So long the hub is watched while nothing happens.
const QUIET: Duration = Duration::from_secs(30);
/// A hub lets only so many strangers knock in a minute: who is told so knocks again.
const AGAIN: Duration = Duration::from_secs(2);
const POLL: Duration = Duration::from_millis(1);

/// What the devices have heard, all together.
#[derive(Default)]
struct Heard {
    /// Devices that listen.
    listening: AtomicUsize,
    /// Words that there is something new.
    news: AtomicUsize,
}

/// Measures the hub's program that stands beside this one, on one entry of a book.
pub fn run(record: &Record, figures: &mut Figures) {
    let folder = tempfile::tempdir().expect("a folder for the hub");
    let ground = Ground {
        name: "SQLite",
        folder: folder.path(),
        database: None,
    };
    let (hub, address) = served(&ground);
    let mut first = enrolled(&ground, &address, 1);
    let alone_mb = process::memory_mb(hub.id());
    let heard = Arc::new(Heard::default());
    for number in 0..DEVICES {
        let keys = joined(&mut first, &address, number);
        attend(&address, keys, &heard);
    }
    wait_for(&heard.listening);
    let with_mb = process::memory_mb(hub.id());
    tell(figures, "memory of the hub alone", alone_mb, "MB");
    tell(figures, "memory of the hub with them", with_mb, "MB");
    let before = process::busy(hub.id());
    std::thread::sleep(QUIET);
    let busy = process::busy(hub.id()) - before;
    let share = 100.0 * busy.as_secs_f64() / QUIET.as_secs_f64();
    tell(figures, "processor while nothing happens", share, "%");
    let before = process::busy(hub.id());
    let ((), seconds) = timed(|| {
        first
            .push(std::slice::from_ref(record))
            .expect("the hub takes the entry");
        wait_for(&heard.news);
    });
    let busy = (process::busy(hub.id()) - before).as_secs_f64();
    tell(figures, "until all know of an entry", seconds * 1e3, "ms");
    tell(figures, "processor time of telling them", busy * 1e3, "ms");
}

/// Enrols one more device; gives its keys.
fn joined(first: &mut Hub, address: &str, number: usize) -> Keys {
    let about = About {
        device: Uuid::from_u128(1_000 + number as u128),
        name: format!("Till {number}"),
        prefix: format!("T{number}"),
    };
    let keys = Keys::fresh().expect("the system has randomness");
    let kept = keys.kept();
    let mut hub = Hub::new(address, keys);
    loop {
        let code = patiently(|| first.invite()).code;
        match hub.enrol(&code, None, &about) {
            Ok(book) => {
                assert_eq!(book, BOOK, "it is a device of the same book");
                return Keys::read(&kept).expect("keys that were kept");
            }
            Err(error) => wait_a_little(&error),
        }
    }
}

/// Listens on a thread of its own, as long as this program runs.
fn attend(address: &str, keys: Keys, heard: &Arc<Heard>) {
    let (address, heard, kept) = (address.to_owned(), Arc::clone(heard), keys.kept());
    std::thread::spawn(move || {
        loop {
            let listened = AtomicUsize::new(0);
            let on = |is_new: bool| {
                if is_new {
                    heard.news.fetch_add(1, Ordering::Relaxed);
                } else if listened.fetch_add(1, Ordering::Relaxed) == 0 {
                    heard.listening.fetch_add(1, Ordering::Relaxed);
                }
                true
            };
            let keys = Keys::read(&kept).expect("keys that were kept");
            let ended = listen(&address, keys, &on);
            if listened.into_inner() > 0 {
                // The workload is over, and its hub.
                return;
            }
            if let Err(error) = ended {
                wait_a_little(&error);
            }
        }
    });
}

fn patiently<T>(mut ask: impl FnMut() -> Result<T, PlaceError>) -> T {
    loop {
        match ask() {
            Ok(answer) => return answer,
            Err(error) => wait_a_little(&error),
        }
    }
}

/// Only that there were too many is waited out.
fn wait_a_little(error: &PlaceError) {
    let is_patience = matches!(error, PlaceError::Away(why) if why.ends_with("too_many"));
    assert!(is_patience, "the hub does not let a device in: {error:?}");
    std::thread::sleep(AGAIN);
}

fn wait_for(counted: &AtomicUsize) {
    while counted.load(Ordering::Relaxed) < DEVICES {
        std::thread::sleep(POLL);
    }
}

fn tell(figures: &mut Figures, what: &str, figure: f64, unit: &'static str) {
    figures.add(Figure {
        workload: "W11",
        what: format!("{DEVICES} devices: {what}"),
        figure,
        unit,
        floor: None,
        target: String::new(),
        met: None,
    });
}
