//! `people.set_pin`: gives a person a PIN, or takes it away. The first owner who gets one is at
//! work from then on: nobody is locked out of what they just began.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::gate::hash_pin;
use crate::request::{Amend, Written};
use book::dto::Person;
use domain::person::PersonPersonal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A PIN for a person.
#[derive(Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PersonPin {
    /// Four to twelve digits; absent, the person has none any more.
    pub pin: Option<String>,
}

/// What it takes.
pub type Input = Amend<PersonPin>;
/// What it gives.
pub type Output = Written<Person>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, pin) = (&input.part, input.body.pin.as_deref());
    let was_guarded = app.read_rows(steps::guarded)?;
    let written = app.write(
        *change,
        |tx| {
            let now = steps::person(app, tx, change)?;
            let is_last = steps::is_last_owner(tx, change.id)?;
            let said = domain::person::set_pin(&now, pin, is_last)?;
            let personal = PersonPersonal {
                name: None,
                pin_hash: pin.map(|pin| hash_pin(app, pin)).transpose()?,
            };
            steps::append(tx, change.id, "person.pin_set", &said, &personal)?;
            Ok(change.id)
        },
        steps::face,
    )?;
    if !was_guarded && !written.dry_run && app.read_rows(steps::guarded)? {
        app.seat(Some(change.id))?;
    }
    Ok(written)
}
