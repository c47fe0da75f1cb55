//! `price_lists.price`: sets prices of products on a list, a few or a whole sheet of them.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::{PriceList, PriceStep};
use book::{OfCode, Said, Tx};
use domain::ProductId;
use domain::price_list::{PriceBreak, ProductPrices};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The prices of a product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductPricesInput {
    /// The product.
    pub product: Option<Uuid>,
    /// Its SKU or barcode, when the product is not named.
    pub code: Option<String>,
    /// Its prices by quantity; none takes it off the list.
    #[ts(optional = false)]
    pub breaks: Vec<PriceStep>,
}

/// Prices for a list; products that are not named keep theirs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriceListPrices {
    /// The products and their prices.
    pub prices: Vec<ProductPricesInput>,
}

/// What it takes.
pub type Input = Amend<PriceListPrices>;
/// What it gives.
pub type Output = Written<PriceList>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            let now = steps::price_list(tx, &change)?;
            let named = input.body.prices.iter().enumerate();
            let prices = named.map(|(index, said)| prices(tx, index, said));
            let said = domain::price_list::price(&now, prices.collect::<Result<_, _>>()?)?;
            tx.append(Said::new(
                steps::subject(change.id),
                "price_list.priced",
                &said,
            ))?;
            Ok(change.id)
        },
        steps::face,
    )
}

fn prices(tx: &Tx<'_>, index: usize, said: &ProductPricesInput) -> Result<ProductPrices, AppError> {
    let step = |step: &PriceStep| PriceBreak {
        from_milli: step.from_milli,
        unit_price_micro: step.unit_price_micro,
    };
    Ok(ProductPrices {
        product: ProductId(product(tx, index, said)?),
        breaks: said.breaks.iter().map(step).collect(),
    })
}

fn product(tx: &Tx<'_>, index: usize, said: &ProductPricesInput) -> Result<Uuid, AppError> {
    let at = |field: &str, code: &str| AppError::at(format!("prices.{index}.{field}"), code);
    if let Some(id) = said.product {
        let known = tx.read().knows_product(id)?;
        return known
            .then_some(id)
            .ok_or_else(|| at("product", "product_unknown"));
    }
    let code = said.code.as_deref().unwrap_or_default().trim();
    match tx.read().product_of_code(code)? {
        OfCode::One(row, _) => Ok(row.id),
        OfCode::None => Err(at("code", "product_unknown").with(code)),
        OfCode::Several => Err(at("code", "code_ambiguous").with(code)),
    }
}
