//! `counts.count`: what somebody found. It adds to what they found before, or takes its place.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Part, Request, With, Written};
use crate::write::Call;
use book::Said;
use book::dto::Count;
use domain::ProductId;
use domain::count::CountedLine;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Which count, and who counts. No version is sent: several people count at once, and what each
/// finds adds up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// The count.
    pub id: Uuid,
    /// Who counts: a window or a device.
    pub counter: String,
}

impl Part for Counting {
    const KEYS: &'static [&'static str] = &["id", "counter"];
}

/// What was found of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct FoundLine {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// How much.
    #[ts(optional = false)]
    pub quantity_milli: i64,
    /// It takes the place of what this counter found of the product before.
    pub recount: Option<bool>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// Product by product.
    pub lines: Vec<FoundLine>,
}

/// What it takes.
pub type Input = Create<With<Counting, Found>>;
/// What it gives.
pub type Output = Written<Count>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let request: Request = input.part;
    let With { part, body } = &input.body;
    app.write(
        Call::about(request, part.id),
        |tx| {
            let now = steps::count(tx, part.id)?;
            for (index, line) in body.lines.iter().enumerate() {
                if !tx.read().is_goods(line.product)? {
                    let field = format!("lines.{index}.product");
                    return Err(AppError::at(field, "product_unknown"));
                }
            }
            let lines = body.lines.iter().map(|line| CountedLine {
                product: ProductId(line.product),
                quantity_milli: line.quantity_milli,
                recount: line.recount == Some(true),
            });
            let said = domain::count::count(&now, &part.counter, lines.collect())?;
            tx.append(Said::new(steps::subject(part.id), "count.counted", &said))?;
            Ok(part.id)
        },
        steps::face,
    )
}
