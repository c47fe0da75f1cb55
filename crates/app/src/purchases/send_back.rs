//! `purchases.send_back`: goods of a purchase go back to the supplier, with a reason.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::lots::input::LotInput;
use crate::request::{Amend, Written};
use book::dto::Purchase;
use book::{Said, Tx};
use domain::ids::ReturnId;
use domain::purchase::{Returned, ReturnedGoods, SUPPLIER_RETURN, SUPPLIER_RETURNS};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much of a line goes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SentBackLine {
    /// The line.
    #[ts(optional = false)]
    pub line: u32,
    /// How much.
    #[ts(optional = false)]
    pub quantity_milli: i64,
    /// The lots or serial numbers that go back; the book chooses when absent.
    pub lots: Option<Vec<LotInput>>,
}

/// What goes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PurchaseSendBack {
    /// Where the goods are; where the purchase was to come when absent.
    pub location: Option<String>,
    /// Why.
    #[ts(optional = false)]
    pub reason: String,
    /// What goes back, at most what came.
    #[ts(optional = false)]
    pub lines: Vec<SentBackLine>,
}

/// What it takes.
pub type Input = Amend<PurchaseSendBack>;
/// What it gives.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    let back = ReturnId(app.new_id());
    app.write(
        change,
        |tx| {
            let now = steps::seen(tx, &change)?;
            let said = said(tx, &now, (back, &input.body))?;
            let mut said = domain::purchase::send_back(&now, said)?;
            let named = input.body.lines.iter().map(|line| line.lots.as_deref());
            said.lots = steps::lots_back(app, tx, &said, named)?;
            let subject = steps::subject(change.id);
            tx.append(Said::new(subject, "purchase.returned", &said))?;
            Ok(change.id)
        },
        steps::face,
    )
}

fn said(
    tx: &mut Tx<'_>,
    now: &domain::purchase::Purchase,
    (back, input): (ReturnId, &PurchaseSendBack),
) -> Result<Returned, AppError> {
    let document = now.document.as_ref();
    let document = document.ok_or_else(|| AppError::conflict("purchase_not_ordered"))?;
    let lines = input.lines.iter().enumerate().map(|(index, asked)| {
        let mut lines = document.lines.iter();
        let own = lines.find(|own| own.line == asked.line);
        let field = format!("lines.{index}.line");
        let own = own.ok_or_else(|| AppError::at(field, "line_unknown"))?;
        let came = now.came().filter(|(_, came)| came.line == Some(own.line));
        let last = came.max_by_key(|(receipt, _)| receipt.moment);
        Ok(ReturnedGoods {
            line: Some(own.line),
            product: own.product,
            sku: own.sku.clone(),
            title: own.title.clone(),
            quantity_milli: asked.quantity_milli,
            unit_cost_micro: last.map_or(own.unit_cost_micro, |(_, came)| came.unit_cost_micro),
        })
    });
    let lines = lines.collect::<Result<_, AppError>>()?;
    Ok(Returned {
        lots: Vec::new(),
        back,
        number: format!("{SUPPLIER_RETURN}{}", tx.next_number(SUPPLIER_RETURNS)?),
        supplier: document.supplier,
        currency: document.currency.clone(),
        location: input
            .location
            .clone()
            .unwrap_or_else(|| document.location.clone()),
        reason: input.reason.clone(),
        lines,
    })
}
