//! `orders.publish`: shows the customer how far the order is, under a link that nobody guesses. The
//! hub is told in the background, and again whenever the order changes. Published again, the same
//! link is good until another day.
use book::dto::Order;
use domain::Day;
use domain::order::{Published, publish};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sync::hub::fresh_link;
use ts_rs::TS;

use super::steps;
use crate::App;
use crate::day;
use crate::error::AppError;
use crate::language::Language;
use crate::request::{Amend, Written};

/// For how long a page is usually shown, days.
const USUAL_DAYS: i32 = 90;
const DAY_MS: i64 = 24 * 60 * 60_000;

/// How the page is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderPublish {
    /// The last day on which it is shown, at most a year from now; 90 days from now when absent.
    pub page_until: Option<String>,
    /// The language of its words; English when absent.
    pub language: Option<Language>,
}

/// What it takes.
pub type Input = Amend<OrderPublish>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, asked) = (&input.part, &input.body);
    let until = day::optional("page_until", asked.page_until.as_deref())?;
    let place = crate::sync::hub_of(app)?;
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let today = tx.business_day();
            let page_until = until.unwrap_or(Day(today.0.saturating_add(USUAL_DAYS)));
            let known = now.pages.shown.first().map(|page| page.said.link.clone());
            let link = known.or_else(fresh_link);
            let offset_ms = i64::from(tx.act().offset_min) * 60_000;
            let said = Published {
                link: link.ok_or_else(|| AppError::broken("internal"))?,
                place,
                language: asked.language.unwrap_or_default().tag().to_owned(),
                page_until,
                until_ms: (i64::from(page_until.0) + 1) * DAY_MS - offset_ms,
            };
            let said = publish(&now, said, today)?;
            steps::append(tx, change.id, "order.published", &said, None)?;
            Ok(change.id)
        },
        steps::face,
    )
}
