//! The four ways in which rows become documents, behind one face.

use csv::ByteRecord;

use super::{Layout, OpenDocument};
use crate::cell::CellReader;
use crate::document::{ForeignDocument, ForeignKind};
use crate::error::ReadError;
use crate::mapped::{Customers, Orders, Products};
use crate::mapping::RowKind;
use crate::online_retail::OnlineRetail;
use crate::problem::Fault;

/// How the rows of one file are read.
pub(crate) enum Plan {
    OnlineRetail(OnlineRetail),
    Orders(Orders),
    Products(Products),
    Customers(Customers),
}

/// What a whole document turned out to be, or the row and the reason that refuse it.
pub(crate) type Judged = Result<ForeignKind, (u32, Fault)>;

impl Plan {
    /// Finds the columns of a layout in a file.
    pub(super) fn new(
        layout: &Layout,
        header: &ByteRecord,
        cells: CellReader,
    ) -> Result<Self, ReadError> {
        let mapping = match layout {
            Layout::OnlineRetail => {
                return Ok(Self::OnlineRetail(OnlineRetail::new(header, cells)?));
            }
            Layout::Mapped(mapping) => mapping,
        };
        Ok(match mapping.rows {
            RowKind::OrderLines => Self::Orders(Orders::new(mapping, header, cells)?),
            RowKind::Products => Self::Products(Products::new(mapping, header, cells)?),
            RowKind::Customers => Self::Customers(Customers::new(mapping, header, cells)?),
        })
    }

    /// Writes the document number of a row into `key`; false when it has none or needs none.
    pub(crate) fn key(&self, record: &ByteRecord, key: &mut Vec<u8>) -> bool {
        match self {
            Self::OnlineRetail(plan) => plan.key(record, key),
            Self::Orders(plan) => plan.key(record, key),
            Self::Products(_) | Self::Customers(_) => false,
        }
    }

    /// Adds a row to its document.
    pub(crate) fn add(
        &self,
        document: &mut OpenDocument,
        row_number: u32,
        record: &ByteRecord,
    ) -> Result<(), Fault> {
        match self {
            Self::OnlineRetail(plan) => plan.add(document, row_number, record),
            Self::Orders(plan) => plan.add(document, row_number, record),
            Self::Products(_) | Self::Customers(_) => Ok(()),
        }
    }

    /// Judges a document whose rows are all there.
    pub(crate) fn judge(&self, document: &mut OpenDocument) -> Judged {
        match self {
            Self::OnlineRetail(plan) => plan.judge(document),
            Self::Orders(plan) => plan.judge(document),
            Self::Products(_) | Self::Customers(_) => Ok(ForeignKind::Sale),
        }
    }

    /// Reads a row that is a document by itself, or says why a row without a number is refused.
    pub(crate) fn single(
        &self,
        row_number: u32,
        record: &ByteRecord,
    ) -> Result<ForeignDocument, Fault> {
        match self {
            Self::OnlineRetail(plan) => Err(plan.numberless()),
            Self::Orders(plan) => Err(plan.numberless(record)),
            Self::Products(plan) => plan
                .product(row_number, record)
                .map(ForeignDocument::Product),
            Self::Customers(plan) => plan
                .customer(row_number, record)
                .map(ForeignDocument::Customer),
        }
    }
}
