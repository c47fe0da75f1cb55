//! `book.verify`: checks the whole book: hash chain, projections, ledgers, file.
use crate::App;
use crate::error::AppError;
use crate::jobs::JobStarted;
use crate::jobs::{Jobs, json};
use crate::request::Nothing;
use crate::write::within;
use book::Verified;
use book::dto::{Check, Verification};

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = Verification;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    Jobs::start(app, "book.verify", move |_, progress| {
        progress.step("verifying", "records", None);
        let verified = within(|hold| {
            open.book
                .verify(&mut |done, total| hold.keep(progress.count(done, total)))
        })?;
        json(&verification(verified))
    })
}

fn verification(verified: Verified) -> Verification {
    let of = |check: book::Check| Check {
        name: check.name,
        ok: check.ok,
        detail: Some(check.detail).filter(|detail| !detail.is_empty()),
    };
    Verification {
        ok: verified.ok,
        checks: verified.checks.into_iter().map(of).collect(),
        digest: verified.digest.to_string(),
    }
}
