//! What is known of a customer: facts in the payload, personal data in the personal part.

use super::credit::Credit;
use crate::apart::Apart;
use crate::attention::{self, Owners};
use crate::custom::{Filled, take_filled};
use crate::day::Day;
use crate::entry::Entry;
use crate::ids::{CustomerId, PaymentId, PriceListId, RunId};
use crate::loyalty::PointsAdjusted;
use crate::order::Moment;
use crate::said::take;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A postal address; every part optional, the country as ISO 3166-1 alpha-2 or as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Street and house number; several lines allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// State, county or province.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

/// Why a customer pays no tax. The number of the certificate is personal and stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaxExemption {
    /// The reason, as documents say it; none when the customer is not exempt.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The last day on which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

/// The part of a customer that is not personal. `None` = not said by this entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerFacts {
    /// The shop's code for the customer; text, case-sensitive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// A company rather than a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<bool>,
    /// Country, ISO code or as printed by the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Tags, replaced as a set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// The price list that the customer was given; the nil id for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price_list: Option<PriceListId>,
    /// Days within which orders are to be paid; below zero for at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_days: Option<i64>,
    /// What may be open at most, minor units; below zero for no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_limit_minor: Option<i64>,
    /// Why the customer pays no tax, replaced as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_exemption: Option<TaxExemption>,
    /// Out of use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
    /// The import that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run: Option<RunId>,
}

/// The personal part of a customer. `None` = not said; an empty text = cleared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerPersonal {
    /// Name of the person or company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone number as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Postal address, replaced as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Free note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Tax registration number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_number: Option<String>,
    /// The code of the card that is scanned at the counter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loyalty_card: Option<String>,
    /// Number or text of the certificate that says why no tax is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_certificate: Option<String>,
    /// What is filled in of the book's own fields: nobody knows what a shop asks its customers.
    #[serde(skip_serializing_if = "Filled::is_empty")]
    pub custom: Filled,
}

/// A customer as folded from its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customer {
    /// The key.
    pub id: Option<CustomerId>,
    /// Facts, merged field by field: the last writer of a field wins.
    pub facts: CustomerFacts,
    /// Personal data, merged likewise; empty once erased.
    pub personal: CustomerPersonal,
    /// Store credit that no order moved, by identity.
    pub credits: BTreeMap<PaymentId, Credit>,
    /// Points that no order moved, and when, by identity.
    pub points: BTreeMap<PaymentId, (PointsAdjusted, Moment)>,
    /// Who looks after what needs a person.
    pub owners: Owners,
    /// What devices set without knowing of each other.
    pub apart: Apart,
    /// Created (an entry that creates has been seen).
    pub exists: bool,
    /// Erased; absorbing: nothing personal comes back, whatever arrives later.
    pub erased: bool,
    /// Taken back with the import that made it.
    pub withdrawn: bool,
    /// Number of entries folded: the version that an edit expects.
    pub version: u32,
}

impl Customer {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.id = Some(CustomerId(entry.subject.id));
        self.version += 1;
        self.apart.take(entry);
        match entry.kind.as_str() {
            "customer.created" => {
                self.exists = true;
                self.merge(entry);
            }
            "customer.amended" => self.merge(entry),
            "customer.credited" => self.credited(entry),
            "customer.paid_out" => self.paid_out(entry),
            "customer.points_adjusted" => self.points_adjusted(entry),
            "customer.assigned" => attention::take(&mut self.owners, entry),
            "customer.erased" => self.erased = true,
            "customer.withdrawn" => self.withdrawn = true,
            _ => {}
        }
        if self.erased {
            self.personal = CustomerPersonal::default();
            self.apart = Apart::default();
        }
    }

    /// The price list that the customer was given.
    pub fn price_list(&self) -> Option<PriceListId> {
        self.facts.price_list.filter(|list| !list.0.is_nil())
    }

    /// Days within which the customer pays; none when at once.
    pub fn payment_days(&self) -> Option<u32> {
        self.facts
            .payment_days
            .and_then(|days| u32::try_from(days).ok())
    }

    /// What may be open at most, minor units.
    pub fn credit_limit_minor(&self) -> Option<i64> {
        self.facts.credit_limit_minor.filter(|limit| *limit >= 0)
    }

    /// Why the customer pays no tax on a day.
    pub fn exemption_on(&self, day: Day) -> Option<&TaxExemption> {
        let said = self.facts.tax_exemption.as_ref();
        let said = said.filter(|said| !said.reason.is_empty());
        said.filter(|said| said.until.is_none_or(|until| day <= until))
    }

    /// Whether screens and searches show it.
    pub fn is_visible(&self) -> bool {
        self.exists && !self.withdrawn
    }

    fn points_adjusted(&mut self, entry: &Entry) {
        if let Ok(said) = serde_json::from_str::<PointsAdjusted>(&entry.payload) {
            let moment = Moment::of(entry);
            self.points.entry(said.adjustment).or_insert((said, moment));
        }
    }

    fn merge(&mut self, entry: &Entry) {
        if let Ok(facts) = serde_json::from_str::<CustomerFacts>(&entry.payload) {
            take(&mut self.facts.code, facts.code);
            take(&mut self.facts.company, facts.company);
            take(&mut self.facts.country, facts.country);
            take(&mut self.facts.tags, facts.tags);
            take(&mut self.facts.price_list, facts.price_list);
            take(&mut self.facts.payment_days, facts.payment_days);
            take(&mut self.facts.credit_limit_minor, facts.credit_limit_minor);
            take(&mut self.facts.tax_exemption, facts.tax_exemption);
            take(&mut self.facts.archived, facts.archived);
            take(&mut self.facts.run, facts.run);
        }
        let said = entry
            .personal
            .as_ref()
            .map(|part| serde_json::from_str(&part.text));
        if let Some(Ok(personal)) = said {
            self.merge_personal(personal);
        }
    }

    fn merge_personal(&mut self, said: CustomerPersonal) {
        take(&mut self.personal.name, said.name);
        take(&mut self.personal.email, said.email);
        take(&mut self.personal.phone, said.phone);
        take(&mut self.personal.address, said.address);
        take(&mut self.personal.note, said.note);
        take(&mut self.personal.tax_number, said.tax_number);
        take(&mut self.personal.tax_certificate, said.tax_certificate);
        take(&mut self.personal.loyalty_card, said.loyalty_card);
        take_filled(&mut self.personal.custom, said.custom);
    }
}
