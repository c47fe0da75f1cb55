//! Which products a batch is about: those that were chosen, all of a list as it is now, or those
//! that go back.
use std::collections::HashSet;

use book::dto::{ProductFilter, ProductSortKey, Sort};
use book::views::Asked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{ProductBatch, ProductBatchChange};
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::list::whole;

/// The most products of one batch: as many as can be selected.
const PRODUCTS: usize = 5_000;

/// A list of products without a window.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductQuestion {
    /// Words to search for; each must begin a word of the record.
    pub text: Option<String>,
    /// Which products.
    pub filter: Option<ProductFilter>,
    /// In which order they are taken.
    pub sort: Option<Sort<ProductSortKey>>,
}

/// The products, each once.
pub(super) fn products(open: &OpenBook, asked: &ProductBatch) -> Result<Vec<Uuid>, AppError> {
    if let ProductBatchChange::Restore(said) = &asked.change {
        let rows = said.rows.iter().map(|row| row.product);
        return bounded(rows.collect(), "change.restore.rows");
    }
    match (&asked.products, &asked.list) {
        (Some(chosen), None) => {
            let mut seen = HashSet::new();
            let once = chosen.iter().copied().filter(|id| seen.insert(*id));
            bounded(once.collect(), "products")
        }
        (None, Some(list)) => bounded(listed(open, list)?, "list"),
        _ => Err(AppError::at("products", "chosen_or_listed")),
    }
}

fn bounded(products: Vec<Uuid>, field: &str) -> Result<Vec<Uuid>, AppError> {
    if products.len() > PRODUCTS {
        return Err(AppError::at(field, "too_many").with(PRODUCTS));
    }
    Ok(products)
}

fn listed(open: &OpenBook, list: &ProductQuestion) -> Result<Vec<Uuid>, AppError> {
    let window = |offset: i64, limit: i64| Asked {
        text: list.text.clone(),
        filter: list.filter.clone().unwrap_or_default(),
        today: 0,
        sort: list.sort.clone(),
        offset,
        limit,
    };
    Ok(open.book.read(|read| {
        whole(PRODUCTS, |offset, limit| {
            let page = open.views.products(read, &window(offset, limit))?;
            let ids = page.rows.iter().map(|row| row.id);
            Ok((page.total, ids.collect()))
        })
    })?)
}
