//! `locations.create`: a new shop, warehouse, shelf or bin.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::Said;
use book::dto::{LocationKind, LocationRow};
use domain::location::LocationTerms;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A location asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LocationInput {
    /// What people call it.
    #[ts(optional = false)]
    pub name: String,
    /// Short code, printed on it and scanned.
    pub code: Option<String>,
    /// What it is; a shop when absent.
    pub kind: Option<LocationKind>,
    /// The location that it lies in.
    pub parent: Option<String>,
    /// Whether what lies there can be sold; as where it lies when absent.
    pub sellable: Option<bool>,
}

/// What it takes.
pub type Input = Create<LocationInput>;
/// What it gives.
pub type Output = Written<LocationRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = &input.body;
    app.write(
        input.part,
        |tx| {
            let inner = steps::sells(tx, asked.parent.as_deref())?;
            let said = domain::location::create(LocationTerms {
                name: Some(asked.name.clone()),
                code: asked.code.clone(),
                kind: asked.kind.map(steps::kind),
                parent: asked.parent.clone(),
                sellable: asked.sellable.or(inner),
                archived: None,
            })?;
            let id = app.new_id();
            steps::check(tx, id, &said)?;
            tx.append(Said::new(steps::subject(id), "location.created", &said))?;
            Ok(id)
        },
        steps::face,
    )
}
