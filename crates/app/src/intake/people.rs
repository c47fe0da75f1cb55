//! The customers of foreign files: found by what the file knows them by, made when they are new. A
//! buyer of whom the file says nothing stays anonymous.
use ::book::{Said, Tx};
use domain::custom::FieldSubject;
use domain::customer::{Address, CustomerFacts, CustomerPersonal};
use domain::{CustomerId, State, Subject, SubjectKind};
use exchange::{ForeignCustomer, ForeignOrder, Outcome};

use super::catalog::PersonKey;
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
    facts: CustomerFacts,
    personal: CustomerPersonal,
}

impl Importer<'_> {
    /// The buyer of a document, checked.
    pub(super) fn buyer_of(&self, order: &ForeignOrder) -> Result<Buyer, AppError> {
        let (code, email) = (
            order.customer_code.as_deref(),
            order.customer_email.as_deref(),
        );
        let Some(key) = PersonKey::of(code, email, order.customer_name.as_deref()) else {
            return Ok(Buyer::Anonymous);
        };
        if let Some(id) = self.catalog.customers.get(&key) {
            return Ok(Buyer::Known(*id));
        }
        let facts = CustomerFacts {
            code: order.customer_code.clone(),
            country: order.country.as_deref().map(coded),
            run: Some(self.run),
            ..CustomerFacts::default()
        };
        let personal = CustomerPersonal {
            name: Some(named(order.customer_name.as_deref(), code, email)),
            email: order.customer_email.clone(),
            ..CustomerPersonal::default()
        };
        let (facts, personal) = domain::customer::create(facts, personal)
            .map_err(|refusal| AppError::from(refusal).under("customer"))?;
        Ok(Buyer::New(Box::new(NewBuyer { facts, personal })))
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
            Buyer::New(new) => self
                .create_customer(tx, &new.facts, &new.personal, counted)
                .map(Some),
        }
    }

    /// A row of a customer list: made, changed where it differs, or there already.
    pub(super) fn write_customer(
        &mut self,
        tx: &mut Tx<'_>,
        row: &ForeignCustomer,
        counted: &mut Counted,
    ) -> Result<Outcome, AppError> {
        let (code, email) = (row.code.as_deref(), row.email.as_deref());
        let key = PersonKey::of(code, email, row.name.as_deref());
        let key = key.ok_or_else(|| AppError::at("code", "required"))?;
        let (mut facts, mut personal) = said(row);
        let fields = &self.settings.terms.custom_fields;
        personal.custom = self
            .printing
            .filled(fields, FieldSubject::Customer, &row.custom)?;
        if let Some(id) = self.catalog.customers.get(&key).copied() {
            let outcome = amend_customer(tx, id, facts, personal)?;
            if outcome == Outcome::Updated {
                self.updated.push(subject(id));
            }
            return Ok(outcome);
        }
        facts.run = Some(self.run);
        personal.name = Some(named(row.name.as_deref(), code, email));
        let (facts, personal) = domain::customer::create(facts, personal)?;
        self.create_customer(tx, &facts, &personal, counted)?;
        Ok(Outcome::Imported)
    }

    fn create_customer(
        &mut self,
        tx: &mut Tx<'_>,
        facts: &CustomerFacts,
        personal: &CustomerPersonal,
        counted: &mut Counted,
    ) -> Result<CustomerId, AppError> {
        let id = CustomerId(self.app.new_id());
        let said = Said::new(subject(id), "customer.created", facts);
        tx.append(said.with_personal(personal))?;
        counted.created.customers += 1;
        let name = personal.name.as_deref().unwrap_or_default();
        self.catalog
            .know(id, facts.code.as_deref(), personal.email.as_deref(), name);
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
        || personal
            .custom
            .values()
            .any(|(key, value)| now.personal.custom.0.get(key) != Some(&Some(value.clone())))
}

fn said(row: &ForeignCustomer) -> (CustomerFacts, CustomerPersonal) {
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
        code: row.code.clone(),
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

/// The code of a country, where its name is known; else the name as the file has it.
pub(super) fn coded(country: &str) -> String {
    exchange::country_code(country)
        .unwrap_or(country)
        .to_owned()
}

/// The name, or what else the file knows the person by. The code is no personal data, the other
/// two are, so that they stand in the personal part alone.
fn named(name: Option<&str>, code: Option<&str>, email: Option<&str>) -> String {
    let known = name.or(email).map(str::to_owned);
    known.unwrap_or_else(|| format!("Customer {}", code.unwrap_or_default()))
}

fn subject(id: CustomerId) -> Subject {
    Subject::new(SubjectKind::Customer, id.0)
}
