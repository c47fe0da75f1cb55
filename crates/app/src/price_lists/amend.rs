//! `price_lists.amend`: changes the terms of a price list.
use super::steps;
use crate::App;
use crate::day::changed_validity;
use crate::error::AppError;
use crate::parse::nullable;
use crate::request::{Amend, Written};
use book::Said;
use book::dto::PriceList;
use domain::price_list::{PriceListTerms, Validity};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What of a price list changes; what is absent stays, null clears.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PriceListPatch {
    /// Its name.
    pub name: Option<String>,
    /// The first business day on which it holds.
    #[serde(default, deserialize_with = "nullable")]
    pub from: Option<Option<String>>,
    /// The last business day on which it holds.
    #[serde(default, deserialize_with = "nullable")]
    pub to: Option<Option<String>>,
    /// Customers with one of these tags get its prices.
    pub tags: Option<Vec<String>>,
    /// Everybody gets its prices.
    pub everyone: Option<bool>,
    /// The channels on which it holds; every channel when empty.
    pub channels: Option<Vec<String>>,
    /// Out of use.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = Amend<PriceListPatch>;
/// What it gives.
pub type Output = Written<PriceList>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            let now = steps::price_list(tx, &change)?;
            let was = now.terms.validity.unwrap_or_default();
            let said = domain::price_list::amend(&now, terms(was, &input.body)?)?;
            steps::check_name(tx, Some(change.id), &said)?;
            tx.append(Said::new(
                steps::subject(change.id),
                "price_list.amended",
                &said,
            ))?;
            Ok(change.id)
        },
        steps::face,
    )
}

fn terms(was: Validity, patch: &PriceListPatch) -> Result<PriceListTerms, AppError> {
    Ok(PriceListTerms {
        name: patch.name.clone(),
        currency: None,
        validity: changed_validity(was, &patch.from, &patch.to)?,
        tags: patch.tags.clone(),
        everyone: patch.everyone,
        channels: patch.channels.clone(),
        archived: patch.archived,
    })
}
