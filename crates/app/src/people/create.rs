//! `people.create`: a new person of the shop, without a PIN yet.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::dto::Person;
use domain::person::PersonPersonal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonInput {
    /// What the shop calls them.
    pub name: String,
    /// The key of the role.
    pub role: String,
}

/// What it takes.
pub type Input = Create<PersonInput>;
/// What it gives.
pub type Output = Written<Person>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = &input.body;
    app.write(
        input.part,
        |tx| {
            let settings = tx.settings().clone();
            let (said, name) = domain::person::create(&asked.name, &asked.role, &settings.roles())?;
            app.check_grant(&settings, &asked.role)?;
            let personal = PersonPersonal {
                name,
                pin_hash: None,
            };
            let id = app.new_id();
            steps::append(tx, id, "person.created", &said, &personal)?;
            Ok(id)
        },
        steps::face,
    )
}
