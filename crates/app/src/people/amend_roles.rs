//! `people.amend_roles`: says what each role may do. Nobody gives more than they have.
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written, check_version};
use crate::write::Call;
use book::Said;
use book::dto::{Role, Roles};
use domain::person::{Permission, RoleTerms};
use domain::settings::{Settings, SettingsTerms};
use domain::{Subject, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Roles, replaced as a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RolesInput {
    /// The version of the settings that the caller saw.
    pub expected_version: i64,
    /// The roles; the owner's among them.
    pub roles: Vec<Role>,
}

/// What it takes.
pub type Input = Create<RolesInput>;
/// What it gives.
pub type Output = Written<Roles>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let book = app.book()?.book.id();
    app.write(
        Call::about(input.part, book),
        |tx| {
            let settings = tx.settings().clone();
            check_version(settings.version, input.body.expected_version)?;
            let roles: Vec<_> = input
                .body
                .roles
                .iter()
                .map(|one| terms(&settings, one))
                .collect();
            check_grants(app, &settings, &roles)?;
            let said = domain::settings::amend(SettingsTerms {
                roles: Some(roles),
                ..SettingsTerms::default()
            })?;
            let subject = Subject::new(SubjectKind::Book, book);
            tx.append(Said::new(subject, "book.amended", &said))?;
            Ok(book)
        },
        |read, _| Ok(read.roles()?),
    )
}

/// A role as the settings keep it, with what a later version granted it.
fn terms(settings: &Settings, said: &Role) -> RoleTerms {
    let roles = settings.roles();
    let known = roles.iter().find(|one| one.role == said.role);
    let later = known.into_iter().flat_map(|one| &one.permissions);
    let later = later
        .filter(|word| Permission::of_word(word).is_none())
        .cloned();
    let words = Permission::ALL.into_iter();
    let words = words.filter(|one| said.permissions.contains(&book::permission(*one)));
    let granted: Vec<Permission> = words.collect();
    RoleTerms {
        role: said.role.clone(),
        name: said.name.clone(),
        without: RoleTerms::without(&granted),
        permissions: granted
            .iter()
            .map(|one| one.word().to_owned())
            .chain(later)
            .collect(),
        discount_limit_ppm: said.discount_limit_ppm,
    }
}

/// Refuses to grant a role what it had not and the caller has not.
fn check_grants(app: &App, settings: &Settings, roles: &[RoleTerms]) -> Result<(), AppError> {
    for (index, role) in roles.iter().enumerate() {
        let before = domain::person::role_of(&settings.roles(), &role.role);
        let mut more = role.granted();
        more.retain(|permission| !before.may(*permission));
        if role.discount_limit_ppm > before.discount_limit_ppm {
            more.push(Permission::DiscountOverLimit);
        }
        let granted = app.check_grants(&more);
        granted.map_err(|error| error.in_field(format!("roles.{index}.permissions")))?;
    }
    Ok(())
}
