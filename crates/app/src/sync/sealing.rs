//! The keys by which what hubs keep of a book is sealed. They lie with this installation's other
//! secrets; new ones come with the entries of the device that made them, closed for each other one.
use std::collections::{BTreeMap, BTreeSet};

use book::Said;
use domain::sealing::{INTRODUCED, Introduced, KEY_CHANGED, KeyChanged, Sealing, subject};
use serde::{Deserialize, Serialize};
use sync::hand::{Hand, boxed};
use sync::seal::{Given, Key, Ring};
use uuid::Uuid;

use super::keys;
use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::request::Request;
use crate::write::carry_out;

/// What is kept of a book's keys.
#[derive(Default, Serialize, Deserialize)]
struct Kept {
    /// What this installation opens keys with that are meant for it.
    hand: String,
    /// The keys, oldest first.
    ring: String,
    /// The hubs that are given nothing in clear.
    hubs: BTreeSet<String>,
}

/// Whether a hub is given nothing of a book in clear.
pub(super) fn is_sealed(app: &App, book: Uuid, hub: &str) -> bool {
    kept(app, book).is_some_and(|kept| kept.hubs.contains(hub))
}

/// Whether this installation has keys of a book.
pub(super) fn has_keys(app: &App, book: Uuid) -> bool {
    kept(app, book).is_some_and(|kept| Ring::of_text(&kept.ring).is_some())
}

/// From now on a hub is given nothing of a book in clear. The keys are those that came with a code,
/// or those that the book has; the first ones are made.
pub(super) fn begin(app: &App, book: Uuid, hub: &str, came: Option<Ring>) -> Result<(), AppError> {
    let mut now = kept(app, book).unwrap_or_default();
    if now.hand.is_empty() {
        now.hand = Hand::fresh().ok_or_else(no_randomness)?.kept();
    }
    let ring = match (came, Ring::of_text(&now.ring)) {
        (Some(came), Some(mut known)) => {
            came.keys().for_each(|key| known.add(*key));
            known
        }
        (Some(came), None) => came,
        (None, Some(known)) => known,
        (None, None) => Ring::fresh().ok_or_else(no_randomness)?,
    };
    now.ring = ring.text();
    now.hubs.insert(hub.to_owned());
    keep(app, book, &now)
}

/// The keys of the open book, those among them that came with its entries; the newest seals.
pub(super) fn ring(app: &App, open: &OpenBook) -> Result<Ring, AppError> {
    let book = open.book.id();
    let mut kept = kept(app, book).unwrap_or_default();
    let mut ring = Ring::of_text(&kept.ring).unwrap_or_default();
    let said = said(open)?;
    let own = open.book.device()?.id.0;
    let count = ring.keys().count();
    if let Some(hand) = Hand::read(&kept.hand) {
        let known: BTreeSet<String> = ring.keys().map(Key::name).collect();
        let new = said.keys.iter().filter(|given| !known.contains(&given.key));
        let boxes = new.filter_map(|given| given.boxes.get(&own));
        boxes
            .filter_map(|closed| hand.open(closed, own))
            .for_each(|key| ring.add(key));
    }
    let given = said.keys.iter();
    let given: Vec<(String, Given)> = given
        .map(|given| (given.key.clone(), (given.by, given.seq)))
        .collect();
    ring.arrange(&given);
    if ring.keys().count() > count {
        kept.ring = ring.text();
        keep(app, book, &kept)?;
    }
    Ok(ring)
}

/// The keys of a book that is not here yet: those that came with a code.
pub(super) fn came(app: &App, book: Uuid) -> Ring {
    let kept = kept(app, book).unwrap_or_default();
    Ring::of_text(&kept.ring).unwrap_or_default()
}

/// Says by what this device can be given keys, unless it has said so, or the book has not come yet.
pub(super) fn introduce(app: &App, open: &OpenBook) -> Result<(), AppError> {
    if open.book.read_rows(|read| read.settings())?.version == 0 {
        return Ok(());
    }
    let kept = kept(app, open.book.id()).unwrap_or_default();
    let Some(hand) = Hand::read(&kept.hand) else {
        return Ok(());
    };
    let public = hand.public();
    let own = open.book.device()?.id.0;
    if said(open)?.publics.get(&own) == Some(&public) {
        return Ok(());
    }
    say(app, open, INTRODUCED, &Introduced { public })
}

/// Gives every device but one a new key, which seals all that is written from now on.
pub(super) fn change(app: &App, open: &OpenBook, without: Uuid) -> Result<(), AppError> {
    introduce(app, open)?;
    let key = Key::fresh().ok_or_else(no_randomness)?;
    let said = said(open)?;
    let members = said.members().filter(|(device, _)| *device != without);
    let boxes: BTreeMap<Uuid, String> = members
        .filter_map(|(device, public)| Some((device, boxed(&key, device, public)?)))
        .collect();
    let changed = KeyChanged {
        key: key.name(),
        without,
        boxes,
    };
    say(app, open, KEY_CHANGED, &changed)?;
    // This device opens its own box like all others: what was said is what counts.
    ring(app, open).map(drop)
}

/// A hub's code and the keys that came with it.
pub(super) fn parts(code: &str) -> Result<(&str, Option<Ring>), AppError> {
    let Some((code, keys)) = code.split_once('.') else {
        return Ok((code, None));
    };
    let ring = Ring::of_text(keys);
    let ring = ring.ok_or_else(|| AppError::at("code", "hub_code_incomplete"))?;
    Ok((code, Some(ring)))
}

/// A hub's code with the keys of the open book, where it is sealed there.
pub(super) fn whole(
    app: &App,
    open: &OpenBook,
    (hub, code): (&str, String),
) -> Result<String, AppError> {
    if !is_sealed(app, open.book.id(), hub) {
        return Ok(code);
    }
    Ok(format!("{code}.{}", ring(app, open)?.text()))
}

fn say<P: Serialize>(app: &App, open: &OpenBook, kind: &str, payload: &P) -> Result<(), AppError> {
    let act = app.act(Request {
        request_id: app.new_id(),
        dry_run: None,
    });
    carry_out(app, open, &act, |tx| {
        Ok(tx.append(Said::new(subject(open.book.id()), kind, payload))?)
    })
    .map(drop)
}

fn said(open: &OpenBook) -> Result<Sealing, AppError> {
    let about = subject(open.book.id());
    let entries = open.book.read_rows(|read| read.entries_about(about))?;
    Ok(Sealing::of(&entries))
}

fn kept(app: &App, book: Uuid) -> Option<Kept> {
    serde_json::from_str(&keys::text(app, &name(book))?).ok()
}

fn keep(app: &App, book: Uuid, kept: &Kept) -> Result<(), AppError> {
    let text = serde_json::to_string(kept).map_err(|e| AppError::broken("internal").with(e))?;
    keys::keep_text(app, name(book), text)
}

fn name(book: Uuid) -> String {
    format!("{book} sealing")
}

fn no_randomness() -> AppError {
    AppError::broken("internal").with("no randomness")
}
