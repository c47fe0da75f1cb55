//! Views of long lists: any window of any list at once, however long the list is.
//!
//! A view is the list of the row numbers of one filter and sort, four bytes a row. It is built in
//! the background, and until it is there the first window comes straight from the index of the
//! sort. Once there it follows the journal: the records that entries have touched since are taken
//! out and put back at their place, so that writes of any window or process show.

mod asked;
mod build;
mod cell;
mod custom;
mod customers;
mod head;
mod list;
mod lists;
mod orders;
mod products;
mod spec;
mod touched;
mod worded;

pub use asked::{Asked, WINDOW_ROWS};

use crate::dto::{
    CustomerFilter, CustomerRow, CustomerSortKey, OrderFilter, OrderRow, OrderSortKey, Page,
    ProductFilter, ProductRow, ProductSortKey,
};
use crate::error::Result;
use crate::read::Read;
use customers::CustomerSpec;
use lists::Lists;
use orders::OrderSpec;
use products::ProductSpec;
use rusqlite::Connection;
use std::sync::Arc;
use uuid::Uuid;

/// Opens a reading connection for work in the background.
pub type Reader = Arc<dyn Fn() -> Result<Connection> + Send + Sync>;

/// The views of one book. Dropping it ends the work in the background.
pub struct Views {
    orders: Lists<OrderSpec>,
    products: Lists<ProductSpec>,
    customers: Lists<CustomerSpec>,
}

impl Views {
    /// Views without content yet.
    pub fn new(reader: impl Fn() -> Result<Connection> + Send + Sync + 'static) -> Self {
        let reader: Reader = Arc::new(reader);
        Self {
            orders: Lists::new(reader.clone()),
            products: Lists::new(reader.clone()),
            customers: Lists::new(reader),
        }
    }

    /// Forgets the lists: their rows were computed again and may be others now.
    pub fn forget(&self) {
        self.orders.forget();
        self.products.forget();
        self.customers.forget();
    }

    /// A window of the orders; the newest first unless asked otherwise.
    pub fn orders(
        &self,
        read: Read<'_>,
        asked: &Asked<OrderFilter, OrderSortKey>,
    ) -> Result<Page<OrderRow>> {
        let spec = OrderSpec::of(read, asked)?;
        let Some(spec) = spec else {
            return Ok(nothing(asked));
        };
        let window = self.orders.window(read, spec, asked.span(true))?;
        window.page(|ids| read.order_rows(ids))
    }

    /// The place of an order in a list, from 0; `None` when the list does not hold it.
    pub fn order_position(
        &self,
        read: Read<'_>,
        asked: &Asked<OrderFilter, OrderSortKey>,
        id: Uuid,
    ) -> Result<Option<i64>> {
        let Some(no) = crate::journal::subject_no(read.conn, id)? else {
            return Ok(None);
        };
        let Some(spec) = OrderSpec::of(read, asked)? else {
            return Ok(None);
        };
        let descending = asked.span(true).descending;
        self.orders.position(read, spec, descending, no)
    }

    /// A window of the products; by SKU unless asked otherwise.
    pub fn products(
        &self,
        read: Read<'_>,
        asked: &Asked<ProductFilter, ProductSortKey>,
    ) -> Result<Page<ProductRow>> {
        let spec = ProductSpec::of(asked);
        let window = self.products.window(read, spec, asked.span(false))?;
        window.page(|ids| read.product_rows(ids))
    }

    /// A window of the customers; by name unless asked otherwise.
    pub fn customers(
        &self,
        read: Read<'_>,
        asked: &Asked<CustomerFilter, CustomerSortKey>,
    ) -> Result<Page<CustomerRow>> {
        let spec = CustomerSpec::of(asked);
        let window = self.customers.window(read, spec, asked.span(false))?;
        window.page(|ids| read.customer_rows(ids))
    }
}

/// A list that is known to be empty: the filter names a record that the book does not hold.
fn nothing<F, K, R>(asked: &Asked<F, K>) -> Page<R> {
    Page {
        total: 0,
        complete: true,
        offset: asked.offset.max(0),
        rows: Vec::new(),
    }
}

#[cfg(test)]
mod plans;
