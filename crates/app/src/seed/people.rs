//! The customers of a seeded book.
use ::book::Said;
use domain::customer::{Address, CustomerFacts, CustomerPersonal};
use domain::{CustomerId, Day, Subject, SubjectKind};

use super::random::{Favourites, Random};
use super::words::{COMPANY, FAMILY, GIVEN, PLACES, STREETS};
use crate::App;
use crate::bulk::Bulk;
use crate::error::AppError;

/// Entries of one transaction.
const TRANSACTION_ENTRIES: usize = 2_000;

/// A customer.
pub(super) struct Person {
    pub(super) id: CustomerId,
    pub(super) country: &'static str,
}

/// All customers, the best first.
pub(super) struct People {
    list: Vec<Person>,
    favourites: Favourites,
}

impl People {
    /// Writes the customers.
    pub(super) fn write(
        app: &App,
        bulk: &Bulk<'_>,
        mut random: Random,
        orders: u32,
        first: Day,
    ) -> Result<Self, AppError> {
        let count = (orders / 5).clamp(50, 200_000) as usize;
        let at_ms = i64::from(first.0) * 86_400_000 + 3_600_000;
        let mut list = Vec::with_capacity(count);
        for start in (0..count).step_by(TRANSACTION_ENTRIES) {
            let end = (start + TRANSACTION_ENTRIES).min(count);
            bulk.write_at(at_ms, |tx| {
                for number in start..end {
                    let (person, facts, personal) = person(app, &mut random, number);
                    let subject = Subject::new(SubjectKind::Customer, person.id.0);
                    let said = Said::new(subject, "customer.created", &facts);
                    tx.append(said.with_personal(&personal))?;
                    list.push(person);
                }
                Ok(())
            })?;
        }
        Ok(Self {
            list,
            favourites: Favourites::of(count),
        })
    }

    /// One of the customers: half the time a good one, else anyone.
    pub(super) fn take(&self, random: &mut Random) -> &Person {
        let place = match random.per_mille(500) {
            true => self.favourites.take(random),
            false => random.place(self.list.len()),
        };
        &self.list[place]
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }
}

fn person(
    app: &App,
    random: &mut Random,
    number: usize,
) -> (Person, CustomerFacts, CustomerPersonal) {
    let (country, cities) = *random.weighted(PLACES);
    let (given, family) = (*random.pick(GIVEN), *random.pick(FAMILY));
    let company = random.per_mille(180);
    let name = match company {
        true => format!("{family} {}", random.pick(COMPANY)),
        false => format!("{given} {family}"),
    };
    let facts = CustomerFacts {
        code: Some(format!("K{:06}", number + 1)),
        company: company.then_some(true),
        country: Some(country.to_owned()),
        tags: random.per_mille(60).then(|| vec!["newsletter".to_owned()]),
        ..CustomerFacts::default()
    };
    let street = format!("{} {}", random.between(1, 180), random.pick(STREETS));
    let personal = CustomerPersonal {
        name: Some(name),
        email: random
            .per_mille(800)
            .then(|| format!("customer{}@example.org", number + 1)),
        phone: random
            .per_mille(500)
            .then(|| format!("+44 1632 {:06}", 960_000 + number % 1_000)),
        address: Some(Address {
            street: Some(street),
            postal_code: Some(format!("{:05}", random.between(1_000, 99_999))),
            city: Some((*random.pick(cities)).to_owned()),
            region: None,
        }),
        ..CustomerPersonal::default()
    };
    (
        Person {
            id: CustomerId(app.new_id()),
            country,
        },
        facts,
        personal,
    )
}
