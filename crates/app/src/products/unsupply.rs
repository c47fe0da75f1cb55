//! `products.unsupply`: says that a supplier sells a product no more.
use crate::App;
use crate::error::AppError;
use crate::product;
use crate::request::{Amend, Written, check_version};
use book::Said;
use book::dto::Product;
use domain::SupplierId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Who sells it no more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductUnsupply {
    /// The supplier.
    pub supplier: Uuid,
}

/// What it takes.
pub type Input = Amend<ProductUnsupply>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            let now = product::product(tx, change.id)?;
            check_version(now.version, change.expected_version)?;
            let said = domain::supplier::unsupply(&now, SupplierId(input.body.supplier))?;
            let subject = product::subject(change.id);
            tx.append(Said::new(subject, "product.supplied", &said))?;
            Ok(change.id)
        },
        product::face,
    )
}
