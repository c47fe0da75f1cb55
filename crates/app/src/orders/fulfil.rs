//! `orders.fulfil`: ships goods, all that is open unless lines are named.
use crate::App;
use crate::error::AppError;
use super::steps;
use domain::ids::ShipmentId;
use domain::order::LineQuantity;
use book::dto::{Order, ShippedLine};

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A shipment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderFulfil {
    /// What goes out; all that is open when absent.
    pub lines: Option<Vec<ShippedLine>>,
    /// Who carries it.
    pub carrier: Option<String>,
    /// The carrier's number.
    pub tracking: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderFulfil>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let said = &input.body;
    let lines = said.lines.as_deref().map(quantities).transpose()?;
    steps::change(app, &input.part, "order.fulfilled", |now| {
        let shipment = ShipmentId(app.new_id());
        let (carrier, tracking) = (said.carrier.as_deref(), said.tracking.as_deref());
        domain::order::fulfil(now, shipment, lines.as_deref(), carrier, tracking)
    })
}

fn quantities(lines: &[ShippedLine]) -> Result<Vec<LineQuantity>, AppError> {
    let of = |(index, line): (usize, &ShippedLine)| {
        let number = u32::try_from(line.line)
            .map_err(|_| AppError::at(format!("lines.{index}.line"), "line_unknown"))?;
        Ok(LineQuantity { line: number, quantity_milli: line.quantity_milli })
    };
    lines.iter().enumerate().map(of).collect()
}
