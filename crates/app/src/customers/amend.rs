//! `customers.amend`: changes a customer.
use super::steps;
use crate::App;
use crate::custom;
use crate::error::AppError;
use book::Said;
use book::dto::{Address, CustomSaid, Customer, TaxExemption};
use domain::PriceListId;
use domain::apart::Upon;
use domain::custom::{FieldSubject, Filled};
use domain::customer::{CustomerFacts, CustomerPersonal};

use crate::parse::nullable;
use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

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
    /// The code of the card that is scanned at the counter.
    #[serde(default, deserialize_with = "nullable")]
    pub loyalty_card: Option<Option<String>>,
    /// The tax number.
    #[serde(default, deserialize_with = "nullable")]
    pub tax_number: Option<Option<String>>,
    /// The price list that the customer is given.
    #[serde(default, deserialize_with = "nullable")]
    pub price_list: Option<Option<Uuid>>,
    /// Days within which orders are to be paid.
    #[serde(default, deserialize_with = "nullable")]
    pub payment_days: Option<Option<i64>>,
    /// What may be open at most.
    #[serde(default, deserialize_with = "nullable")]
    pub credit_limit_minor: Option<Option<i64>>,
    /// Why the customer pays no tax.
    #[serde(default, deserialize_with = "nullable")]
    pub tax_exemption: Option<Option<TaxExemption>>,
    /// Number or text of the certificate that says so.
    #[serde(default, deserialize_with = "nullable")]
    pub tax_certificate: Option<Option<String>>,
    /// No longer served.
    pub archived: Option<bool>,
    /// What is filled in of the book's own fields, by their keys; fields that are not named stay.
    pub custom: Option<CustomSaid>,
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
            let (facts, mut personal) = said(&input.body)?;
            let custom = input.body.custom.as_ref();
            personal.custom = custom::filled(tx, FieldSubject::Customer, custom)?;
            steps::check_price_list(tx, &facts)?;
            let (facts, personal) = domain::customer::amend(&now, facts, personal)?;
            steps::check_card(tx, &personal, Some(change.id))?;
            let upon = now.apart.known().clone();
            let facts = Upon { said: facts, upon };
            let said = Said::new(steps::subject(change.id), "customer.amended", &facts);
            tx.append(said.with_personal(&personal))?;
            Ok(change.id)
        },
        steps::face,
    )
}

/// In an entry an empty text, the nil id and a figure below zero clear a field.
fn said(patch: &CustomerPatch) -> Result<(CustomerFacts, CustomerPersonal), AppError> {
    let cleared = |said: &Option<Option<String>>| said.clone().map(Option::unwrap_or_default);
    let address = patch.address.clone().map(Option::unwrap_or_default);
    let address_country = address.as_ref().map(|address| address.country.clone());
    let exemption = patch.tax_exemption.as_ref().map(|said| match said {
        Some(said) => steps::exemption(said),
        None => Ok(domain::customer::TaxExemption::default()),
    });
    let facts = CustomerFacts {
        code: cleared(&patch.code),
        company: patch.company,
        country: cleared(&patch.country).or(address_country),
        tags: patch.tags.clone(),
        price_list: patch
            .price_list
            .map(|list| PriceListId(list.unwrap_or_default())),
        payment_days: patch.payment_days.map(|days| days.unwrap_or(-1)),
        credit_limit_minor: patch.credit_limit_minor.map(|limit| limit.unwrap_or(-1)),
        tax_exemption: exemption.transpose()?,
        archived: patch.archived,
        run: None,
    };
    let personal = CustomerPersonal {
        name: patch.name.clone(),
        email: cleared(&patch.email),
        phone: cleared(&patch.phone),
        address: address.as_ref().map(steps::address),
        note: cleared(&patch.note),
        loyalty_card: cleared(&patch.loyalty_card),
        tax_number: cleared(&patch.tax_number),
        tax_certificate: cleared(&patch.tax_certificate),
        custom: Filled::default(),
    };
    Ok((facts, personal))
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
