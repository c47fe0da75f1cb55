//! `promotions.create`: a new promotion, with a coupon code or without.
use super::steps;
use crate::App;
use crate::day::validity;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::Said;
use book::dto::{Promotion, PromotionEffect};
use domain::promotion::PromotionTerms;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A promotion asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PromotionInput {
    /// Its name, as receipts and invoices say it.
    #[ts(optional = false)]
    pub name: String,
    /// What it gives.
    #[ts(optional = false)]
    pub effect: PromotionEffect,
    /// Per cent off, parts per million; of the units that are given, when some are bought.
    pub rate_ppm: Option<i64>,
    /// The amount off.
    pub amount_minor: Option<i64>,
    /// How many units are bought.
    pub buy_units: Option<i64>,
    /// How many are given then.
    pub get_units: Option<i64>,
    /// The products that it is about.
    pub products: Option<Vec<Uuid>>,
    /// The categories that it is about; every product when neither is said.
    pub categories: Option<Vec<String>>,
    /// The tags of customers that get it; everybody when empty.
    pub tags: Option<Vec<String>>,
    /// The channels on which it holds; every channel when empty.
    pub channels: Option<Vec<String>>,
    /// What the lines must come to.
    pub minimum_minor: Option<i64>,
    /// The first business day on which it holds.
    pub from: Option<String>,
    /// The last business day on which it holds.
    pub to: Option<String>,
    /// The code that it is asked for with; applied by itself when there is none.
    pub coupon: Option<String>,
    /// How many orders may use the code.
    pub use_limit: Option<i64>,
    /// Whether it goes with other promotions.
    pub stacks: Option<bool>,
    /// Out of use.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = Create<PromotionInput>;
/// What it gives.
pub type Output = Written<Promotion>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.write(
        input.part,
        |tx| {
            let said = domain::promotion::create(terms(&input.body)?)?;
            steps::check(tx, None, &said)?;
            let id = app.new_id();
            tx.append(Said::new(steps::subject(id), "promotion.created", &said))?;
            Ok(id)
        },
        steps::face,
    )
}

fn terms(input: &PromotionInput) -> Result<PromotionTerms, AppError> {
    Ok(PromotionTerms {
        name: Some(input.name.clone()),
        effect: Some(steps::effect(input.effect)),
        rate_ppm: input.rate_ppm,
        amount_minor: input.amount_minor,
        buy_units: input.buy_units,
        get_units: input.get_units,
        products: steps::products(&input.products),
        categories: input.categories.clone(),
        tags: input.tags.clone(),
        channels: input.channels.clone(),
        minimum_minor: input.minimum_minor,
        validity: Some(validity(input.from.as_deref(), input.to.as_deref())?),
        coupon: input.coupon.clone(),
        use_limit: input.use_limit,
        stacks: input.stacks,
        archived: input.archived,
    })
}
