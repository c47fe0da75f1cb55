//! `customers.repair_countries`: gives customers the code of a country whose name they have, as a
//! job. A name that is not known stays; a second run finds nothing to do.
use std::sync::Arc;

use book::{Said, Tx};
use domain::State;
use domain::customer::CustomerFacts;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::steps::subject;
use crate::App;
use crate::bulk::Bulk;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, Progress, json};
use crate::request::Nothing;

/// Customers of one transaction.
const TRANSACTION_RECORDS: usize = 500;

/// What was repaired.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CountriesRepaired {
    /// How many customers have a code now.
    pub repaired: i64,
    /// How many keep a name that is not known.
    pub unknown: i64,
}

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = CountriesRepaired;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    Jobs::start(app, "customers.repair_countries", move |app, progress| {
        let bulk = Bulk::new(app, Arc::as_ref(&open), false);
        let found = open.book.read(|read| read.country_names())?;
        json(&work(&bulk, &found, progress)?)
    })
}

fn work(
    bulk: &Bulk<'_>,
    found: &[(Uuid, String)],
    progress: &mut Progress,
) -> Result<CountriesRepaired, AppError> {
    let mut done = CountriesRepaired::default();
    progress.step("countries", "customers", i64::try_from(found.len()).ok());
    for part in found.chunks(TRANSACTION_RECORDS) {
        let repaired = bulk.write(|tx| {
            let mut repaired = 0;
            for (id, name) in part {
                repaired += i64::from(repair(tx, *id, name)?);
            }
            Ok(repaired)
        })?;
        done.repaired += repaired;
        done.unknown += i64::try_from(part.len()).unwrap_or(i64::MAX) - repaired;
        progress.done(done.repaired + done.unknown, None)?;
    }
    Ok(done)
}

/// Whether a customer got a code: not where the name is unknown, or was changed meanwhile.
fn repair(tx: &mut Tx<'_>, id: Uuid, name: &str) -> Result<bool, AppError> {
    let Some(code) = exchange::country_code(name) else {
        return Ok(false);
    };
    let State::Customer(now) = tx.state(subject(id))? else {
        return Ok(false);
    };
    if !now.is_visible() || now.facts.country.as_deref() != Some(name) {
        return Ok(false);
    }
    let facts = CustomerFacts {
        country: Some(code.to_owned()),
        ..CustomerFacts::default()
    };
    tx.append(Said::new(subject(id), "customer.amended", &facts))?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use book::dto::Customer;
    use serde_json::json;

    use super::CountriesRepaired;
    use crate::customers::country_names::CountryNames;
    use crate::testing::Shop;

    #[test]
    fn known_names_become_codes_and_unknown_ones_stay_as_they_are() {
        let shop = Shop::open();
        let named = |name: &str, country: &str| -> Customer {
            let customer = json!({ "name": name, "country": country });
            shop.write("customers.create", customer)
        };
        let ann = named("Ann", "EIRE");
        let bob = named("Bob", "Channel Islands");
        named("Eve", "DE");
        let names: CountryNames = shop.call("customers.country_names", json!({}));
        let shown: Vec<_> = names
            .names
            .iter()
            .map(|one| (one.name.as_str(), one.code.as_deref(), one.customers))
            .collect();
        assert_eq!(
            shown,
            [("Channel Islands", None, 1), ("EIRE", Some("IE"), 1)]
        );
        let repair = || -> CountriesRepaired {
            let state = shop.job("customers.repair_countries", json!({}));
            serde_json::from_value(state.output.unwrap()).unwrap()
        };
        let first = repair();
        assert_eq!((first.repaired, first.unknown), (1, 1));
        let now = |id| -> Customer { shop.call("customers.get", json!({ "id": id })) };
        assert_eq!(now(ann.row.id).row.country.as_deref(), Some("IE"));
        assert_eq!(
            now(bob.row.id).row.country.as_deref(),
            Some("Channel Islands")
        );
        assert_eq!(repair().repaired, 0);
    }
}
