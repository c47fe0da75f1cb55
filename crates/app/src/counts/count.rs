//! `counts.count`: what somebody found. It adds to what they found before, or takes its place.
use super::{lots, steps};
use crate::App;
use crate::error::AppError;
use crate::lots::input::LotInput;
use crate::request::{Create, Part, Request, With, Written};
use crate::write::Call;
use book::dto::Count;
use book::{Said, Tx};
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
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
    /// What of it belongs to lots, or is which piece. Of lots that nobody names there is nothing
    /// then.
    pub lots: Option<Vec<LotInput>>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// Product by product.
    pub lines: Vec<FoundLine>,
}

/// What it takes.
pub type Input = Create<With<Counting, Found>>;
/// What it gives.
pub type Output = Written<Count>;

/// What was found of a product that is goods of the book.
fn counted(
    tx: &Tx<'_>,
    now: &domain::count::Count,
    (index, line): (usize, &FoundLine),
) -> Result<CountedLine, AppError> {
    if !tx.read().is_goods(line.product)? {
        let field = format!("lines.{index}.product");
        return Err(AppError::at(field, "product_unknown"));
    }
    Ok(CountedLine {
        product: ProductId(line.product),
        quantity_milli: line.quantity_milli,
        recount: line.recount == Some(true),
        lots: lots::counted(tx, now, (index, line))?,
    })
}

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let request: Request = input.part;
    let With { part, body } = &input.body;
    app.write(
        Call::about(request, part.id),
        |tx| {
            let now = steps::count(tx, part.id)?;
            let lines = body.lines.iter().enumerate();
            let lines = lines.map(|line| counted(tx, &now, line));
            let lines: Vec<CountedLine> = lines.collect::<Result<_, AppError>>()?;
            let said = domain::count::count(&now, &part.counter, lines)?;
            tx.append(Said::new(steps::subject(part.id), "count.counted", &said))?;
            Ok(part.id)
        },
        steps::face,
    )
}
