//! `products.arrange_images`: the pictures of a product as they are to be, in their order.
use book::Said;
use book::dto::Product;
use domain::ids::ImageId;
use domain::product::{ArrangedImage, arrange};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::App;
use crate::error::AppError;
use crate::product;
use crate::request::{Amend, Written, check_version};

/// A picture in its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImagePlaced {
    /// The picture.
    pub image: Uuid,
    /// What is told to who does not see it.
    pub alt: String,
}

/// The pictures from now on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductArrangeImages {
    /// Those that stay; the first stands for the product, and one that is not named goes.
    pub images: Vec<ImagePlaced>,
}

/// What it takes.
pub type Input = Amend<ProductArrangeImages>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    let wanted = input.body.images.iter().map(|one| ArrangedImage {
        image: ImageId(one.image),
        alt: one.alt.clone(),
    });
    let wanted: Vec<ArrangedImage> = wanted.collect();
    app.write(
        change,
        |tx| {
            let now = product::product(tx, change.id)?;
            check_version(now.version, change.expected_version)?;
            let said = arrange(&now, &wanted)?;
            let subject = product::subject(change.id);
            tx.append(Said::new(subject, "product.arranged", &said))?;
            Ok(change.id)
        },
        product::face,
    )
}
