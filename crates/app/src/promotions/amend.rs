//! `promotions.amend`: changes a promotion; orders that have it keep what it gave them.
use super::steps;
use crate::App;
use crate::day::changed_validity;
use crate::error::AppError;
use crate::parse::nullable;
use crate::request::{Amend, Written};
use book::Said;
use book::dto::{Promotion, PromotionEffect};
use domain::price_list::Validity;
use domain::promotion::PromotionTerms;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What of a promotion changes; what is absent stays, null clears.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PromotionPatch {
    /// Its name, as receipts and invoices say it.
    pub name: Option<String>,
    /// What it gives.
    pub effect: Option<PromotionEffect>,
    /// Per cent off, parts per million; of the units that are given, when some are bought.
    #[serde(default, deserialize_with = "nullable")]
    pub rate_ppm: Option<Option<i64>>,
    /// The amount off.
    #[serde(default, deserialize_with = "nullable")]
    pub amount_minor: Option<Option<i64>>,
    /// How many units are bought.
    #[serde(default, deserialize_with = "nullable")]
    pub buy_units: Option<Option<i64>>,
    /// How many are given then.
    #[serde(default, deserialize_with = "nullable")]
    pub get_units: Option<Option<i64>>,
    /// The products that it is about.
    pub products: Option<Vec<Uuid>>,
    /// The categories that it is about; every product when neither is said.
    pub categories: Option<Vec<String>>,
    /// The tags of customers that get it; everybody when empty.
    pub tags: Option<Vec<String>>,
    /// The channels on which it holds; every channel when empty.
    pub channels: Option<Vec<String>>,
    /// What the lines must come to.
    #[serde(default, deserialize_with = "nullable")]
    pub minimum_minor: Option<Option<i64>>,
    /// The first business day on which it holds.
    #[serde(default, deserialize_with = "nullable")]
    pub from: Option<Option<String>>,
    /// The last business day on which it holds.
    #[serde(default, deserialize_with = "nullable")]
    pub to: Option<Option<String>>,
    /// The code that it is asked for with; applied by itself when there is none.
    #[serde(default, deserialize_with = "nullable")]
    pub coupon: Option<Option<String>>,
    /// How many orders may use the code.
    #[serde(default, deserialize_with = "nullable")]
    pub use_limit: Option<Option<i64>>,
    /// Whether it goes with other promotions.
    pub stacks: Option<bool>,
    /// Out of use.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = Amend<PromotionPatch>;
/// What it gives.
pub type Output = Written<Promotion>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            let now = steps::promotion(tx, &change)?;
            let was = now.terms.validity.unwrap_or_default();
            let said = domain::promotion::amend(&now, terms(was, &input.body)?)?;
            steps::check(tx, Some(change.id), &said)?;
            tx.append(Said::new(
                steps::subject(change.id),
                "promotion.amended",
                &said,
            ))?;
            Ok(change.id)
        },
        steps::face,
    )
}

/// In an entry an empty text and a figure below zero clear a field.
fn terms(was: Validity, patch: &PromotionPatch) -> Result<PromotionTerms, AppError> {
    let figure = |said: Option<Option<i64>>| said.map(|figure| figure.unwrap_or(-1));
    Ok(PromotionTerms {
        name: patch.name.clone(),
        effect: patch.effect.map(steps::effect),
        rate_ppm: figure(patch.rate_ppm),
        amount_minor: figure(patch.amount_minor),
        buy_units: figure(patch.buy_units),
        get_units: figure(patch.get_units),
        products: steps::products(&patch.products),
        categories: patch.categories.clone(),
        tags: patch.tags.clone(),
        channels: patch.channels.clone(),
        minimum_minor: figure(patch.minimum_minor),
        validity: changed_validity(was, &patch.from, &patch.to)?,
        coupon: patch.coupon.clone().map(Option::unwrap_or_default),
        use_limit: figure(patch.use_limit),
        stacks: patch.stacks,
        archived: patch.archived,
    })
}
