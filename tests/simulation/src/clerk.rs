//! The clerk: what is done at a counter, as entries; each act has an id that the model remembers.

use book::{Act, Book, BookError, Outcome, Said};
use domain::customer::{CustomerFacts, CustomerPersonal};
use domain::product::ProductTerms;
use domain::settings::SettingsTerms;
use domain::{RequestId, Subject, SubjectKind};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

/// The circumstances of an act.
pub struct Moment {
    /// The id of what is made.
    pub id: Uuid,
    /// What the device's clock says.
    pub at_ms: i64,
}

fn say<P: Serialize>(book: &Book, moment: &Moment, said: Said<'_, P>) -> Result<(), BookError> {
    let act = Act {
        actor: "clerk".into(),
        request_id: RequestId(moment.id),
        at_ms: moment.at_ms,
        offset_min: 0,
        dry_run: false,
    };
    match book.write(&act, |tx| tx.append(said))? {
        Outcome::Done { .. } | Outcome::Repeated { .. } => Ok(()),
    }
}

/// Founds the shop.
pub fn found(book: &Book, moment: &Moment) -> Result<(), BookError> {
    let terms = SettingsTerms {
        name: Some("Shop".into()),
        currency: Some("GBP".into()),
        country: Some("GB".into()),
        ..SettingsTerms::default()
    };
    let subject = Subject::new(SubjectKind::Book, book.id());
    say(book, moment, Said::new(subject, "book.created", &terms))
}

/// A new product.
pub fn product(book: &Book, moment: &Moment) -> Result<(), BookError> {
    let terms = ProductTerms {
        sku: Some(moment.id.simple().to_string()),
        title: Some("Mug".into()),
        unit_price_micro: Some(1_000_000),
        ..ProductTerms::default()
    };
    let subject = Subject::new(SubjectKind::Product, moment.id);
    say(book, moment, Said::new(subject, "product.created", &terms))
}

/// Goods that come or go: the deed that the model counts.
pub fn adjust(
    book: &Book,
    moment: &Moment,
    product: Uuid,
    quantity_milli: i64,
) -> Result<(), BookError> {
    let line = json!({ "product": product, "quantity_milli": quantity_milli });
    let adjusted = json!({ "location": "main", "reason": "found", "lines": [line] });
    let subject = Subject::new(SubjectKind::Stock, moment.id);
    say(
        book,
        moment,
        Said::new(subject, "stock.adjusted", &adjusted),
    )
}

/// A new customer.
pub fn customer(book: &Book, moment: &Moment) -> Result<(), BookError> {
    let facts = CustomerFacts::default();
    let personal = CustomerPersonal {
        name: Some(NAME.into()),
        ..CustomerPersonal::default()
    };
    let subject = Subject::new(SubjectKind::Customer, moment.id);
    let said = Said::new(subject, "customer.created", &facts).with_personal(&personal);
    say(book, moment, said)
}

/// What every customer is called: it must be nowhere when all are erased.
pub const NAME: &str = "Ada Lovelace-Byron";

/// A customer is erased.
pub fn erase(book: &Book, moment: &Moment, customer: Uuid) -> Result<(), BookError> {
    let subject = Subject::new(SubjectKind::Customer, customer);
    let nothing = CustomerFacts::default();
    say(
        book,
        moment,
        Said::new(subject, "customer.erased", &nothing),
    )
}
