//! Seller and buyer of an order as an electronic invoice names them.
use book::dto::Customer;
use einvoice::{Address, Contact, Electronic, Party};

use super::letter::Source;

/// An e-mail address among the electronic ones (EAS).
const EMAIL: &str = "EM";

pub(super) fn seller(source: &Source<'_>) -> Party {
    let terms = &source.settings.terms;
    let country = terms.country.clone().unwrap_or_default();
    let mut street = street(terms.address.as_deref(), terms.postal_code.as_deref());
    let number = said(&terms.tax_number);
    let is_vat = number
        .as_ref()
        .is_some_and(|number| number.starts_with(&country));
    Party {
        name: terms.name.clone().unwrap_or_default(),
        vat_id: number.clone().filter(|_| is_vat),
        tax_number: number.filter(|_| !is_vat),
        electronic: electronic(&terms.email),
        address: Address {
            line1: street.next(),
            line2: street.next(),
            line3: street.next(),
            city: said(&terms.city),
            post_code: said(&terms.postal_code),
            country,
            ..Address::default()
        },
        contact: contact(&terms.contact_name, &terms.phone, &terms.email),
        ..Party::default()
    }
}

/// The lines of a printed address without the one that names the town, which stands apart.
fn street(address: Option<&str>, post_code: Option<&str>) -> impl Iterator<Item = String> {
    let post_code = post_code.filter(|code| !code.is_empty());
    let lines = address.unwrap_or_default().lines();
    let street = lines.filter(|line| post_code.is_none_or(|code| !line.contains(code)));
    street.map(str::to_owned).collect::<Vec<_>>().into_iter()
}

pub(super) fn buyer(source: &Source<'_>, customer: &Customer) -> Party {
    let home = source.settings.terms.country.clone().unwrap_or_default();
    let known = customer.address.clone().unwrap_or_default();
    let full = |text: &String| (!text.is_empty()).then(|| text.clone());
    let mut street = known.street.lines().map(str::to_owned);
    let country = full(&known.country).or_else(|| customer.row.country.clone());
    Party {
        name: customer.row.name.clone(),
        vat_id: customer.tax_number.clone(),
        electronic: electronic(&customer.row.email),
        address: Address {
            line1: street.next(),
            line2: street.next(),
            line3: street.next(),
            city: full(&known.city),
            post_code: full(&known.postal_code),
            subdivision: full(&known.region),
            country: country.unwrap_or(home),
        },
        contact: contact(&None, &customer.row.phone, &customer.row.email),
        ..Party::default()
    }
}

fn contact(
    name: &Option<String>,
    phone: &Option<String>,
    email: &Option<String>,
) -> Option<Contact> {
    let contact = Contact {
        name: said(name),
        phone: said(phone),
        email: said(email),
    };
    (contact != Contact::default()).then_some(contact)
}

/// Where an electronic invoice is delivered to: by mail, as long as nothing else is known.
fn electronic(email: &Option<String>) -> Option<Electronic> {
    said(email).map(|value| Electronic {
        scheme: EMAIL.to_owned(),
        value,
    })
}

fn said(text: &Option<String>) -> Option<String> {
    text.clone().filter(|text| !text.is_empty())
}
