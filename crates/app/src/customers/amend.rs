//! `customers.amend`: changes a customer.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::Said;
use book::dto::{Address, Customer};
use domain::customer::{CustomerFacts, CustomerPersonal};

use crate::parse::nullable;
use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What of a customer changes; what is absent stays, null clears.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CustomerPatch {
    /// The number that the shop gives.
    #[serde(default, deserialize_with = "nullable")]
    pub code: Option<Option<String>>,
    /// The name.
    pub name: Option<String>,
    /// A company rather than a person.
    pub company: Option<bool>,
    /// The e-mail address.
    #[serde(default, deserialize_with = "nullable")]
    pub email: Option<Option<String>>,
    /// The telephone number.
    #[serde(default, deserialize_with = "nullable")]
    pub phone: Option<Option<String>>,
    /// The address.
    #[serde(default, deserialize_with = "nullable")]
    pub address: Option<Option<Address>>,
    /// ISO 3166 code; the address's when absent.
    #[serde(default, deserialize_with = "nullable")]
    pub country: Option<Option<String>>,
    /// The tags.
    pub tags: Option<Vec<String>>,
    /// A note.
    #[serde(default, deserialize_with = "nullable")]
    pub note: Option<Option<String>>,
    /// The tax number.
    #[serde(default, deserialize_with = "nullable")]
    pub tax_number: Option<Option<String>>,
    /// No longer served.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = Amend<CustomerPatch>;
/// What it gives.
pub type Output = Written<Customer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            let now = steps::customer(tx, &change)?;
            let (facts, personal) = said(&input.body);
            let (facts, personal) = domain::customer::amend(&now, facts, personal)?;
            let said = Said::new(steps::subject(change.id), "customer.amended", &facts);
            tx.append(said.with_personal(&personal))?;
            Ok(change.id)
        },
        steps::face,
    )
}

/// In an entry an empty text clears a field.
fn said(patch: &CustomerPatch) -> (CustomerFacts, CustomerPersonal) {
    let cleared = |said: &Option<Option<String>>| said.clone().map(Option::unwrap_or_default);
    let address = patch.address.clone().map(Option::unwrap_or_default);
    let address_country = address.as_ref().map(|address| address.country.clone());
    let facts = CustomerFacts {
        code: cleared(&patch.code),
        company: patch.company,
        country: cleared(&patch.country).or(address_country),
        tags: patch.tags.clone(),
        archived: patch.archived,
        run: None,
    };
    let personal = CustomerPersonal {
        name: patch.name.clone(),
        email: cleared(&patch.email),
        phone: cleared(&patch.phone),
        address: address.as_ref().map(steps::address),
        note: cleared(&patch.note),
        tax_number: cleared(&patch.tax_number),
    };
    (facts, personal)
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn null_clears_and_absence_keeps() {
        let shop = Shop::open();
        let input = json!({ "name": "Ada", "email": "ada@example.org", "phone": "123" });
        let made: Customer = shop.write("customers.create", input);
        let patch = json!({
            "id": made.row.id, "expected_version": made.row.version, "email": null
        });
        let amended: Customer = shop.write("customers.amend", patch);
        assert_eq!(
            (amended.row.email, amended.row.phone.as_deref()),
            (None, Some("123"))
        );
    }
}
