//! What the book knows already, by the codes that foreign files use: text, and case counts.
use std::collections::HashMap;

use ::book::Read;
use domain::{CustomerId, ProductId};

/// A product that lines can refer to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub(super) id: ProductId,
    pub(super) service: bool,
    /// Made by this run from a row that had no title or price of its own.
    pub(super) provisional: bool,
}

/// Products by SKU and customers by code.
#[derive(Default)]
pub(super) struct Catalog {
    pub(super) products: HashMap<String, Known>,
    pub(super) customers: HashMap<String, CustomerId>,
}

impl Catalog {
    /// Everything that the book holds.
    pub(super) fn of(read: Read<'_>) -> ::book::Result<Self> {
        let product = |(sku, id, service)| {
            (
                sku,
                Known {
                    id: ProductId(id),
                    service,
                    provisional: false,
                },
            )
        };
        let customers = read.customer_codes()?.into_iter();
        Ok(Self {
            products: read.product_skus()?.into_iter().map(product).collect(),
            customers: customers.map(|(code, id)| (code, CustomerId(id))).collect(),
        })
    }
}
