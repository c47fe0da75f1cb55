//! `customers.create`: a new customer.
use super::steps;
use crate::App;
use crate::custom;
use crate::error::AppError;
use book::Said;
use book::dto::{Address, CustomSaid, Customer, TaxExemption};
use domain::PriceListId;
use domain::custom::{FieldSubject, Filled};
use domain::customer::{CustomerFacts, CustomerPersonal};

use crate::request::{Create, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

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
    /// The code of the card that is scanned at the counter.
    pub loyalty_card: Option<String>,
    /// The tax number.
    pub tax_number: Option<String>,
    /// The price list that the customer is given.
    pub price_list: Option<Uuid>,
    /// Days within which orders are to be paid.
    pub payment_days: Option<i64>,
    /// What may be open at most.
    pub credit_limit_minor: Option<i64>,
    /// Why the customer pays no tax.
    pub tax_exemption: Option<TaxExemption>,
    /// Number or text of the certificate that says so.
    pub tax_certificate: Option<String>,
    /// No longer served.
    pub archived: Option<bool>,
    /// What is filled in of the book's own fields, by their keys.
    pub custom: Option<CustomSaid>,
}

/// What it takes.
pub type Input = Create<CustomerInput>;
/// What it gives.
pub type Output = Written<Customer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.write(
        input.part,
        |tx| {
            let (facts, personal) = said(&input.body)?;
            steps::check_price_list(tx, &facts)?;
            let (facts, mut personal) = domain::customer::create(facts, personal)?;
            let custom = input.body.custom.as_ref();
            personal.custom = custom::filled(tx, FieldSubject::Customer, custom)?;
            steps::check_card(tx, &personal, None)?;
            let id = app.new_id();
            let said = Said::new(steps::subject(id), "customer.created", &facts);
            tx.append(said.with_personal(&personal))?;
            Ok(id)
        },
        steps::face,
    )
}

fn said(input: &CustomerInput) -> Result<(CustomerFacts, CustomerPersonal), AppError> {
    let address_country = input
        .address
        .as_ref()
        .map(|address| address.country.clone());
    let facts = CustomerFacts {
        code: input.code.clone(),
        company: input.company,
        country: input.country.clone().or(address_country),
        tags: input.tags.clone(),
        price_list: input.price_list.map(PriceListId),
        payment_days: input.payment_days,
        credit_limit_minor: input.credit_limit_minor,
        tax_exemption: input
            .tax_exemption
            .as_ref()
            .map(steps::exemption)
            .transpose()?,
        archived: input.archived,
        run: None,
    };
    let personal = CustomerPersonal {
        name: Some(input.name.clone()),
        email: input.email.clone(),
        phone: input.phone.clone(),
        address: input.address.as_ref().map(steps::address),
        note: input.note.clone(),
        loyalty_card: input.loyalty_card.clone(),
        tax_number: input.tax_number.clone(),
        tax_certificate: input.tax_certificate.clone(),
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
    fn a_customer_is_found_by_the_beginning_of_a_name_without_its_diacritics() {
        let shop = Shop::open();
        let input = json!({
            "name": "Zoë Brontë", "email": "zoe@example.org", "tags": ["trade"],
            "address": { "street": "1 High St", "city": "York", "country": "GB" }
        });
        let made: Customer = shop.write("customers.create", input);
        assert_eq!(
            (made.row.country.as_deref(), made.tags.len()),
            (Some("GB"), 1)
        );
        let list = json!({ "text": "bronte", "offset": 0, "limit": 5 });
        let page: Page<CustomerRow> = shop.call("customers.list", list);
        assert_eq!(page.rows.first().map(|row| row.id), Some(made.row.id));
    }

    #[test]
    fn a_customer_without_a_name_is_refused() {
        let shop = Shop::open();
        let input = json!({ "name": "  ", "request_id": shop.request() });
        assert_eq!(
            shop.refused("customers.create", input),
            ("required".into(), Some("name".into()))
        );
    }
}
