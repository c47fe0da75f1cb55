//! The customers of foreign files: found by code, made when they are new. A buyer without a code
//! stays anonymous.
use ::book::{Said, Tx};
use domain::customer::{Address, CustomerFacts, CustomerPersonal};
use domain::{CustomerId, State, Subject, SubjectKind};
use exchange::{ForeignCustomer, ForeignOrder, Outcome};

use super::document::Importer;
use super::report::Counted;
use crate::error::AppError;

/// The buyer of a document.
pub(super) enum Buyer {
    Anonymous,
    Known(CustomerId),
    New(Box<NewBuyer>),
}

/// A buyer whom the book does not know.
pub(super) struct NewBuyer {
    code: String,
    facts: CustomerFacts,
    personal: CustomerPersonal,
}

impl Importer<'_> {
    /// The buyer of a document, checked.
    pub(super) fn buyer_of(&self, order: &ForeignOrder) -> Result<Buyer, AppError> {
        let Some(code) = &order.customer_code else {
            return Ok(Buyer::Anonymous);
        };
        if let Some(id) = self.catalog.customers.get(code) {
            return Ok(Buyer::Known(*id));
        }
        let facts = CustomerFacts {
            code: Some(code.clone()),
            country: order.country.clone(),
            run: Some(self.run),
            ..CustomerFacts::default()
        };
        let personal = CustomerPersonal {
            name: Some(order.customer_name.clone().unwrap_or_else(|| named(code))),
            email: order.customer_email.clone(),
            ..CustomerPersonal::default()
        };
        let (facts, personal) = domain::customer::create(facts, personal)
            .map_err(|refusal| AppError::from(refusal).under("customer"))?;
        Ok(Buyer::New(Box::new(NewBuyer {
            code: code.clone(),
            facts,
            personal,
        })))
    }

    /// Appends the entry about a new buyer, and knows them from now on.
    pub(super) fn note_buyer(
        &mut self,
        tx: &mut Tx<'_>,
        buyer: Buyer,
        counted: &mut Counted,
    ) -> Result<Option<CustomerId>, AppError> {
        match buyer {
            Buyer::Anonymous => Ok(None),
            Buyer::Known(id) => Ok(Some(id)),
            Buyer::New(new) => {
                let id = self.create_customer(tx, &new.facts, &new.personal, counted)?;
                self.catalog.customers.insert(new.code, id);
                Ok(Some(id))
            }
        }
    }

    /// A row of a customer list: made, changed where it differs, or there already.
    pub(super) fn write_customer(
        &mut self,
        tx: &mut Tx<'_>,
        row: &ForeignCustomer,
        counted: &mut Counted,
    ) -> Result<Outcome, AppError> {
        // Without a code of its own a person is known by the e-mail address, and else by the name.
        let code = row
            .code
            .clone()
            .or_else(|| row.email.clone())
            .or_else(|| row.name.clone());
        let code = code.ok_or_else(|| AppError::at("code", "required"))?;
        let (mut facts, mut personal) = said(row, &code);
        if let Some(id) = self.catalog.customers.get(&code).copied() {
            return amend_customer(tx, id, facts, personal);
        }
        facts.run = Some(self.run);
        personal.name.get_or_insert_with(|| named(&code));
        let (facts, personal) = domain::customer::create(facts, personal)?;
        let id = self.create_customer(tx, &facts, &personal, counted)?;
        self.catalog.customers.insert(code, id);
        Ok(Outcome::Imported)
    }

    fn create_customer(
        &self,
        tx: &mut Tx<'_>,
        facts: &CustomerFacts,
        personal: &CustomerPersonal,
        counted: &mut Counted,
    ) -> Result<CustomerId, AppError> {
        let id = CustomerId(self.app.new_id());
        let said = Said::new(subject(id), "customer.created", facts);
        tx.append(said.with_personal(personal))?;
        counted.created.customers += 1;
        Ok(id)
    }
}

fn amend_customer(
    tx: &mut Tx<'_>,
    id: CustomerId,
    facts: CustomerFacts,
    personal: CustomerPersonal,
) -> Result<Outcome, AppError> {
    let State::Customer(now) = tx.state(subject(id))?.clone() else {
        return Err(AppError::broken("internal"));
    };
    if now.erased {
        return Ok(Outcome::AlreadyThere);
    }
    let (facts, personal) = domain::customer::amend(&now, facts, personal)?;
    if !says_more(&now, &facts, &personal) {
        return Ok(Outcome::AlreadyThere);
    }
    let said = Said::new(subject(id), "customer.amended", &facts);
    tx.append(said.with_personal(&personal))?;
    Ok(Outcome::Updated)
}

/// Whether a row differs from what is known in anything that it says.
fn says_more(
    now: &domain::customer::Customer,
    facts: &CustomerFacts,
    personal: &CustomerPersonal,
) -> bool {
    fn differs<T: PartialEq>(now: &Option<T>, said: &Option<T>) -> bool {
        said.is_some() && now != said
    }
    differs(&now.facts.country, &facts.country)
        || differs(&now.facts.tags, &facts.tags)
        || differs(&now.personal.name, &personal.name)
        || differs(&now.personal.email, &personal.email)
        || differs(&now.personal.phone, &personal.phone)
        || differs(&now.personal.address, &personal.address)
}

fn said(row: &ForeignCustomer, code: &str) -> (CustomerFacts, CustomerPersonal) {
    let address = Address {
        street: row.street.clone(),
        postal_code: row.postal_code.clone(),
        city: row.city.clone(),
        region: None,
    };
    let country = row
        .country_code
        .map(str::to_owned)
        .or_else(|| row.country.clone());
    let mut tags = row.tags.clone();
    tags.sort();
    tags.dedup();
    let facts = CustomerFacts {
        code: Some(code.to_owned()),
        country,
        tags: (!tags.is_empty()).then_some(tags),
        ..CustomerFacts::default()
    };
    let personal = CustomerPersonal {
        name: row.name.clone(),
        email: row.email.clone(),
        phone: row.phone.clone(),
        address: (address != Address::default()).then_some(address),
        ..CustomerPersonal::default()
    };
    (facts, personal)
}

/// A customer of whom the file knows the code alone.
fn named(code: &str) -> String {
    format!("Customer {code}")
}

fn subject(id: CustomerId) -> Subject {
    Subject::new(SubjectKind::Customer, id.0)
}
