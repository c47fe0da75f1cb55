//! Where this installation sells from, and whether a location that somebody names is one.
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use book::Tx;
use domain::order::Order;
use domain::stock::{MAIN, is_virtual};
use uuid::Uuid;

use crate::App;
use crate::error::AppError;

/// The file of this installation: the location by book, where one was chosen.
const FILE: &str = "places.json";

type Places = BTreeMap<Uuid, String>;

/// The file is looked at again after so much time: another program of this installation may have
/// written it.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// What the file said of an open book, and when it was looked at: sales follow quickly.
#[derive(Default)]
pub(crate) struct Chosen(Mutex<Option<(Instant, Option<String>)>>);

impl Chosen {
    fn known(&self) -> MutexGuard<'_, Option<(Instant, Option<String>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The location that this installation was told to sell the open book's goods from.
pub(crate) fn chosen(app: &App) -> Result<Option<String>, AppError> {
    let open = app.book()?;
    let mut known = open.chosen.known();
    if let Some((looked_at, place)) = &*known
        && looked_at.elapsed() < LOOK_AGAIN
    {
        return Ok(place.clone());
    }
    let places: Places = app.settings().read(FILE).unwrap_or_default();
    let place = places.get(&open.book.id()).cloned();
    *known = Some((Instant::now(), place.clone()));
    Ok(place)
}

/// Sells the open book's goods from a location from now on.
pub(crate) fn choose(app: &App, location: &str) -> Result<(), AppError> {
    let open = app.book()?;
    let mut places: Places = app.settings().read(FILE).unwrap_or_default();
    places.insert(open.book.id(), location.to_owned());
    let written = app.settings().write(FILE, &places);
    *open.chosen.known() = None;
    written
}

/// The location that an order is sold from: the one that is named, else this installation's. The
/// main one is not written down, and nothing is asked about it.
pub(crate) fn for_sale(
    app: &App,
    tx: &Tx<'_>,
    named: Option<&str>,
) -> Result<Option<String>, AppError> {
    let key = match named {
        Some(key) => Some(key.to_owned()),
        None => chosen(app)?,
    };
    let Some(key) = key.filter(|key| key != MAIN) else {
        return Ok(None);
    };
    if check_known(tx, "location", &key)? {
        Ok(Some(key))
    } else {
        Err(AppError::at("location", "location_not_sellable"))
    }
}

/// The location that goods of an order leave, or come back to, when it is not the order's own: the
/// one that is named, else the one that this installation was told.
pub(crate) fn other_than(
    app: &App,
    tx: &Tx<'_>,
    now: &Order,
    named: Option<&str>,
) -> Result<Option<String>, AppError> {
    let key = match named {
        Some(key) => Some(key.to_owned()),
        None => chosen(app)?,
    };
    let Some(key) = key.filter(|key| key != now.location()) else {
        return Ok(None);
    };
    check_known(tx, "location", &key)?;
    Ok(Some(key))
}

/// Refuses what is no location in use; whether what lies there can be sold.
pub(crate) fn check_known(tx: &Tx<'_>, field: &str, key: &str) -> Result<bool, AppError> {
    let unknown = || AppError::at(field, "location_unknown");
    if is_virtual(key) {
        return Err(unknown());
    }
    match tx.read().knows_location(key)? {
        Some((sellable, false)) => Ok(sellable),
        _ => Err(unknown()),
    }
}
