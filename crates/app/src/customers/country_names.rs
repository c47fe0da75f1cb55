//! `customers.country_names`: customers whose country stands as a name instead of a code, and what
//! `customers.repair_countries` would make of each name.
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::App;
use crate::error::AppError;
use crate::request::Nothing;

/// A name that stands where a code of ISO 3166-1 should.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CountryName {
    /// The name, as a file once brought it.
    pub name: String,
    /// The code that it means; null where that is not known, and the name stays.
    pub code: Option<String>,
    /// How many customers have it.
    pub customers: i64,
}

/// The names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CountryNames {
    /// Each name once.
    pub names: Vec<CountryName>,
}

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = CountryNames;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    let found = app.read(|read| read.country_names())?;
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    for (_, name) in found {
        *counts.entry(name).or_default() += 1;
    }
    let names = counts.into_iter().map(|(name, customers)| CountryName {
        code: exchange::country_code(&name).map(str::to_owned),
        name,
        customers,
    });
    Ok(CountryNames {
        names: names.collect(),
    })
}
