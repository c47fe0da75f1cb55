//! What the book knows already, by the codes that foreign files use: text, and case counts.
use std::collections::HashMap;

use ::book::dto::CustomerFilter;
use ::book::views::{Asked, WINDOW_ROWS};
use domain::order::LineComponent;
use domain::{CustomerId, ProductId};
use uuid::Uuid;

use crate::desk::OpenBook;
use crate::error::AppError;

/// A product that lines can refer to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub(super) id: ProductId,
    pub(super) service: bool,
    /// Made by this run from a row that had no title or price of its own.
    pub(super) provisional: bool,
}

/// How a foreign file tells one person from another: by its own code, else by the e-mail address,
/// else, when it has neither, by the name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum PersonKey {
    Code(String),
    Email(String),
    Name(String),
}

impl PersonKey {
    /// The key of a person; `None` when nothing is known of them.
    pub(super) fn of(code: Option<&str>, email: Option<&str>, name: Option<&str>) -> Option<Self> {
        let code = code.map(|code| Self::Code(code.to_owned()));
        let email = email.map(|email| Self::Email(email.to_lowercase()));
        code.or(email)
            .or(name.map(|name| Self::Name(name.to_owned())))
    }
}

/// Products by SKU and customers by what files know them by.
#[derive(Default)]
pub(super) struct Catalog {
    pub(super) products: HashMap<String, Known>,
    pub(super) customers: HashMap<PersonKey, CustomerId>,
    /// What bundles are made of that take their goods from their components.
    pub(super) bundles: HashMap<Uuid, Vec<LineComponent>>,
}

impl Catalog {
    /// What files with codes refer to: all products, and the customers that have a code.
    pub(super) fn by_code(open: &OpenBook) -> Result<Self, AppError> {
        let product = |(sku, id, service)| {
            let id = ProductId(id);
            (
                sku,
                Known {
                    id,
                    service,
                    provisional: false,
                },
            )
        };
        let customer = |(code, id)| (PersonKey::Code(code), CustomerId(id));
        Ok(open.book.read(|read| {
            Ok(Self {
                products: read.product_skus()?.into_iter().map(product).collect(),
                customers: read.customer_codes()?.into_iter().map(customer).collect(),
                bundles: read.virtual_bundles()?,
            })
        })?)
    }

    /// The same with the customers that are known by e-mail address or name alone.
    pub(super) fn with_people(open: &OpenBook) -> Result<Self, AppError> {
        let mut catalog = Self::by_code(open)?;
        let mut asked = Asked {
            text: None,
            filter: CustomerFilter::default(),
            today: 0,
            sort: None,
            offset: 0,
            limit: WINDOW_ROWS,
        };
        loop {
            let page = open.book.read(|read| open.views.customers(read, &asked))?;
            if page.rows.is_empty() {
                return Ok(catalog);
            }
            asked.offset += page.rows.len() as i64;
            for row in page.rows.iter().filter(|row| !row.erased) {
                catalog.know(
                    CustomerId(row.id),
                    row.code.as_deref(),
                    row.email.as_deref(),
                    &row.name,
                );
            }
        }
    }

    /// Knows a customer from now on; who was known first by a key stays so.
    pub(super) fn know(
        &mut self,
        id: CustomerId,
        code: Option<&str>,
        email: Option<&str>,
        name: &str,
    ) {
        let keys = [
            PersonKey::of(code, None, None),
            PersonKey::of(None, email, None),
            PersonKey::of(code, email, Some(name)),
        ];
        for key in keys.into_iter().flatten() {
            self.customers.entry(key).or_insert(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PersonKey;

    #[test]
    fn a_person_is_told_by_code_then_by_e_mail_then_by_name() {
        let key = |code, email| PersonKey::of(code, email, Some("Ada"));
        assert_eq!(
            key(Some("7"), Some("A@b.org")),
            Some(PersonKey::Code("7".into()))
        );
        assert_eq!(
            key(None, Some("A@b.org")),
            Some(PersonKey::Email("a@b.org".into()))
        );
        assert_eq!(key(None, None), Some(PersonKey::Name("Ada".into())));
        assert_eq!(PersonKey::of(None, None, None), None);
    }
}
