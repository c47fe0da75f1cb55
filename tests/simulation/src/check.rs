//! What the guarantees promise, checked against plain maps.

use std::collections::{BTreeMap, BTreeSet};

use book::Book;
use book::sync::{Batch, adopt};
use domain::{DeviceId, Entry, State, SubjectKind};
use sync::folder::Folder;
use sync::seal::{Kept, unshelved};
use sync::shelf::manifest_of;
use sync::{About, Place, Record, Vector};
use uuid::Uuid;

use crate::clerk;
use crate::device::BOOK;
use crate::world::World;

const ALL: Batch = Batch {
    entries: usize::MAX >> 1,
    bytes: usize::MAX,
};

/// What is not so after the world has healed; empty when all is well.
pub fn broken(world: &World) -> Vec<String> {
    let mut broken = Vec::new();
    let vectors: Vec<_> = books(world)
        .map(|book| book.version_vector().expect("a vector"))
        .collect();
    if vectors.iter().any(|vector| *vector != vectors[0]) {
        broken.push("G2: not every device has caught up".to_owned());
    }
    let verified: Vec<_> = books(world)
        .map(|book| book.verify(&mut |_, _| Ok(())).expect("a check"))
        .collect();
    for (number, found) in verified.iter().enumerate() {
        for check in found.checks.iter().filter(|check| !check.ok) {
            broken.push(format!("device {number}: {} {}", check.name, check.detail));
        }
        if found.digest != verified[0].digest {
            broken.push(format!("G3: device {number} holds other projections"));
        }
    }
    broken.extend(deeds_broken(world));
    broken.extend(erasures_broken(world));
    broken
}

fn books(world: &World) -> impl Iterator<Item = &Book> {
    world.devices.iter().map(|device| device.book())
}

/// G1, G2: each deed that was acknowledged is on every device, once, and no other is.
fn deeds_broken(world: &World) -> Vec<String> {
    let mut broken = Vec::new();
    for (number, book) in books(world).enumerate() {
        let mut found: BTreeMap<Uuid, i64> = BTreeMap::new();
        let mut said = BTreeSet::new();
        for entry in entries(book) {
            // What a device that was brought back says again under its request has its id: it is
            // the same document, and counts once.
            let is_new = said.insert((entry.request_id.0, entry.payload.clone()));
            if entry.subject.kind == SubjectKind::Stock && is_new {
                *found.entry(entry.subject.id).or_default() += quantity_of(&entry);
            }
        }
        for (id, quantity) in &world.deeds {
            match found.remove(id) {
                Some(there) if there == *quantity => {}
                Some(_) => broken.push(format!("device {number}: deed {id} is doubled")),
                None => broken.push(format!("device {number}: deed {id} is lost")),
            }
        }
        if !found.is_empty() {
            broken.push(format!("device {number}: deeds that nobody did"));
        }
    }
    broken
}

fn quantity_of(entry: &Entry) -> i64 {
    let payload: serde_json::Value = serde_json::from_str(&entry.payload).unwrap_or_default();
    payload["lines"][0]["quantity_milli"].as_i64().unwrap_or(0)
}

/// What was erased is on no device, in no hub and in no folder.
fn erasures_broken(world: &World) -> Vec<String> {
    let mut broken = Vec::new();
    let is_kept =
        |entry: &Entry| world.erased.contains(&entry.subject.id) && entry.personal.is_some();
    for (number, book) in books(world).enumerate() {
        if entries(book).iter().any(is_kept) {
            broken.push(format!("device {number} keeps what was erased"));
        }
    }
    for (place, records) in [("hub", of_hub(world)), ("folder", of_folder(world))] {
        let entries = records.iter().filter_map(|record| record.entry().ok());
        if entries.into_iter().any(|entry| is_kept(&entry)) {
            broken.push(format!("the {place} keeps what was erased"));
        }
    }
    if of_snapshot(world).iter().any(is_kept) {
        broken.push("a snapshot keeps what was erased".to_owned());
    }
    // As long as nobody is left whose name may be there.
    if !world.erased.is_empty() && customers(world).is_subset(&world.erased) {
        for file in files(world) {
            let bytes = std::fs::read(&file).unwrap_or_default();
            let name = clerk::NAME.as_bytes();
            if bytes.windows(name.len()).any(|part| part == name) {
                broken.push(format!("{} holds a name", file.display()));
            }
        }
    }
    broken
}

