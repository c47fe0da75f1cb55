//! Products by a mapping: every row is one.

use csv::ByteRecord;

use super::cells::Cells;
use crate::cell::CellReader;
use crate::document::ForeignProduct;
use crate::mapping::{Field, Mapping, MappingError, is_currency};
use crate::problem::{Fault, ProblemCode};

/// How products of one file are read.
pub(crate) struct Products {
    cells: Cells,
    currency: Option<String>,
}

impl Products {
    pub(crate) fn new(
        mapping: &Mapping,
        header: &ByteRecord,
        reader: CellReader,
    ) -> Result<Self, MappingError> {
        let currency = mapping.fixed.currency.clone();
        Ok(Self {
            cells: Cells::new(mapping, header, reader)?,
            currency,
        })
    }

    pub(crate) fn product(
        &self,
        row_number: u32,
        record: &ByteRecord,
    ) -> Result<ForeignProduct, Fault> {
        let cells = &self.cells;
        Ok(ForeignProduct {
            row_number,
            sku: cells.required(record, Field::Sku)?,
            title: cells.text(record, Field::Title)?.into_owned(),
            price_micro: cells.amount_micro(record, Field::Price)?,
            cost_micro: cells.amount_micro(record, Field::Cost)?,
            barcode: cells.optional(record, Field::Barcode)?,
            on_hand_milli: cells.quantity_milli(record, Field::StockOnHand)?,
            tax_class: cells.optional(record, Field::TaxClass)?,
            reorder_point_milli: cells.quantity_milli(record, Field::ReorderPoint)?,
            currency: self.currency(record)?,
            custom: cells.custom(record)?,
        })
    }

    fn currency(&self, record: &ByteRecord) -> Result<Option<String>, Fault> {
        match self.cells.optional(record, Field::Currency)? {
            None => Ok(self.currency.clone()),
            Some(code) if is_currency(&code.to_ascii_uppercase()) => {
                Ok(Some(code.to_ascii_uppercase()))
            }
            Some(code) => {
                let fault = Fault::new(ProblemCode::BadCurrency, "a currency has three letters");
                Err(self.cells.at(Field::Currency, fault).with(&code))
            }
        }
    }
}
