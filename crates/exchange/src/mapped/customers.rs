//! Customers by a mapping: every row is one.

use csv::ByteRecord;

use super::cells::Cells;
use crate::cell::CellReader;
use crate::country::country_code;
use crate::document::ForeignCustomer;
use crate::mapping::{Field, Mapping, MappingError};
use crate::problem::{Fault, ProblemCode};

/// How customers of one file are read.
pub(crate) struct Customers {
    cells: Cells,
}

impl Customers {
    pub(crate) fn new(
        mapping: &Mapping,
        header: &ByteRecord,
        reader: CellReader,
    ) -> Result<Self, MappingError> {
        Ok(Self {
            cells: Cells::new(mapping, header, reader)?,
        })
    }

    pub(crate) fn customer(
        &self,
        row_number: u32,
        record: &ByteRecord,
    ) -> Result<ForeignCustomer, Fault> {
        let text = |field| self.cells.optional(record, field);
        let country = text(Field::Country)?;
        let customer = ForeignCustomer {
            row_number,
            code: text(Field::Code)?,
            name: text(Field::Name)?,
            email: text(Field::Email)?,
            phone: text(Field::Phone)?,
            street: text(Field::Street)?,
            postal_code: text(Field::PostalCode)?,
            city: text(Field::City)?,
            country_code: country.as_deref().and_then(country_code),
            country,
            tags: tags(&self.cells.text(record, Field::Tags)?),
            custom: self.cells.custom(record)?,
        };
        if customer.code.is_none() && customer.name.is_none() && customer.email.is_none() {
            let detail = "a customer needs a code, a name or an e-mail address";
            return Err(Fault::new(ProblemCode::MissingValue, detail));
        }
        Ok(customer)
    }
}

fn tags(text: &str) -> Vec<String> {
    let tags = text
        .split([',', ';'])
        .map(str::trim)
        .filter(|tag| !tag.is_empty());
    tags.map(str::to_owned).collect()
}
