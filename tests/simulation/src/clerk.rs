//! The clerk: what is done at a counter, as entries; each act has an id that the model remembers.

use book::{Act, Book, BookError, Outcome, Said};
use domain::customer::{CustomerFacts, CustomerPersonal};
use domain::product::ProductTerms;
use domain::settings::SettingsTerms;
use domain::share::{Rights, Share, ShareTerms};
use domain::{DeviceId, ProductId, Refusal, RequestId, State, Subject, SubjectKind};
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

fn act(moment: &Moment) -> Act {
    Act {
        actor: "clerk".into(),
        request_id: RequestId(moment.id),
        at_ms: moment.at_ms,
        offset_min: 0,
        dry_run: false,
    }
}

fn say<P: Serialize>(book: &Book, moment: &Moment, said: Said<'_, P>) -> Result<(), BookError> {
    match book.write(&act(moment), |tx| tx.append(said))? {
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

/// Says something of shares, if what is known of them allows it.
pub fn share(
    book: &Book,
    moment: &Moment,
    (product, location): (ProductId, &str),
    decide: impl FnOnce(&Share, &Rights, DeviceId) -> Result<(&'static str, ShareTerms), Refusal>,
) -> Result<(), BookError> {
    let about = domain::share::subject(product, location);
    let done = book.write(&act(moment), |tx| {
        let by = tx.device().id;
        let now = match tx.state(about)? {
            State::Share(now) => (**now).clone(),
            _ => Share::default(),
        };
        let rights = tx.read().rights(product.0, location)?;
        let (kind, said) = decide(&now, &rights, by)?;
        tx.append(Said::new(about, kind, &said))
    });
    done.map(drop)
}

/// Goods that are sold, of this device's share where it has one.
pub fn sell(
    book: &Book,
    moment: &Moment,
    (product, quantity_milli): (Uuid, i64),
    draws: bool,
) -> Result<(), BookError> {
    let line = json!({ "product": product, "quantity_milli": -quantity_milli });
    let gone = json!({ "location": "main", "reason": "sold", "lines": [line] });
    let drawn = ShareTerms {
        product: ProductId(product),
        location: "main".into(),
        device: None,
        quantity_milli: Some(quantity_milli),
    };
    let done = book.write(&act(moment), |tx| {
        let subject = Subject::new(SubjectKind::Stock, moment.id);
        tx.append(Said::new(subject, "stock.adjusted", &gone))?;
        if draws {
            let id = Uuid::from_u128(moment.id.as_u128() | 1 << 80);
            let subject = Subject::new(SubjectKind::Share, id);
            tx.append(Said::new(subject, "share.drawn", &drawn))?;
        }
        Ok(())
    });
    done.map(drop)
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
