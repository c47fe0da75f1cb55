//! `counts.open`: begins to count a location, or a part of what lies there.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::place;
use crate::request::{Create, Written};
use book::Said;
use book::dto::{self, Count};
use domain::ProductId;
use domain::count::{CountScope, Opened};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A count asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CountInput {
    /// The location.
    #[ts(optional = false)]
    pub location: String,
    /// How much of it; all when absent.
    pub scope: Option<dto::CountScope>,
    /// The category, when one is counted.
    pub category: Option<String>,
    /// The products, when some are counted.
    pub products: Option<Vec<Uuid>>,
    /// Who counts does not see what should be there.
    pub blind: Option<bool>,
    /// What it is about, in the words of the shop.
    pub title: Option<String>,
}

/// What it takes.
pub type Input = Create<CountInput>;
/// What it gives.
pub type Output = Written<Count>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = &input.body;
    app.write(
        input.part,
        |tx| {
            place::check_known(tx, "location", &asked.location)?;
            let scope = scope(asked);
            if let CountScope::Products(products) = &scope {
                for (index, product) in products.iter().enumerate() {
                    if !tx.read().knows_product(product.0)? {
                        let field = format!("products.{index}");
                        return Err(AppError::at(field, "product_unknown"));
                    }
                }
            }
            let said = domain::count::open(Opened {
                location: asked.location.clone(),
                scope,
                blind: asked.blind.unwrap_or(false),
                title: asked.title.clone(),
            })?;
            let id = app.new_id();
            tx.append(Said::new(steps::subject(id), "count.opened", &said))?;
            Ok(id)
        },
        steps::face,
    )
}

fn scope(asked: &CountInput) -> CountScope {
    match asked.scope.unwrap_or(dto::CountScope::Full) {
        dto::CountScope::Full => CountScope::Full,
        dto::CountScope::Category => {
            CountScope::Category(asked.category.clone().unwrap_or_default())
        }
        dto::CountScope::Products => {
            let products = asked.products.iter().flatten();
            CountScope::Products(products.copied().map(ProductId).collect())
        }
    }
}
