//! `people.sign_in`: somebody goes to work, instead of whoever was there. After five wrong PINs a
//! person waits, longer with every further one.
use crate::App;
use crate::error::AppError;
use crate::gate::{Session, check_pin};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Who signs in.
#[derive(Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The person.
    pub person: Uuid,
    /// Their PIN.
    pub pin: String,
}

/// What it takes.
pub type Input = SignIn;
/// What it gives.
pub type Output = Session;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_pin(app, input.person, &input.pin)?;
    app.seat(Some(input.person))?;
    app.session()
}
