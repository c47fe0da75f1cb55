//! One round with one place: asked for, or due.
use std::path::Path;

use sync::drive::{Failure, Hands, Round, round};
use sync::engine::{Engine, Input, LOOK_MS, Progress as Share, TICK_MS};
use sync::folder::Folder;
use sync::hub::Hub;
use sync::seal::Ring;
use sync::sealed::Sealed;

use super::place::is_hub;
use super::replica::BookReplica;
use super::{SyncRound, keys, pages, sealing};
use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;

/// The engine of the open book and a place.
pub(super) fn engine(app: &App, open: &OpenBook, place: &str) -> Result<Engine, AppError> {
    let device = open.book.device()?.id.0;
    let seed = app.new_id().as_u64_pair().1;
    let tick_ms = if is_hub(place) { TICK_MS } else { LOOK_MS };
    Ok(Engine::new(device, seed, tick_ms))
}

/// Carries out a round if one is due, or `input` begins one.
pub(super) fn turn(
    app: &App,
    (open, place): (&OpenBook, &str),
    (engine, input): (&mut Engine, Input),
    on: &dyn Fn(Share) -> bool,
) -> Result<Round, AppError> {
    let replica = BookReplica { app, open, place };
    let hands = Hands {
        now_ms: &|| app.now_ms(),
        on,
    };
    let book = open.book.id();
    if !is_hub(place) {
        let mut folder = Folder::new(Path::new(place), book);
        return Ok(round(engine, input, (&replica, &mut folder), &hands));
    }
    let mut hub = Hub::new(place, keys::read(app, book, place)?);
    let is_sealed = sealing::is_sealed(app, book, place);
    // A ring that cannot be read has no key, and nothing goes out without one.
    let ring = || sealing::ring(app, open).unwrap_or_default();
    let mut sealed = Sealed::new(&mut hub, is_sealed.then_some(&ring as &dyn Fn() -> Ring));
    let done = round(engine, input, (&replica, &mut sealed), &hands);
    if !done.took_place || done.failure.is_some() {
        return Ok(done);
    }
    if is_sealed {
        sealing::introduce(app, open)?;
    }
    // What it knows now is all that the hub knows: a page that it tells is of no older state.
    pages::send(app, (open, place), &mut hub)?;
    Ok(done)
}

/// A round that was asked for, from its beginning to its end.
pub(super) fn once(
    app: &App,
    open: &OpenBook,
    place: &str,
    on: &dyn Fn(Share) -> bool,
) -> Result<SyncRound, AppError> {
    let mut engine = engine(app, open, place)?;
    let done = turn(app, (open, place), (&mut engine, Input::Tick), on)?;
    if done.failure == Some(Failure::Cancelled) {
        return Err(AppError::unavailable("cancelled"));
    }
    Ok(told(place, &done))
}

/// What a round came to, as it is told.
pub(super) fn told(place: &str, round: &Round) -> SyncRound {
    let count = |entries: u64| i64::try_from(entries).unwrap_or(i64::MAX);
    SyncRound {
        place: place.to_owned(),
        fetched: count(round.fetched),
        given: count(round.given),
        refused: count(round.refused),
        renewed: round.renewed,
        failure: round.failure.as_ref().map(ToString::to_string),
    }
}
