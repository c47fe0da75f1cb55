//! The way of every write verb: one transaction, the record's new face out of that transaction,
//! and one event that names what was touched.
use std::cell::Cell;

use ::book::dto::{self, RecordKind, Touched};
use ::book::{Act, Outcome, Read, Tx, journal};
use domain::{RequestId, Subject, SubjectKind};
use uuid::Uuid;

use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::event::{Changed, Event};
use crate::panics::caught;
use crate::request::{Request, Written};

/// A record as a write shows it.
pub(crate) trait Face {
    /// The records beside it whose figures a write of it moves.
    fn beside(&self) -> Vec<Touched>;
}

impl Face for dto::Order {
    fn beside(&self) -> Vec<Touched> {
        let products = self.lines.iter().filter_map(|line| line.product);
        let products = products.map(|id| Touched {
            kind: RecordKind::Product,
            id,
        });
        let customer = self.head.customer.map(|id| Touched {
            kind: RecordKind::Customer,
            id,
        });
        products.chain(customer).collect()
    }
}

impl Face for dto::Product {
    fn beside(&self) -> Vec<Touched> {
        vec![Touched {
            kind: RecordKind::Product,
            id: self.row.id,
        }]
    }
}

impl Face for dto::Customer {
    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}

impl Face for dto::BookInfo {
    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}

impl App {
    /// Carries out a write. `run` appends and returns the record's id; `face` reads the record,
    /// in the same transaction, or later when the request is a repeat.
    pub(crate) fn write<T: Face>(
        &self,
        request: Request,
        run: impl FnOnce(&mut Tx<'_>) -> Result<Uuid, AppError>,
        face: impl Fn(Read<'_>, Uuid) -> Result<T, AppError>,
    ) -> Result<Written<T>, AppError> {
        let open = self.book()?;
        let act = self.act(request);
        let grown = Cell::new((0, 0));
        let outcome = carry_out(self, &open, &act, |tx| {
            let before = journal::last_pos(tx.read().conn)?;
            let id = run(tx)?;
            tx.settle()?;
            grown.set((before, journal::last_pos(tx.read().conn)?));
            face(tx.read(), id)
        })?;
        let (output, touched) = match outcome {
            Outcome::Done { output, touched } => (output, touched),
            Outcome::Repeated { subjects } => {
                let id = subjects
                    .first()
                    .map(|subject| subject.id)
                    .unwrap_or_default();
                return self.written_before(&open, id, face);
            }
        };
        let mut touched: Vec<Touched> = touched.iter().map(touch).collect();
        touched.extend(output.beside());
        touched.sort_unstable();
        touched.dedup();
        if !act.dry_run {
            let (from, to) = grown.get();
            let all = open.grew(from, to);
            self.tell(&Event::Changed(Changed {
                all,
                touched: touched.clone(),
            }));
        }
        Ok(Written {
            output,
            touched,
            dry_run: act.dry_run,
        })
    }

    /// The circumstances of a write, now.
    pub(crate) fn act(&self, request: Request) -> Act {
        let at_ms = self.now_ms();
        Act {
            actor: self.actor().to_owned(),
            request_id: RequestId(request.request_id),
            at_ms,
            offset_min: self.offset_min(at_ms),
            dry_run: request.dry_run.unwrap_or(false),
        }
    }

    fn written_before<T>(
        &self,
        open: &OpenBook,
        id: Uuid,
        face: impl Fn(Read<'_>, Uuid) -> Result<T, AppError>,
    ) -> Result<Written<T>, AppError> {
        let output = within(|hold| open.book.read_rows(|read| hold.keep(face(read, id))))?;
        Ok(Written {
            output,
            touched: Vec::new(),
            dry_run: false,
        })
    }
}

/// Runs a transaction whose work fails with the boundary's own error.
pub(crate) fn carry_out<T>(
    app: &App,
    open: &OpenBook,
    act: &Act,
    run: impl FnOnce(&mut Tx<'_>) -> Result<T, AppError>,
) -> Result<Outcome<T>, AppError> {
    // A panic is caught inside the transaction, so that the book takes it back in good order.
    within(|hold| {
        open.book
            .write(act, |tx| hold.keep(caught(app, "write", || run(tx))))
    })
}

/// Holds the boundary's error while the book's own error undoes the work.
#[derive(Default)]
pub(crate) struct Hold(Cell<Option<AppError>>);

impl Hold {
    /// Passes a success on; keeps a failure, and fails with a stand-in.
    pub(crate) fn keep<T>(&self, result: Result<T, AppError>) -> ::book::Result<T> {
        result.map_err(|error| {
            self.0.set(Some(error));
            ::book::BookError::Cancelled
        })
    }
}

/// Runs work on the book whose inner failures are the boundary's own.
pub(crate) fn within<T>(work: impl FnOnce(&Hold) -> ::book::Result<T>) -> Result<T, AppError> {
    let hold = Hold::default();
    let result = work(&hold);
    match hold.0.take() {
        Some(error) => Err(error),
        None => Ok(result?),
    }
}

fn touch(subject: &Subject) -> Touched {
    let kind = match subject.kind {
        SubjectKind::Book => RecordKind::Book,
        SubjectKind::Customer => RecordKind::Customer,
        SubjectKind::Product => RecordKind::Product,
        SubjectKind::Order => RecordKind::Order,
        SubjectKind::Stock => RecordKind::Stock,
        SubjectKind::Run => RecordKind::Run,
    };
    Touched {
        kind,
        id: subject.id,
    }
}
