//! Which products a batch is about: those that were chosen, all of a list as it is now, or those
//! that go back.
use book::dto::{ProductFilter, ProductSortKey, Sort};
use book::views::Asked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{ProductBatch, ProductBatchChange};
use crate::batch::{RECORDS, bounded, once_each};
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::list::whole;

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
        (Some(chosen), None) => once_each(chosen, "products"),
        (None, Some(list)) => bounded(listed(open, list)?, "list"),
        _ => Err(AppError::at("products", "chosen_or_listed")),
    }
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
        whole(RECORDS, |offset, limit| {
            let page = open.views.products(read, &window(offset, limit))?;
            let ids = page.rows.iter().map(|row| row.id);
            Ok((page.total, ids.collect()))
        })
    })?)
}
