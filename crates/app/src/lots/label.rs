//! `lots.label`: says which lot goods belong to that lie somewhere without one, or in another.
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written};
use crate::write::Call;
use crate::{place, product};
use book::dto::Product;
use book::{Said, Tx};
use domain::lot::LotPart;
use domain::stock::{Adjusted, AdjustedLine, MAIN};
use domain::{ProductId, Subject, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::coming;
use super::input::{Goods, LotInput};

/// What the entry says, when the caller has no words of its own.
const NAMED: &str = "Lot named";

/// Goods of a product and the lots that they belong to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LotLabel {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// Where they lie; the main place when absent.
    pub location: Option<String>,
    /// The lot that they were thought to belong to; none when absent.
    pub from: Option<String>,
    /// The lots that they belong to.
    #[ts(optional = false)]
    pub lots: Vec<LotInput>,
    /// Why.
    pub reason: Option<String>,
}

/// What it takes.
pub type Input = Create<LotLabel>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = &input.body;
    let location = asked.location.as_deref().unwrap_or(MAIN);
    app.write(
        Call::making(input.part, SubjectKind::Stock),
        |tx| {
            let found = product::product(tx, asked.product);
            let goods = found.map_err(|error| error.in_field("product"))?;
            place::check_known(tx, "location", location)?;
            let lots = lots(app, tx, asked, location)?;
            let none = domain::stock::Change {
                quantity_milli: 1,
                unit_cost_micro: None,
            };
            let reason = asked.reason.as_deref().unwrap_or(NAMED);
            let said = Adjusted {
                lines: vec![AdjustedLine {
                    product: ProductId(asked.product),
                    quantity_milli: 0,
                    unit_cost_micro: None,
                }],
                lots,
                ..domain::stock::adjust(&goods, location, none, reason)?
            };
            let subject = Subject::new(SubjectKind::Stock, app.new_id());
            tx.append(Said::new(subject, "stock.adjusted", &said))?;
            Ok(asked.product)
        },
        |read, _| product::face(read, asked.product),
    )
}

/// The lots that gain, and the one that loses: at most what lies there of it.
fn lots(
    app: &App,
    tx: &mut Tx<'_>,
    asked: &LotLabel,
    location: &str,
) -> Result<Vec<LotPart>, AppError> {
    if asked.lots.is_empty() {
        return Err(AppError::at("lots", "required"));
    }
    let sum = asked.lots.iter().map(|one| one.quantity_milli);
    let quantity_milli = sum.fold(0, i64::saturating_add);
    let goods = Goods {
        field: "lots".to_owned(),
        product: asked.product,
        line: None,
        component: false,
        quantity_milli,
        named: Some(&asked.lots),
    };
    let mut parts = coming::lots(app, tx, std::slice::from_ref(&goods))?;
    let (there, loose_milli) = tx.read().lot_stock(asked.product, location)?;
    let here_milli = match &asked.from {
        None => loose_milli,
        Some(from) => {
            let lot = there.iter().find(|lot| lot.lot == *from);
            lot.map_or(0, |lot| lot.on_hand_milli)
        }
    };
    if quantity_milli > here_milli {
        return Err(AppError::at("lots", "more_than_lies_there").with(here_milli));
    }
    if let Some(from) = &asked.from {
        parts.push(goods.part(from, quantity_milli.saturating_neg()));
    }
    Ok(parts)
}
