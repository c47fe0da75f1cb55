//! `products.bundle`: what a product is made of.
use book::dto::{BundleKind, Product};
use book::{Said, Tx};
use domain::lot::Tracking;
use domain::product::{self as rules, Beside, Bundle, Component};
use domain::{ProductId, State};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::App;
use crate::error::AppError;
use crate::product;
use crate::request::{Amend, Written, check_version};

/// Goods that a bundle takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ComponentInput {
    /// The goods.
    pub product: Uuid,
    /// How much of them one bundle takes.
    pub quantity_milli: i64,
}

/// What a product is made of from now on. Orders that there are keep what they were made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductBundle {
    /// Where the goods of the bundle lie.
    pub kind: BundleKind,
    /// The goods; without any it is no bundle.
    pub components: Vec<ComponentInput>,
}

/// What it takes.
pub type Input = Amend<ProductBundle>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, asked) = (input.part, &input.body);
    app.write(
        change,
        |tx| {
            let now = product::product(tx, change.id)?;
            check_version(now.version, change.expected_version)?;
            tx.settle()?;
            let beside = Beside {
                has_moved: tx.read().movements(change.id, None, (0, 1))?.total > 0,
                is_component: tx.read().is_component(change.id)?,
            };
            let known = components(tx, asked)?;
            let mut find = |id: ProductId| {
                let mut known = known.iter();
                known.find(|one| one.id == Some(id)).cloned()
            };
            let said = rules::bundle(&now, bundle(asked), beside, &mut find)?;
            check_serials(asked, &known)?;
            let subject = product::subject(change.id);
            tx.append(Said::new(subject, "product.amended", &said))?;
            Ok(change.id)
        },
        product::face,
    )
}

/// The products that are asked for, as far as there are any.
fn components(tx: &mut Tx<'_>, asked: &ProductBundle) -> Result<Vec<rules::Product>, AppError> {
    let mut known = Vec::with_capacity(asked.components.len());
    for one in &asked.components {
        if let State::Product(found) = tx.state(product::subject(one.product))? {
            known.push((**found).clone());
        }
    }
    Ok(known)
}

fn bundle(asked: &ProductBundle) -> Bundle {
    let components = asked.components.iter().map(|one| Component {
        product: ProductId(one.product),
        quantity_milli: one.quantity_milli,
    });
    Bundle {
        kind: match asked.kind {
            BundleKind::Virtual => rules::BundleKind::Virtual,
            BundleKind::Assembled => rules::BundleKind::Assembled,
        },
        components: components.collect(),
    }
}

/// Which piece goes out is asked of a line's own goods alone, so that no bundle has pieces with
/// numbers of their own.
fn check_serials(asked: &ProductBundle, known: &[rules::Product]) -> Result<(), AppError> {
    for (index, one) in asked.components.iter().enumerate() {
        let mut known = known.iter();
        let found = known.find(|found| found.id == Some(ProductId(one.product)));
        if found.is_some_and(|found| found.tracking() == Tracking::Serial) {
            let field = format!("components.{index}.product");
            return Err(AppError::at(field, "component_serial"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
