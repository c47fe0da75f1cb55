//! `price_lists.create`: a new price list, without prices yet.
use super::steps;
use crate::App;
use crate::day::validity;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::Said;
use book::dto::PriceList;
use domain::price_list::PriceListTerms;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A price list asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PriceListInput {
    /// Its name.
    #[ts(optional = false)]
    pub name: String,
    /// ISO 4217 code of its prices; the book's when absent.
    pub currency: Option<String>,
    /// The first business day on which it holds.
    pub from: Option<String>,
    /// The last business day on which it holds.
    pub to: Option<String>,
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
pub type Input = Create<PriceListInput>;
/// What it gives.
pub type Output = Written<PriceList>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.write(
        input.part,
        |tx| {
            let own = tx.settings().currency().to_owned();
            let said = domain::price_list::create(terms(&input.body, own)?)?;
            steps::check_name(tx, None, &said)?;
            let id = app.new_id();
            tx.append(Said::new(steps::subject(id), "price_list.created", &said))?;
            Ok(id)
        },
        steps::face,
    )
}

fn terms(input: &PriceListInput, own: String) -> Result<PriceListTerms, AppError> {
    Ok(PriceListTerms {
        name: Some(input.name.clone()),
        currency: Some(input.currency.clone().unwrap_or(own)),
        validity: Some(validity(input.from.as_deref(), input.to.as_deref())?),
        tags: input.tags.clone(),
        everyone: input.everyone,
        channels: input.channels.clone(),
        archived: input.archived,
    })
}
