//! Queries for screens, reports and searches. They read; they never write.

mod adjustments;
mod after_sale;
mod book_info;
mod bundles;
mod codes;
mod count_lots;
mod counts;
mod credit;
mod custom;
mod customer;
mod customer_row;
mod demand;
mod double;
pub(crate) mod exceptions;
mod explain;
mod favourites;
mod goods;
mod goods_text;
mod incoming;
mod locations;
mod lots;
mod lots_shown;
mod low_stock;
mod loyalty;
mod moment;
mod movements;
mod offers;
mod order;
mod order_documents;
mod order_edits;
mod order_lines;
mod order_pages;
mod order_pick;
mod order_row;
pub(crate) mod people;
mod pictures;
mod product;
mod product_code;
mod product_row;
mod purchase;
mod purchases;
mod recall;
mod receiving;
mod reports;
mod requests;
pub(crate) mod search;
mod shares;
mod statement;
mod stock;
mod suggestions;
mod suppliers;
mod till;
mod timeline;
pub(crate) mod today;
mod transfers;
mod variants;
mod worth;

pub use book_info::Opened;
pub(crate) use book_info::{CHANNELS, ROW_COUNT};
pub(crate) use codes::{fulfilment_code, hold_bit, kind_code, payment_code, state_code};
pub use custom::custom_value;
pub(crate) use custom::stored_value;
pub(crate) use goods::forget_goods;
pub use order_documents::IssuedContent;
pub use people::permission;
pub use product_code::OfCode;
pub use purchases::PurchasesAsked;
pub use reports::{Grain, adds_up_goods, cover, reports};

use crate::error::{BookError, Result};
use crate::open::Open;
use crate::terms::Terms;
use domain::{Subject, SubjectKind};
use rusqlite::Connection;
use std::collections::HashMap;
use uuid::Uuid;

/// What a query needs: a connection and the dictionary of terms.
#[derive(Clone, Copy)]
pub struct Read<'a> {
    /// A connection, of the reading pool or of an open write.
    pub conn: &'a Connection,
    /// The dictionary.
    pub terms: &'a Terms,
    /// The records that an open write has looked at or changed.
    pub(crate) open: Option<&'a HashMap<Subject, Open>>,
}

impl<'a> Read<'a> {
    /// A record as the open write has it, if it has looked at it.
    pub(crate) fn opened(&self, kind: SubjectKind, id: Uuid) -> Option<&'a Open> {
        self.open?.get(&Subject::new(kind, id))
    }

    /// The row number of a record, without a query where the open write has it.
    pub(crate) fn row_no(&self, kind: SubjectKind, id: Uuid) -> Result<Option<i64>> {
        match self.opened(kind, id) {
            Some(open) => Ok(Some(open.no)),
            None => crate::journal::subject_no(self.conn, id),
        }
    }
}

impl Read<'_> {
    /// The row number of a record that must be there; `what` names its kind in the error.
    pub(crate) fn no_of(&self, id: Uuid, what: &'static str) -> Result<i64> {
        crate::journal::subject_no(self.conn, id)?.ok_or(BookError::NotFound(what))
    }
}
