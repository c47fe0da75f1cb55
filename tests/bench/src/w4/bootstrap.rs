//! A new device starts from a snapshot: its file is fetched, checked and made its own, until it
//! opens. Beside it the same file goes over the same loopback as it is.

use crate::served::{Ground, enrolled, served};
use crate::stats::timed;
use crate::table::{Figure, Figures};
use book::Book;
use book::sync::adopt;
use domain::DeviceId;
use std::io::copy;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use sync::seal::Ring;
use sync::shelf::{Pace, Shelves as _, download, manifest_of, upload};
use uuid::Uuid;

const PACE: Pace<'_> = Pace {
    on: &|_, _| true,
    pause: &|_| (),
};

/// Gives a snapshot of the book at `path` to a hub, and starts from it.
pub fn run(ground: &Ground<'_>, path: &Path, figures: &mut Figures) {
    let (_hub, address) = served(ground);
    let mut maker = enrolled(ground, &address, 1);
    let mut new = enrolled(ground, &address, 2);
    let folder = tempfile::tempdir().expect("a folder for the snapshot");
    let (made, came) = (folder.path().join("made"), folder.path().join("came"));
    let book = Book::open(path).expect("the book opens");
    let (held, making) = timed(|| book.snapshot(&made).expect("a snapshot is made"));
    let held: sync::Vector = held.into_iter().map(|(id, seq)| (id.0, seq)).collect();
    let bytes = std::fs::metadata(&made).expect("the snapshot's size").len();
    let begun = maker.begin(true).expect("the hub lets it begin");
    let ring = Ring::fresh().expect("the system has randomness");
    let ring = Some(&ring);
    let (_, giving) = timed(|| {
        upload(&mut maker, (&begun, ring), (&made, &held, 0), &PACE).expect("the hub takes it")
    });
    let (_, starting) = timed(|| {
        let shelf = new.shelf().expect("the hub tells of it");
        let manifest = shelf.newest.and_then(|it| manifest_of(&it, ring));
        let manifest = manifest.expect("it is the book's own");
        download(&mut new, (&manifest, ring), &came, &PACE).expect("it comes");
        let own = DeviceId(Uuid::from_u128(2));
        adopt(&came, book.id(), own).expect("it is the book");
        Book::open(&came).expect("it opens")
    });
    let stored = new.shelf().expect("the hub tells of it").stored_bytes;
    let plain = plain_s(&made, &folder.path().join("plain"));
    let (mb, stored_mb) = (bytes as f64 / 1e6, stored as f64 / 1e6);
    let name = ground.name;
    let lines = [
        (
            format!("a snapshot of {mb:.0} MB is made"),
            making,
            "s",
            None,
        ),
        ("it is sealed and given".to_owned(), giving, "s", None),
        (
            "start from it, until it opens".to_owned(),
            starting,
            "s",
            Some(plain),
        ),
        ("it is on the wire".to_owned(), stored_mb, "MB", Some(mb)),
    ];
    for (what, figure, unit, floor) in lines {
        figures.add(Figure {
            workload: "W4",
            what: format!("{name}: {what}"),
            figure,
            unit,
            floor,
            target: String::new(),
            met: None,
        });
    }
}

/// How long the file takes over loopback as it is.
fn plain_s(file: &Path, to: &Path) -> f64 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let file = file.to_owned();
    let sending = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        let mut file = std::fs::File::open(file).expect("the snapshot");
        copy(&mut file, &mut stream).expect("it goes over");
    });
    let (_, seconds) = timed(|| {
        let mut stream = TcpStream::connect(address).expect("a connection");
        let mut target = std::fs::File::create(to).expect("a file");
        copy(&mut stream, &mut target).expect("it comes");
        target.sync_all().expect("it is on the disk");
    });
    sending.join().expect("it was sent");
    seconds
}
