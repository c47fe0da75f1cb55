//! `lots.pick`: which lots of an order's open goods go out next: first expired, first out.
use crate::App;
use crate::error::AppError;
use crate::place;
use book::dto::OrderPick;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// An order asked about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PickAsked {
    /// The order.
    #[ts(optional = false)]
    pub id: Uuid,
    /// Where the goods leave; this installation's own location, or the order's, when absent.
    pub location: Option<String>,
}

/// What it takes.
pub type Input = PickAsked;
/// What it gives.
pub type Output = OrderPick;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let today = app.today()?;
    let location = match input.location {
        Some(location) => Some(location),
        None => place::chosen(app)?,
    };
    app.read(|read| read.order_pick(input.id, location.as_deref(), today))
}
