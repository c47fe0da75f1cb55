//! `suppliers.amend`: changes a supplier, or takes it out of use.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::parse::nullable;
use crate::request::{Amend, Written};
use book::Said;
use book::dto::Supplier;
use domain::supplier::{SupplierPersonal, SupplierTerms};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What of a supplier changes; what is absent stays, null clears.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SupplierPatch {
    /// Its name.
    pub name: Option<String>,
    /// The shop's code for it: text, case-sensitive.
    #[serde(default, deserialize_with = "nullable")]
    pub code: Option<Option<String>>,
    /// The number under which it knows the shop.
    #[serde(default, deserialize_with = "nullable")]
    pub account: Option<Option<String>>,
    /// Whom to ask for.
    #[serde(default, deserialize_with = "nullable")]
    pub contact: Option<Option<String>>,
    /// Its e-mail address.
    #[serde(default, deserialize_with = "nullable")]
    pub email: Option<Option<String>>,
    /// Its telephone number.
    #[serde(default, deserialize_with = "nullable")]
    pub phone: Option<Option<String>>,
    /// Its postal address, line by line.
    #[serde(default, deserialize_with = "nullable")]
    pub address: Option<Option<String>>,
    /// Days within which its invoices are paid.
    #[serde(default, deserialize_with = "nullable")]
    pub payment_days: Option<Option<i64>>,
    /// Days from the order to the delivery.
    #[serde(default, deserialize_with = "nullable")]
    pub lead_time_days: Option<Option<i64>>,
    /// What an order comes to at least.
    #[serde(default, deserialize_with = "nullable")]
    pub minimum_minor: Option<Option<i64>>,
    /// A note.
    #[serde(default, deserialize_with = "nullable")]
    pub note: Option<Option<String>>,
    /// Out of use.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = Amend<SupplierPatch>;
/// What it gives.
pub type Output = Written<Supplier>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    let (terms, personal) = said(&input.body);
    app.write(
        change,
        |tx| {
            let now = steps::supplier(tx, &change)?;
            let (terms, personal) = domain::supplier::amend(&now, terms, personal)?;
            steps::check_code(tx, Some(change.id), &terms)?;
            let entry = Said::new(steps::subject(change.id), "supplier.amended", &terms);
            tx.append(entry.with_personal(&personal))?;
            Ok(change.id)
        },
        steps::face,
    )
}

/// In an entry an empty text and a figure below zero clear a field.
fn said(patch: &SupplierPatch) -> (SupplierTerms, SupplierPersonal) {
    let text = |said: &Option<Option<String>>| said.clone().map(Option::unwrap_or_default);
    let figure = |said: Option<Option<i64>>| said.map(|figure| figure.unwrap_or(-1));
    let terms = SupplierTerms {
        name: patch.name.clone(),
        code: text(&patch.code),
        account: text(&patch.account),
        payment_days: figure(patch.payment_days),
        lead_time_days: figure(patch.lead_time_days),
        minimum_minor: figure(patch.minimum_minor),
        archived: patch.archived,
    };
    let personal = SupplierPersonal {
        contact: text(&patch.contact),
        email: text(&patch.email),
        phone: text(&patch.phone),
        address: text(&patch.address),
        note: text(&patch.note),
    };
    (terms, personal)
}