fn customers(world: &World) -> BTreeSet<Uuid> {
    let entries = entries(world.devices[0].book()).into_iter();
    entries
        .filter(|entry| entry.kind == "customer.created")
        .map(|entry| entry.subject.id)
        .collect()
}

fn files(world: &World) -> Vec<std::path::PathBuf> {
    let book = world.folder().join(format!("counterbook-{BOOK}"));
    let files = std::fs::read_dir(book).into_iter().flatten().flatten();
    files.map(|file| file.path()).collect()
}

/// Whether a customer is erased on a device.
pub fn is_erased(book: &Book, customer: Uuid) -> bool {
    let mut of_customer: Vec<Entry> = entries(book);
    of_customer.retain(|entry| entry.subject.id == customer);
    match domain::fold(SubjectKind::Customer, &mut of_customer) {
        State::Customer(state) => state.erased,
        _ => false,
    }
}

/// The records that any device, the hub or the folder has entries of.
pub fn subjects_anywhere(world: &World) -> BTreeSet<Uuid> {
    let mut found: BTreeSet<Uuid> = books(world)
        .flat_map(entries)
        .map(|entry| entry.subject.id)
        .collect();
    for record in of_hub(world).into_iter().chain(of_folder(world)) {
        found.extend(record.entry().map(|entry| entry.subject.id));
    }
    found
}

fn entries(book: &Book) -> Vec<Entry> {
    let held = book.version_vector().expect("a vector");
    let of_device = |id| book.entries_after(id, 0, ALL).expect("entries");
    held.keys().copied().flat_map(of_device).collect()
}

fn of_hub(world: &World) -> Vec<Record> {
    let mut found = Vec::new();
    let mut held = Vector::default();
    loop {
        let page = world.hub().page(BOOK, &held).expect("a page");
        for record in &page.records {
            held.raise(record.device, record.seq);
        }
        found.extend(page.records);
        if !page.more {
            return found;
        }
    }
}

/// The entries of the snapshot at the hub, as a device that starts from it reads them.
fn of_snapshot(world: &World) -> Vec<Entry> {
    let shelf = world.hub().shelf(BOOK).expect("a shelf");
    let Some(listing) = shelf.newest else {
        return Vec::new();
    };
    let file = world.root.path().join("looked-at");
    let _ = std::fs::remove_file(&file);
    let manifest = manifest_of(&listing, None).expect("a manifest");
    let mut bytes = Vec::new();
    for (index, chunk) in manifest.chunks.iter().enumerate() {
        let kept = world.hub().chunk(BOOK, &chunk.name).expect("a chunk");
        let (_, length) = manifest.place(index);
        bytes.extend(unshelved(None, Kept::Chunk, &kept, length).expect("a chunk"));
    }
    std::fs::write(&file, bytes).expect("a file");
    adopt(&file, BOOK, DeviceId(Uuid::from_u128(77))).expect("a snapshot is a book");
    entries(&Book::open(&file).expect("a book"))
}

fn of_folder(world: &World) -> Vec<Record> {
    let mut place = Folder::new(&world.folder(), BOOK);
    let nobody = About::default();
    let mut found = Vec::new();
    if place.greet(&nobody, &BTreeMap::new()).is_err() {
        return found;
    }
    loop {
        let pulled = place.pull(&Vector::default()).expect("a folder");
        found.extend(pulled.records);
        if !pulled.more {
            return found;
        }
    }
}
