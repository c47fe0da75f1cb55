//! `purchases.return_goods`: goods go back to a supplier that no purchase here is known for.
use super::input::{goods, named, of_product};
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::lots::input::LotInput;
use crate::request::{Create, Written};
use book::dto::Purchase;
use book::{Said, Tx};
use domain::SupplierId;
use domain::ids::ReturnId;
use domain::purchase::{Returned, ReturnedGoods, SUPPLIER_RETURN, SUPPLIER_RETURNS};
use domain::stock::MAIN;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Goods that go back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ReturnedGoodsInput {
    /// The product.
    pub product: Option<Uuid>,
    /// Its SKU or barcode, when the product is not named.
    pub code: Option<String>,
    /// How much.
    #[ts(optional = false)]
    pub quantity_milli: i64,
    /// The cost of one unit; as agreed with the supplier when absent.
    pub unit_cost_micro: Option<i64>,
    /// The lots or serial numbers that go back; the book chooses when absent.
    pub lots: Option<Vec<LotInput>>,
}

/// What goes back, and to whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SupplierReturnInput {
    /// The supplier.
    #[ts(optional = false)]
    pub supplier: Uuid,
    /// Where the goods are; the main place when absent.
    pub location: Option<String>,
    /// Why.
    #[ts(optional = false)]
    pub reason: String,
    /// What goes back.
    #[ts(optional = false)]
    pub lines: Vec<ReturnedGoodsInput>,
}

/// What it takes.
pub type Input = Create<SupplierReturnInput>;
/// What it gives.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (id, back) = (app.new_id(), ReturnId(app.new_id()));
    app.write(
        input.part,
        |tx| {
            let said = said(tx, back, &input.body)?;
            let mut said = domain::purchase::send_back(&Default::default(), said)?;
            let named = input.body.lines.iter().map(|line| line.lots.as_deref());
            said.lots = steps::lots_back(app, tx, &said, named)?;
            let subject = steps::subject(id);
            tx.append(Said::new(subject, "purchase.returned", &said))?;
            Ok(id)
        },
        steps::face,
    )
}

fn said(
    tx: &mut Tx<'_>,
    back: ReturnId,
    input: &SupplierReturnInput,
) -> Result<Returned, AppError> {
    steps::supplier(tx, input.supplier)?;
    let supplier = SupplierId(input.supplier);
    let mut lines = Vec::with_capacity(input.lines.len());
    for (index, said) in input.lines.iter().enumerate() {
        let place = format!("lines.{index}");
        let id = named(tx, &place, said.product, said.code.as_deref())?;
        let goods = goods(tx, id).map_err(|error| error.in_field(format!("{place}.product")))?;
        let line = of_product(&goods, id, supplier, said.quantity_milli);
        lines.push(ReturnedGoods {
            line: None,
            product: line.product,
            sku: line.sku,
            title: line.title,
            quantity_milli: line.quantity_milli,
            unit_cost_micro: said.unit_cost_micro.unwrap_or(line.unit_cost_micro),
        });
    }
    Ok(Returned {
        lots: Vec::new(),
        back,
        number: format!("{SUPPLIER_RETURN}{}", tx.next_number(SUPPLIER_RETURNS)?),
        supplier,
        currency: tx.settings().currency().to_owned(),
        location: input.location.clone().unwrap_or_else(|| MAIN.to_owned()),
        reason: input.reason.clone(),
        lines,
    })
}
