//! A made-up shop's history for benches and trials: reproducible from a seed, realistic in what makes
//! a book hard: five years, seasons, favourites, returns, part payments, open and cancelled orders.
mod calendar;
mod goods;
mod orders;
mod people;
mod random;
mod words;

use std::path::Path;
use std::sync::Arc;

use ::book::{Book, Identity, Said};
use domain::settings::{SettingsTerms, TaxTerms};
use domain::tax::TaxCategory;
use domain::{Day, DeviceId, Subject, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::bulk::Bulk;
use crate::clock::{FixedClock, SeededIds};
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::{App, AppOptions};
use calendar::Calendar;
use goods::Goods;
use orders::Orders;
use people::People;
use random::Random;

/// How large the book is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeedOptions {
    /// How many orders, returns among them; the rest follows from it.
    pub orders: u32,
    /// The same seed makes the same book.
    pub seed: u64,
}

/// What a seed made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Seeded {
    /// Orders, returns among them.
    pub orders: i64,
    /// Their lines.
    pub lines: i64,
    /// Customers.
    pub customers: i64,
    /// Products and services.
    pub products: i64,
}

/// The last day of every seeded book: nothing depends on the day of its making.
pub const LAST_DAY: Day = Day(20_757);
/// Years of history.
const YEARS: i32 = 5;

/// Makes a book in a new file. `on_orders` hears how many orders are written.
///
/// # Errors
/// When the file exists or cannot be written.
pub fn seed(
    path: &Path,
    options: SeedOptions,
    on_orders: &mut dyn FnMut(u32, u32),
) -> Result<Seeded, AppError> {
    let app = seeded_app(options.seed);
    let open = app.put_book(new_book(&app, path)?)?;
    let made = fill(&app, &open, options, on_orders);
    app.take_book();
    made
}

/// An app whose clock stands on the last evening and whose ids follow from the seed.
fn seeded_app(seed: u64) -> App {
    let evening_ms = i64::from(LAST_DAY.0) * 86_400_000 + 20 * 3_600_000;
    App::new(AppOptions {
        clock: Arc::new(FixedClock::new(evening_ms, 0)),
        ids: Arc::new(SeededIds::new(seed)),
        ..AppOptions::scripted()
    })
}

fn new_book(app: &App, path: &Path) -> Result<Book, AppError> {
    let said = domain::settings::create(SettingsTerms {
        name: Some("Seeded shop".into()),
        currency: Some("GBP".into()),
        country: Some("GB".into()),
        prices_include_tax: Some(true),
        taxes: Some(taxes()),
        ..SettingsTerms::default()
    })?;
    let identity = Identity {
        book: app.new_id(),
        device: DeviceId(app.new_id()),
        prefix: "A".to_owned(),
    };
    let book = Book::create(path, &identity).map_err(|e| AppError::from(e).in_field("path"))?;
    let request = crate::request::Request {
        request_id: app.new_id(),
        dry_run: None,
    };
    let subject = Subject::new(SubjectKind::Book, identity.book);
    book.write(&app.act(request), |tx| {
        tx.append(Said::new(subject, "book.created", &said))
    })?;
    Ok(book)
}

fn taxes() -> Vec<TaxTerms> {
    let tax = |code: &str, name: &str, rate_ppm, category| TaxTerms {
        code: code.into(),
        name: name.into(),
        rate_ppm,
        category,
    };
    vec![
        tax("standard", "VAT 20 %", 200_000, TaxCategory::Standard),
        tax("reduced", "VAT 5 %", 50_000, TaxCategory::Reduced),
        tax("zero", "VAT 0 %", 0, TaxCategory::Zero),
    ]
}

fn fill(
    app: &App,
    open: &OpenBook,
    options: SeedOptions,
    on_orders: &mut dyn FnMut(u32, u32),
) -> Result<Seeded, AppError> {
    let bulk = Bulk::new(app, open, false);
    let random = Random::new(options.seed);
    let first = LAST_DAY.plus(1).plus_months(-12 * YEARS);
    let calendar = Calendar::new(first, LAST_DAY, options.orders);
    let goods = Goods::write(app, &bulk, random.branch(1), options.orders, first)?;
    let people = People::write(app, &bulk, random.branch(2), options.orders, first)?;
    let settings = open.book.read(|read| read.settings())?;
    let mut orders = Orders::new(app, settings, random.branch(3), goods, people);
    orders.write(&bulk, &calendar, on_orders)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_is_the_end_of_a_month() {
        assert_eq!(LAST_DAY.to_string(), "2026-10-31");
    }

    #[test]
    fn a_few_of_the_products_are_bundles_that_are_sold_from_the_stock_of_others() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.counterbook");
        let options = SeedOptions {
            orders: 8_000,
            seed: 1,
        };
        seed(&path, options, &mut |_, _| ()).unwrap();
        let book = Book::open(&path).unwrap();
        let bundles = book.read(|read| read.virtual_bundles()).unwrap();
        assert!((1..=4).contains(&bundles.len()), "{}", bundles.len());
        let sold = book.read(|read| {
            let sql = "SELECT count(*) FROM component_line";
            Ok(read.conn.query_row(sql, [], |row| row.get::<_, i64>(0))?)
        });
        assert!(sold.unwrap() > 0);
    }

    #[test]
    fn the_same_seed_makes_the_same_book() {
        let folder = tempfile::tempdir().unwrap();
        let make = |name: &str, seed| {
            let path = folder.path().join(name);
            let made = seed_small(&path, seed);
            let verified = Book::open(&path)
                .unwrap()
                .verify(&mut |_, _| Ok(()))
                .unwrap();
            assert!(verified.ok, "{:?}", verified.checks);
            (made, verified.digest.to_string())
        };
        let first = make("a.counterbook", 7);
        assert_eq!(first, make("b.counterbook", 7));
        assert_ne!(first.1, make("c.counterbook", 8).1);
        assert_eq!(first.0.orders, 300);
    }

    fn seed_small(path: &Path, seed: u64) -> Seeded {
        super::seed(path, SeedOptions { orders: 300, seed }, &mut |_, _| ()).unwrap()
    }
}
