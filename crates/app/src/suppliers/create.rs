//! `suppliers.create`: a new supplier.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::Said;
use book::dto::Supplier;
use domain::supplier::{SupplierPersonal, SupplierTerms};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A supplier asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SupplierInput {
    /// Its name.
    #[ts(optional = false)]
    pub name: String,
    /// The shop's code for it: text, case-sensitive.
    pub code: Option<String>,
    /// The number under which it knows the shop.
    pub account: Option<String>,
    /// Whom to ask for.
    pub contact: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Its telephone number.
    pub phone: Option<String>,
    /// Its postal address, line by line.
    pub address: Option<String>,
    /// Days within which its invoices are paid.
    pub payment_days: Option<i64>,
    /// Days from the order to the delivery.
    pub lead_time_days: Option<i64>,
    /// What an order comes to at least.
    pub minimum_minor: Option<i64>,
    /// A note.
    pub note: Option<String>,
    /// Out of use.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = Create<SupplierInput>;
/// What it gives.
pub type Output = Written<Supplier>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (terms, personal) = said(&input.body);
    app.write(
        input.part,
        |tx| {
            let (terms, personal) = domain::supplier::create(terms, personal)?;
            steps::check_code(tx, None, &terms)?;
            let id = app.new_id();
            let entry = Said::new(steps::subject(id), "supplier.created", &terms);
            tx.append(entry.with_personal(&personal))?;
            Ok(id)
        },
        steps::face,
    )
}

fn said(input: &SupplierInput) -> (SupplierTerms, SupplierPersonal) {
    let terms = SupplierTerms {
        name: Some(input.name.clone()),
        code: input.code.clone(),
        account: input.account.clone(),
        payment_days: input.payment_days,
        lead_time_days: input.lead_time_days,
        minimum_minor: input.minimum_minor,
        archived: input.archived,
    };
    let personal = SupplierPersonal {
        contact: input.contact.clone(),
        email: input.email.clone(),
        phone: input.phone.clone(),
        address: input.address.clone(),
        note: input.note.clone(),
    };
    (terms, personal)
}

#[cfg(test)]
mod tests {
    use book::dto::{Supplier, SupplierRow};
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_supplier_is_made_and_found_by_a_part_of_its_name_or_contact() {
        let shop = Shop::open();
        let input = json!({
            "name": "Töpferei Müller", "contact": "Ada Lee", "lead_time_days": 5,
            "minimum_minor": 10_000
        });
        let made: Supplier = shop.write("suppliers.create", input);
        for text in ["muller", "ada"] {
            let found: Vec<SupplierRow> = shop.call("suppliers.list", json!({ "text": text }));
            assert_eq!(
                found.iter().map(|row| row.id).collect::<Vec<_>>(),
                [made.row.id]
            );
        }
        assert_eq!(made.row.minimum_minor, Some(10_000));
    }

    #[test]
    fn a_code_belongs_to_one_supplier_and_a_mail_address_has_its_shape() {
        let shop = Shop::open();
        let _: Supplier = shop.write("suppliers.create", json!({ "name": "A", "code": "K1" }));
        let same = json!({ "name": "B", "code": "K1", "request_id": shop.request() });
        let refused = shop.refused("suppliers.create", same);
        assert_eq!(refused, ("claimed_twice".into(), Some("code".into())));
        let input = json!({ "name": "B", "email": "nobody", "request_id": shop.request() });
        let refused = shop.refused("suppliers.create", input);
        assert_eq!(refused, ("email_shape".into(), Some("email".into())));
    }
}
