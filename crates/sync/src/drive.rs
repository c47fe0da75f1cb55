//! Driving the engine: carries out its steps on a book and a place until it waits.

use crate::engine::{Engine, Fetched, Greeted, Input, Progress, Step};
use crate::place::{Place, PlaceError, Replica};
use crate::plan::Span;
use crate::seen::Seen;
use crate::vector::Vector;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What a round came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Entries that are new here.
    pub fetched: u64,
    /// Entries that the place took.
    pub given: u64,
    /// What went into quarantine.
    pub refused: u64,
    /// The device has another name now.
    pub renewed: bool,
    /// One was due.
    pub took_place: bool,
    /// When the next round is due, UTC milliseconds.
    pub until_ms: i64,
    /// Why it did not end well.
    pub failure: Option<Failure>,
}

/// Why a round did not end well.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The place did not do it.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The book could not do it.
    #[error("{0}")]
    Book(String),
    /// The user wanted no more.
    #[error("cancelled")]
    Cancelled,
}

/// What a round is carried out with.
pub struct Hands<'a> {
    /// Tells the time, UTC milliseconds.
    pub now_ms: &'a dyn Fn() -> i64,
    /// Hears how far it is; `false` means no more.
    pub on: &'a dyn Fn(Progress) -> bool,
}

/// Carries out a round if one is due or `input` begins one.
pub fn round<R: Replica, P: Place + ?Sized>(
    engine: &mut Engine,
    input: Input,
    (replica, place): (&R, &mut P),
    hands: &Hands<'_>,
) -> Round {
    let mut round = Round::default();
    let mut step = engine.next(input, (hands.now_ms)());
    loop {
        if let Step::Wait { until_ms } = step {
            round.until_ms = until_ms;
            break;
        }
        if step == Step::Stop {
            round.failure = Some(Failure::Cancelled);
            break;
        }
        round.took_place = true;
        let input = if (hands.on)(engine.progress()) {
            carry_out(step, (replica, &mut *place), &mut round)
        } else {
            Ok(Input::Cancel)
        };
        let input = input.unwrap_or_else(|failure| {
            round.failure = Some(failure);
            Input::Failed
        });
        step = engine.next(input, (hands.now_ms)());
    }
    if round.took_place {
        let failure = round.failure.as_ref().map(ToString::to_string);
        if let Err(error) = replica.ended(failure.as_deref()) {
            round
                .failure
                .get_or_insert(Failure::Book(error.to_string()));
        }
    }
    round
}

fn carry_out<R: Replica, P: Place + ?Sized>(
    step: Step,
    (replica, place): (&R, &mut P),
    round: &mut Round,
) -> Result<Input, Failure> {
    match step {
        Step::Greet => greet(replica, place),
        Step::Pull => pull(replica, place, round),
        Step::Push(span) => push(replica, place, span, round),
        Step::Redact(after) => redact(replica, place, after),
        Step::LookBack(devices) => look_back(replica, place, &devices, round),
        Step::Renew(from) => {
            let device = replica.renew(from).map_err(of_book)?;
            round.renewed = true;
            Ok(Input::Renewed(device))
        }
        Step::Wait { .. } | Step::Stop => Ok(Input::Tick),
    }
}

fn greet<R: Replica, P: Place + ?Sized>(replica: &R, place: &mut P) -> Result<Input, Failure> {
    let about = replica.about().map_err(of_book)?;
    let cursors = replica.cursors().map_err(of_book)?;
    let greeting = place.greet(&about, &cursors)?;
    let redacted_no = replica.greeted(&greeting).map_err(of_book)?;
    let mut seen = Seen::default();
    for (device, end) in &greeting.ends {
        if replica.is_other(*device, end).map_err(of_book)? {
            seen.note(*device, 0, Some(end.seq));
        }
    }
    Ok(Input::Greeted(Greeted {
        mine: replica.vector().map_err(of_book)?,
        theirs: greeting.held,
        redacted_no,
        seen,
    }))
}

fn pull<R: Replica, P: Place + ?Sized>(
    replica: &R,
    place: &mut P,
    round: &mut Round,
) -> Result<Input, Failure> {
    let before = replica.vector().map_err(of_book)?;
    let (mut fetched, _) = fetch(replica, place, &before, round)?;
    // What comes again and again and cannot be taken in is no reason to fetch for ever.
    fetched.more &= fetched.mine != before || fetched.read_on;
    Ok(Input::Pulled(fetched))
}

/// Fetches journals from their beginnings to their ends.
fn look_back<R: Replica, P: Place + ?Sized>(
    replica: &R,
    place: &mut P,
    devices: &BTreeSet<Uuid>,
    round: &mut Round,
) -> Result<Input, Failure> {
    place.rewind()?;
    let mine = replica.vector().map_err(of_book)?;
    let mut since = devices.iter().fold(mine, |since, it| since.without(*it));
    let mut all = Fetched::default();
    loop {
        let (fetched, reached) = fetch(replica, place, &since, round)?;
        let got_on = !since.covers(&reached) || fetched.read_on;
        since.merge(&reached);
        all.seen.merge(&fetched.seen);
        all.theirs.merge(&fetched.theirs);
        all.mine = fetched.mine;
        if !fetched.more || !got_on {
            return Ok(Input::LookedBack(all));
        }
    }
}

/// Takes in what a place has beyond a vector; with it, how far what came goes.
fn fetch<R: Replica, P: Place + ?Sized>(
    replica: &R,
    place: &mut P,
    since: &Vector,
    round: &mut Round,
) -> Result<(Fetched, Vector), Failure> {
    let pulled = place.pull(since)?;
    let taken = replica.take(&pulled).map_err(of_book)?;
    round.fetched += taken.applied;
    round.refused += taken.refused;
    let came = pulled.records.iter();
    let reached = came.map(|record| (record.device, record.seq)).collect();
    let fetched = Fetched {
        mine: replica.vector().map_err(of_book)?,
        theirs: pulled.held,
        more: pulled.more,
        read_on: !pulled.cursors.is_empty(),
        seen: taken.seen,
    };
    Ok((fetched, reached))
}

fn push<R: Replica, P: Place + ?Sized>(
    replica: &R,
    place: &mut P,
    span: Span,
    round: &mut Round,
) -> Result<Input, Failure> {
    let records = replica.read(span).map_err(of_book)?;
    match place.push(&records) {
        Ok((held, bytes)) => {
            let known = [(span.device, held)].into_iter().collect();
            replica.acknowledged(&known, bytes).map_err(of_book)?;
            round.given += held.saturating_sub(span.after);
            Ok(Input::Pushed(span.device, held))
        }
        Err(PlaceError::Forked { device, seq }) => Ok(Input::Forked(device, seq)),
        Err(error) => Err(error.into()),
    }
}

fn redact<R: Replica, P: Place + ?Sized>(
    replica: &R,
    place: &mut P,
    after: i64,
) -> Result<Input, Failure> {
    let (gone, last) = replica.redactions(after).map_err(of_book)?;
    if gone.is_empty() {
        return Ok(Input::Redacted(after, false));
    }
    place.redact(&gone)?;
    replica.redacted(last).map_err(of_book)?;
    Ok(Input::Redacted(last, true))
}

fn of_book(error: impl std::fmt::Display) -> Failure {
    Failure::Book(error.to_string())
}
