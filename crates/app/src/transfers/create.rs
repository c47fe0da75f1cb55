//! `transfers.create`: writes down what is to go where; sends it, and takes it in, when that is
//! said, as when goods are put on a shelf.
use super::input::{TransferInput, document};
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Part, With, Written};
use book::Said;
use book::dto::Transfer;
use domain::transfer::TRANSFER;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far it goes at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TransferSteps {
    /// It is sent at once.
    pub sent: Option<bool>,
    /// It is sent and has arrived.
    pub received: Option<bool>,
}

impl Part for TransferSteps {
    const KEYS: &'static [&'static str] = &["sent", "received"];
}

/// What it takes.
pub type Input = Create<With<TransferSteps, TransferInput>>;
/// What it gives.
pub type Output = Written<Transfer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (far, asked) = (&input.body.part, &input.body.body);
    app.write(
        input.part,
        |tx| {
            let mut said = domain::transfer::draft(document(tx, asked)?)?;
            said.number = Some(format!("{TRANSFER}{}", tx.next_number("transfer")?));
            let id = app.new_id();
            tx.append(Said::new(steps::subject(id), "transfer.drafted", &said))?;
            let received = far.received == Some(true);
            if received || far.sent == Some(true) {
                steps::send_now(app, tx, id)?;
            }
            if received {
                let now = steps::now(tx, id)?;
                steps::append_handled(app, tx, &now, ("transfer.received", None, None))?;
            }
            Ok(id)
        },
        steps::face,
    )
}
