//! `purchases.draft_suggested`: a draft for each supplier with what is suggested to be ordered.
use super::input::{goods, of_product};
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::dto::{Purchase, SuggestedLine};
use book::{Said, Tx};
use domain::SupplierId;
use domain::purchase::{PurchaseDocument, PurchaseLine};
use domain::stock::MAIN;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// For whom drafts are made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SuggestedDrafts {
    /// The suppliers; each with a suggestion when absent.
    pub suppliers: Option<Vec<Uuid>>,
}

/// What it takes.
pub type Input = Create<SuggestedDrafts>;
/// What it gives: the first of the drafts; all of them are among what was touched.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let today = app.today()?;
    app.write(
        input.part,
        |tx| {
            tx.settle()?;
            let orders = tx.read().suggested_orders(today)?;
            let asked = input.body.suppliers.as_ref();
            let mut first = None;
            for (supplier, lines) in orders {
                if asked.is_none_or(|asked| asked.contains(&supplier)) {
                    let id = app.new_id();
                    let said = document(tx, supplier, &lines)?;
                    let said = domain::purchase::draft(said)?;
                    tx.append(Said::new(steps::subject(id), "purchase.drafted", &said))?;
                    first.get_or_insert(id);
                }
            }
            first.ok_or_else(|| AppError::conflict("nothing_to_order"))
        },
        steps::face,
    )
}

fn document(
    tx: &mut Tx<'_>,
    supplier: Uuid,
    suggested: &[SuggestedLine],
) -> Result<PurchaseDocument, AppError> {
    let mut lines = Vec::with_capacity(suggested.len());
    for line in suggested {
        let goods = goods(tx, line.product)?;
        let known = of_product(&goods, line.product, SupplierId(supplier), 0);
        lines.push(PurchaseLine {
            quantity_milli: line.suggested_milli,
            ..known
        });
    }
    Ok(PurchaseDocument {
        supplier: SupplierId(supplier),
        currency: tx.settings().currency().to_owned(),
        location: MAIN.to_owned(),
        expected: None,
        note: None,
        lines,
        charges: Vec::new(),
    })
}
