//! Who is at work on this installation. All its windows share one desk: whoever signs in works at
//! all of them, and a lock locks them all.
use std::sync::{Arc, Mutex, PoisonError};

use book::dto::{Permission, Person, RecordKind, Touched};
use domain::person::{OWNER, Permission as Own, RoleTerms, role_of};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::staff::Looked;
use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::event::{Changed, Event};

/// A person with what they may do.
#[derive(Clone, Debug)]
pub(crate) struct Worker {
    pub(crate) id: Uuid,
    pub(crate) role: RoleTerms,
}

/// Who is at work.
#[derive(Clone, Debug)]
pub(crate) enum AtWork {
    /// Nobody has to sign in: whoever sits there.
    Anybody,
    /// Somebody has to sign in first.
    Nobody,
    /// Somebody who signed in.
    Person(Worker),
}

/// Who is at work and what they may do, as the page sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Session {
    /// Whether somebody has to sign in.
    pub guarded: bool,
    /// Who signed in; nobody while it is locked.
    pub person: Option<Person>,
    /// What they may do.
    pub permissions: Vec<Permission>,
    /// How much of a line they may take off by hand.
    pub discount_limit_ppm: i64,
    /// After how many minutes without a hand on it the program locks itself; 0 for never.
    pub lock_after_min: i64,
}

/// Whoever signed in, and when they last did something.
#[derive(Clone, Copy)]
struct SignedIn {
    book: Uuid,
    person: Uuid,
    active_at_ms: i64,
}

/// The place of whoever is at work.
#[derive(Default)]
pub(crate) struct Desk(Mutex<Option<SignedIn>>);

impl Desk {
    /// Changes who is at work; gives who was.
    fn change(
        &self,
        change: impl FnOnce(Option<SignedIn>) -> Option<SignedIn>,
    ) -> Option<SignedIn> {
        let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let was = *place;
        *place = change(was);
        was
    }
}

/// Whether permissions count: somebody could sign in and let everybody else in.
pub(crate) fn is_guarded(people: &[Person]) -> bool {
    let guards = |person: &Person| !person.archived && person.has_pin && person.role == OWNER;
    people.iter().any(guards)
}

impl App {
    /// Who is at work on the open book.
    pub(crate) fn at_work(&self) -> Result<AtWork, AppError> {
        let Some(open) = self.maybe_book().filter(|_| self.is_guarding()) else {
            return Ok(AtWork::Anybody);
        };
        Ok(self.looked_at(&open)?.1)
    }

    /// Who is at work, as the page sees it.
    pub(crate) fn session(&self) -> Result<Session, AppError> {
        let everything = || Own::ALL.map(::book::permission).to_vec();
        let anybody = Session {
            guarded: false,
            person: None,
            permissions: everything(),
            discount_limit_ppm: domain::rate::PPM,
            lock_after_min: 0,
        };
        let Some(open) = self.maybe_book().filter(|_| self.is_guarding()) else {
            return Ok(anybody);
        };
        let (looked, at_work) = self.looked_at(&open)?;
        let locked = Session {
            guarded: true,
            permissions: Vec::new(),
            discount_limit_ppm: 0,
            lock_after_min: i64::from(looked.lock_after_min),
            ..anybody.clone()
        };
        Ok(match at_work {
            AtWork::Anybody => anybody,
            AtWork::Nobody => locked,
            AtWork::Person(worker) => Session {
                person: looked
                    .people
                    .iter()
                    .find(|one| one.id == worker.id)
                    .cloned(),
                permissions: worker
                    .role
                    .granted()
                    .into_iter()
                    .map(::book::permission)
                    .collect(),
                discount_limit_ppm: worker.role.discount_limit_ppm,
                ..locked
            },
        })
    }

    /// Lets a person work; nobody when it is to be locked. Every window hears of it.
    pub(crate) fn seat(&self, person: Option<Uuid>) -> Result<(), AppError> {
        let book = self.book()?.book.id();
        let active_at_ms = self.now_ms();
        let before = self.sessions().change(|_| {
            person.map(|person| SignedIn {
                book,
                person,
                active_at_ms,
            })
        });
        self.tell_of(before.map(|was| was.person).into_iter().chain(person));
        Ok(())
    }

    /// Tells every window that somebody came or went.
    fn tell_of(&self, people: impl Iterator<Item = Uuid>) {
        let touched = people.map(|id| Touched {
            kind: RecordKind::Person,
            id,
        });
        self.tell(&Event::Changed(Changed {
            all: false,
            touched: touched.collect(),
        }));
    }

    /// Notes that somebody has a hand on the program: whoever is at work stays.
    pub(crate) fn stay(&self) {
        let now_ms = self.now_ms();
        self.sessions().change(|was| {
            was.map(|was| SignedIn {
                active_at_ms: now_ms,
                ..was
            })
        });
    }

    /// A person of the shop with what they may do.
    pub(crate) fn worker(&self, id: Uuid) -> Result<Worker, AppError> {
        let (people, settings) = self.read_rows(|read| Ok((read.people()?, read.settings()?)))?;
        let person = people.into_iter().find(|one| one.id == id && !one.archived);
        let person = person.ok_or_else(|| AppError::at("person", "person_unknown"))?;
        Ok(Worker {
            id,
            role: role_of(&settings.roles(), &person.role),
        })
    }

    fn looked_at(&self, open: &OpenBook) -> Result<(Arc<Looked>, AtWork), AppError> {
        let looked = open.staff.look(&open.book)?;
        if !is_guarded(&looked.people) {
            return Ok((looked, AtWork::Anybody));
        }
        let signed_in = self.still_here(open.book.id(), looked.lock_after_min);
        let person = looked
            .people
            .iter()
            .find(|person| Some(person.id) == signed_in && !person.archived && person.has_pin);
        let at_work = match person {
            None => AtWork::Nobody,
            Some(person) => AtWork::Person(Worker {
                id: person.id,
                role: role_of(&looked.roles, &person.role),
            }),
        };
        Ok((looked, at_work))
    }

    /// Whoever signed in to a book and did not leave it alone for too long.
    fn still_here(&self, book: Uuid, lock_after_min: u32) -> Option<Uuid> {
        let now_ms = self.now_ms();
        let most_ms = i64::from(lock_after_min) * 60_000;
        let stays = |one: &SignedIn| {
            let idle_ms = now_ms.saturating_sub(one.active_at_ms);
            one.book == book && (lock_after_min == 0 || idle_ms <= most_ms)
        };
        let was = self.sessions().change(|was| was.filter(stays));
        let still = was.filter(stays);
        if let (Some(gone), None) = (was, still) {
            self.tell_of(std::iter::once(gone.person));
        }
        still.map(|one| one.person)
    }
}
