//! `people.amend`: changes the name or the role of a person, or says that they left.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::Person;
use domain::person::{PersonPersonal, PersonTerms};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What of a person changes; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PersonPatch {
    /// What the shop calls them.
    pub name: Option<String>,
    /// The key of the role.
    pub role: Option<String>,
    /// Works here no more.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = Amend<PersonPatch>;
/// What it gives.
pub type Output = Written<Person>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, patch) = (&input.part, &input.body);
    app.write(
        *change,
        |tx| {
            let settings = tx.settings().clone();
            let now = steps::person(app, tx, change)?;
            let is_last = steps::is_last_owner(tx, change.id)?;
            let said = PersonTerms {
                role: patch.role.clone(),
                archived: patch.archived,
            };
            let name = patch.name.as_deref();
            let (said, name) = domain::person::amend(&now, said, name, &settings.roles(), is_last)?;
            if let Some(role) = &patch.role {
                app.check_grant(&settings, role)?;
            }
            let personal = PersonPersonal {
                name,
                pin_hash: None,
            };
            steps::append(tx, change.id, "person.amended", &said, &personal)?;
            Ok(change.id)
        },
        steps::face,
    )
}
