//! `customers.create`: a new customer.
use crate::App;
use crate::error::AppError;
use book::Said;
use domain::customer::{CustomerFacts, CustomerPersonal};
use super::steps;
use book::dto::{Address, Customer};

use crate::request::{Create, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A customer asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CustomerInput {
    /// The number that the shop gives.
    pub code: Option<String>,
    /// The name.
    #[ts(optional = false)]
    pub name: String,
    /// A company rather than a person.
    pub company: Option<bool>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The address.
    pub address: Option<Address>,
    /// ISO 3166 code; the address's when absent.
    pub country: Option<String>,
    /// The tags.
    pub tags: Option<Vec<String>>,
    /// A note.
    pub note: Option<String>,
    /// The tax number.
    pub tax_number: Option<String>,
    /// No longer served.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = Create<CustomerInput>;
/// What it gives.
pub type Output = Written<Customer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.write(
        input.part,
        |tx| {
            let (facts, personal) = said(&input.body);
            let (facts, personal) = domain::customer::create(facts, personal)?;
            let id = app.new_id();
            let said = Said::new(steps::subject(id), "customer.created", &facts);
            tx.append(said.with_personal(&personal))?;
            Ok(id)
        },
        steps::face,
    )
}

fn said(input: &CustomerInput) -> (CustomerFacts, CustomerPersonal) {
    let address_country = input.address.as_ref().map(|address| address.country.clone());
    let facts = CustomerFacts {
        code: input.code.clone(),
        company: input.company,
        country: input.country.clone().or(address_country),
        tags: input.tags.clone(),
        archived: input.archived,
        run: None,
    };
    let personal = CustomerPersonal {
        name: Some(input.name.clone()),
        email: input.email.clone(),
        phone: input.phone.clone(),
        address: input.address.as_ref().map(steps::address),
        note: input.note.clone(),
        tax_number: input.tax_number.clone(),
    };
    (facts, personal)
}
