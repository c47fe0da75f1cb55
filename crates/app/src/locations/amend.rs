//! `locations.amend`: changes a location; the main one can be renamed, too.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::parse::nullable;
use crate::request::{Amend, Written};
use book::Said;
use book::dto::{LocationKind, LocationRow};
use domain::location::LocationTerms;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What of a location changes; what is absent stays, null clears.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LocationPatch {
    /// What people call it.
    pub name: Option<String>,
    /// Short code, printed on it and scanned.
    #[serde(default, deserialize_with = "nullable")]
    pub code: Option<Option<String>>,
    /// What it is.
    pub kind: Option<LocationKind>,
    /// The location that it lies in.
    #[serde(default, deserialize_with = "nullable")]
    pub parent: Option<Option<String>>,
    /// Whether what lies there can be sold.
    pub sellable: Option<bool>,
}

/// What it takes.
pub type Input = Amend<LocationPatch>;
/// What it gives.
pub type Output = Written<LocationRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, patch) = (input.part, &input.body);
    app.write(
        change,
        |tx| {
            let now = steps::location(tx, &change)?;
            let said = LocationTerms {
                name: patch.name.clone(),
                code: patch.code.clone().map(Option::unwrap_or_default),
                kind: patch.kind.map(steps::kind),
                parent: patch.parent.clone().map(Option::unwrap_or_default),
                sellable: patch.sellable,
                archived: None,
            };
            let said = domain::location::amend(&now, said)?;
            steps::check(tx, change.id, &said)?;
            let subject = steps::subject(change.id);
            tx.append(Said::new(subject, "location.amended", &said))?;
            Ok(change.id)
        },
        steps::face,
    )
}
