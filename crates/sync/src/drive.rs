//! Driving the engine: carries out its steps on a book and a place until it waits.

use crate::engine::{Engine, Fetched, Input, Progress, Step};
use crate::place::{Place, PlaceError, Replica};
use crate::plan::Span;

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
        Step::LookBack => look_back(replica, place),
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
    let mine = replica.vector().map_err(of_book)?;
    Ok(Input::Greeted(mine, greeting.held, redacted_no))
}

fn pull<R: Replica, P: Place + ?Sized>(
    replica: &R,
    place: &mut P,
    round: &mut Round,
) -> Result<Input, Failure> {
    let before = replica.vector().map_err(of_book)?;
    let pulled = place.pull(&before)?;
    let taken = replica.take(&pulled).map_err(of_book)?;
    round.fetched += taken.applied;
    round.refused += taken.refused;
    let mine = replica.vector().map_err(of_book)?;
    // What comes again and again and cannot be taken in is no reason to fetch for ever.
    let got_on = mine != before || !pulled.cursors.is_empty();
    Ok(Input::Pulled(Fetched {
        mine,
        theirs: pulled.held,
        more: pulled.more && got_on,
        own_from: taken.own_from,
        own_unclear: taken.own_unclear,
    }))
}

/// Fetches the own journal from its beginning, as far as the first entry that is not held.
fn look_back<R: Replica, P: Place + ?Sized>(replica: &R, place: &mut P) -> Result<Input, Failure> {
    let own = replica.about().map_err(of_book)?.device;
    let mine = replica.vector().map_err(of_book)?;
    let mut since = mine.without(own);
    loop {
        let pulled = place.pull(&since)?;
        let taken = replica.take(&pulled).map_err(of_book)?;
        if let Some(seq) = taken.own_from {
            return Ok(Input::LookedBack(seq));
        }
        let before = since.get(own);
        let of_own = pulled.records.iter().filter(|record| record.device == own);
        of_own.for_each(|record| since.raise(own, record.seq));
        if !pulled.more || since.get(own) == before {
            return Ok(Input::LookedBack(mine.get(own) + 1));
        }
    }
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
