//! `people.stay`: a window tells whether somebody had a hand on it, and hears who is at work. Where
//! nobody had for as long as the settings say, it is locked.
use crate::App;
use crate::error::AppError;
use crate::gate::Session;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a window saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOn {
    /// Whether somebody used it since it told the last time.
    pub active: bool,
}

/// What it takes.
pub type Input = HandOn;
/// What it gives.
pub type Output = Session;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    // Whoever left it alone for too long is not called back by a hand: look first.
    let session = app.session()?;
    if input.active && session.person.is_some() {
        app.stay();
    }
    Ok(session)
}
