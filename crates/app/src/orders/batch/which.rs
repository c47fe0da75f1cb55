//! Which orders a batch is about: those that were chosen, or all of a list as it is now.
use book::dto::{OrderFilter, OrderSortKey, Sort};
use book::views::Asked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{OrderBatch, OrderBatchAction};
use crate::App;
use crate::batch::{RECORDS, bounded, once_each};
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::list::{check_days, whole};

/// A list of orders without a window.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderQuestion {
    /// Words to search for; each must begin a word of the record.
    pub text: Option<String>,
    /// Which orders.
    pub filter: Option<OrderFilter>,
    /// In which order they are taken.
    pub sort: Option<Sort<OrderSortKey>>,
}

/// The orders, each once, in the order in which they have their turns: goods are set aside for
/// those first that have waited longest, whatever the list shows first.
pub(super) fn orders(
    app: &App,
    open: &OpenBook,
    asked: &OrderBatch,
) -> Result<Vec<Uuid>, AppError> {
    let orders = asked_for(app, open, asked)?;
    match asked.action {
        OrderBatchAction::Allocate(_) => Ok(open.book.read(|read| read.by_placing(orders))?),
        _ => Ok(orders),
    }
}

fn asked_for(app: &App, open: &OpenBook, asked: &OrderBatch) -> Result<Vec<Uuid>, AppError> {
    match (&asked.orders, &asked.list) {
        (Some(chosen), None) => once_each(chosen, "orders"),
        (None, Some(list)) => bounded(listed(app, open, list)?, "list"),
        _ => Err(AppError::at("orders", "chosen_or_listed")),
    }
}

fn listed(app: &App, open: &OpenBook, list: &OrderQuestion) -> Result<Vec<Uuid>, AppError> {
    check_days(list.filter.as_ref()).map_err(|error| error.under("list"))?;
    let today = app.today()?.0;
    let window = |offset: i64, limit: i64| Asked {
        text: list.text.clone(),
        filter: list.filter.clone().unwrap_or_default(),
        today,
        sort: list.sort.clone(),
        offset,
        limit,
    };
    let ids = open.book.read(|read| {
        whole(RECORDS, |offset, limit| {
            let page = open.views.orders(read, &window(offset, limit))?;
            let ids = page.rows.iter().map(|row| row.head.id);
            Ok((page.total, ids.collect()))
        })
    })?;
    Ok(ids)
}
