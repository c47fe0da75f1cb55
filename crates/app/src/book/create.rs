//! `book.create`: a new book in a new file; it is open afterwards.
use super::{recent, table, terms};
use crate::App;
use crate::error::AppError;
use crate::request::Request;
use book::dto::{BookInfo, Tax};
use book::{Book, Identity, Said};
use domain::settings::SettingsTerms;
use domain::{DeviceId, Subject, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// What a new book needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct BookCreate {
    /// The file; it must not exist.
    pub path: String,
    /// The name of the business.
    pub name: String,
    /// ISO 4217 code; it never changes.
    pub currency: String,
    /// ISO 3166 code of the country of business.
    pub country: String,
    /// Whether entered prices include tax; the country's habit when absent.
    pub prices_include_tax: Option<bool>,
    /// The taxes; the country's when absent.
    pub taxes: Option<Vec<Tax>>,
}

/// What it takes.
pub type Input = BookCreate;
/// What it gives.
pub type Output = BookInfo;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.put_book(create(app, &input, false)?)?;
    let info = terms::info(app, &open)?;
    recent::remember(app, &info)?;
    Ok(info)
}

/// Makes the file with its first entry. What is refused is refused before there is a file.
pub(super) fn create(app: &App, asked: &BookCreate, sample: bool) -> Result<Book, AppError> {
    let country = table::country(&asked.country);
    let said = domain::settings::create(SettingsTerms {
        name: Some(asked.name.clone()),
        currency: Some(asked.currency.clone()),
        country: Some(asked.country.clone()),
        prices_include_tax: asked
            .prices_include_tax
            .or(country.map(|it| it.prices_include_tax)),
        taxes: match &asked.taxes {
            Some(taxes) => Some(terms::taxes(taxes)),
            None => country.map(|it| terms::taxes(&it.taxes())),
        },
        sample: sample.then_some(true),
        ..SettingsTerms::default()
    })?;
    let identity = Identity {
        book: app.new_id(),
        device: DeviceId(app.new_id()),
        prefix: "A".to_owned(),
    };
    let path = Path::new(&asked.path);
    let book = Book::create(path, &identity).map_err(|e| AppError::from(e).in_field("path"))?;
    let request = Request {
        request_id: app.new_id(),
        dry_run: None,
    };
    let subject = Subject::new(SubjectKind::Book, identity.book);
    book.write(&app.act(request), |tx| {
        tx.append(Said::new(subject, "book.created", &said))
    })?;
    Ok(book)
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_country_brings_its_taxes_and_its_habit() {
        let shop = Shop::closed();
        let path = shop.path("a.counterbook");
        let input = json!({ "path": path, "name": "Laden", "currency": "EUR", "country": "DE" });
        let info: BookInfo = shop.call("book.create", input);
        let taxes: Vec<i64> = info.taxes.iter().map(|tax| tax.rate_ppm).collect();
        assert_eq!(
            (taxes, info.prices_include_tax),
            (vec![190_000, 70_000], true)
        );
        assert_eq!(
            (info.currency_digits, info.version, info.today.as_str()),
            (2, 1, "2026-11-23")
        );
    }

    #[test]
    fn an_existing_file_is_never_overwritten() {
        let shop = Shop::closed();
        let path = shop.path("a.txt");
        std::fs::write(&path, "mine").unwrap();
        let input = json!({ "path": path, "name": "A", "currency": "EUR", "country": "DE" });
        assert_eq!(
            shop.refused("book.create", input),
            ("file_exists".into(), Some("path".into()))
        );
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    }

    #[test]
    fn what_is_refused_leaves_no_file() {
        let shop = Shop::closed();
        let path = shop.path("a.counterbook");
        let input = json!({ "path": path, "name": "A", "currency": "XYZ", "country": "DE" });
        let refused = shop.refused("book.create", input);
        assert_eq!(
            refused,
            ("currency_unknown".into(), Some("currency".into()))
        );
        assert!(!std::path::Path::new(&path).exists());
    }
}
