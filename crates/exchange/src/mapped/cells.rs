//! The cells of a row by field: where the columns are is settled once, when the header is known.

use std::borrow::Cow;
use std::collections::BTreeMap;

use csv::ByteRecord;

use crate::cell::CellReader;
use crate::date::{DateFormat, PrintedTime};
use crate::escape::unprotected;
use crate::mapping::{ColumnRef, Field, Mapping, MappingError, MappingFault, RateUnit};
use crate::number::{DecimalMark, NumberFault, parse_amount, parse_quantity};
use crate::problem::{Fault, ProblemCode};

/// Where each field stands, and how its values are written.
pub(super) struct Cells {
    places: [Box<[usize]>; Field::COUNT],
    custom: Vec<(String, usize)>,
    reader: CellReader,
    decimal: DecimalMark,
    date_format: Option<DateFormat>,
    tax_rate_is: RateUnit,
}

impl Cells {
    /// Finds the mapped columns in a header (empty when the file has none).
    pub(super) fn new(
        mapping: &Mapping,
        header: &ByteRecord,
        reader: CellReader,
    ) -> Result<Self, MappingError> {
        let mut places = [const { Vec::new() }; Field::COUNT];
        for (field, column) in &mapping.columns {
            for part in column.parts() {
                let path = format!("columns.{}", field.as_str());
                places[*field as usize].push(place_of(mapping, header, &path, part)?);
            }
        }
        let mut custom = Vec::with_capacity(mapping.custom.len());
        for (key, column) in &mapping.custom {
            let path = format!("custom.{key}");
            custom.push((key.clone(), place_of(mapping, header, &path, column)?));
        }
        Ok(Self {
            custom,
            places: places.map(Vec::into_boxed_slice),
            reader,
            decimal: mapping.decimal,
            date_format: mapping.date_format,
            tax_rate_is: mapping.tax_rate_is,
        })
    }

    /// The first column of a field, to point at.
    pub(super) fn place(&self, field: Field) -> Option<usize> {
        self.places[field as usize].first().copied()
    }

    /// Text; empty when the field is not mapped or its cells are empty.
    pub(super) fn text<'r>(
        &self,
        record: &'r ByteRecord,
        field: Field,
    ) -> Result<Cow<'r, str>, Fault> {
        match &*self.places[field as usize] {
            [] => Ok(Cow::Borrowed("")),
            [place] => Ok(self.cell(record, *place)?.into()),
            places => {
                let mut joined = String::new();
                for place in places {
                    let part = self.cell(record, *place)?;
                    if !joined.is_empty() && !part.is_empty() {
                        joined.push(' ');
                    }
                    joined.push_str(part);
                }
                Ok(joined.into())
            }
        }
    }

    /// Text or nothing.
    pub(super) fn optional(
        &self,
        record: &ByteRecord,
        field: Field,
    ) -> Result<Option<String>, Fault> {
        let text = self.text(record, field)?;
        Ok((!text.is_empty()).then(|| text.into_owned()))
    }

    /// What the columns of custom fields hold, empty cells left out.
    pub(super) fn custom(&self, record: &ByteRecord) -> Result<BTreeMap<String, String>, Fault> {
        let mut printed = BTreeMap::new();
        for (key, place) in &self.custom {
            let text = self.cell(record, *place)?;
            if !text.is_empty() {
                printed.insert(key.clone(), text.to_owned());
            }
        }
        Ok(printed)
    }

    /// Text that must be there.
    pub(super) fn required(&self, record: &ByteRecord, field: Field) -> Result<String, Fault> {
        self.optional(record, field)?
            .ok_or_else(|| self.missing(field))
    }

    /// A quantity in thousandths, or nothing.
    pub(super) fn quantity_milli(
        &self,
        record: &ByteRecord,
        field: Field,
    ) -> Result<Option<i64>, Fault> {
        let text = self.text(record, field)?;
        self.number(field, &text, parse_quantity(&text, self.decimal, 3))
    }

    /// An amount in millionths, or nothing.
    pub(super) fn amount_micro(
        &self,
        record: &ByteRecord,
        field: Field,
    ) -> Result<Option<i64>, Fault> {
        let text = self.text(record, field)?;
        self.number(field, &text, parse_amount(&text, self.decimal, 6))
    }

    /// A rate in parts per million, or nothing.
    pub(super) fn rate_ppm(&self, record: &ByteRecord, field: Field) -> Result<Option<i64>, Fault> {
        let text = self.text(record, field)?;
        // A percent sign says more than the mapping does.
        let (number, digits) = match (text.strip_suffix('%'), self.tax_rate_is) {
            (Some(number), _) => (number, 4),
            (None, RateUnit::Percent) => (&*text, 4),
            (None, RateUnit::Fraction) => (&*text, 6),
        };
        self.number(field, &text, parse_quantity(number, self.decimal, digits))
    }

    /// A date, or nothing.
    pub(super) fn time(
        &self,
        record: &ByteRecord,
        field: Field,
    ) -> Result<Option<PrintedTime>, Fault> {
        let text = self.text(record, field)?;
        let Some(format) = self.date_format.filter(|_| !text.is_empty()) else {
            return Ok(None);
        };
        match format.parse(&text) {
            Some(time) => Ok(Some(time)),
            None => {
                let fault = Fault::new(ProblemCode::BadDate, "not a date of the mapping's format");
                Err(self.at(field, fault).with(&text))
            }
        }
    }

    /// The fault of an empty field that must be filled.
    pub(super) fn missing(&self, field: Field) -> Fault {
        let detail = format!("{} is empty", field.as_str());
        self.at(field, Fault::new(ProblemCode::MissingValue, detail))
    }

    /// A fault at the column of a field.
    pub(super) fn at(&self, field: Field, fault: Fault) -> Fault {
        match self.place(field) {
            Some(place) => fault.at(place),
            None => fault,
        }
    }

    /// Protection comes off before blanks do: a tab may be what was protected.
    fn cell<'r>(&self, record: &'r ByteRecord, place: usize) -> Result<&'r str, Fault> {
        Ok(unprotected(self.reader.untrimmed(record, place)?).trim())
    }

    fn number(
        &self,
        field: Field,
        text: &str,
        parsed: Result<i64, NumberFault>,
    ) -> Result<Option<i64>, Fault> {
        match parsed {
            Ok(value) => Ok(Some(value)),
            Err(NumberFault::Empty) if text.is_empty() => Ok(None),
            Err(fault) => Err(self.at(field, Fault::of_number(fault)).with(text)),
        }
    }
}

fn place_of(
    mapping: &Mapping,
    header: &ByteRecord,
    path: &str,
    part: &ColumnRef,
) -> Result<usize, MappingError> {
    let error = |code, detail| Err(MappingError::new(path, code, detail));
    let name = match part {
        ColumnRef::Index(place) if mapping.has_header && *place >= header.len() => {
            let detail = format!("the file has {} columns", header.len());
            return error(MappingFault::ColumnMissing, detail);
        }
        ColumnRef::Index(place) if *place >= crate::limits::COLUMNS => {
            return error(
                MappingFault::Invalid,
                "there are never so many columns".into(),
            );
        }
        ColumnRef::Index(place) => return Ok(*place),
        ColumnRef::Header(name) => name,
    };
    let places = named(header, name);
    match places[..] {
        [place] => Ok(place),
        [] => error(
            MappingFault::ColumnMissing,
            format!("the file has no column {name:?}"),
        ),
        _ => {
            let detail = format!("several columns are called {name:?}; give the place instead");
            error(MappingFault::ColumnAmbiguous, detail)
        }
    }
}

/// Columns of exactly this name, or else those that differ from it in case only.
fn named(header: &ByteRecord, name: &str) -> Vec<usize> {
    let names: Vec<_> = header
        .iter()
        .map(|cell| String::from_utf8_lossy(cell))
        .collect();
    let matching = |fits: &dyn Fn(&str) -> bool| {
        let places = names
            .iter()
            .enumerate()
            .filter(|(_, found)| fits(found.trim()));
        places.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let exact = matching(&|found| found == name.trim());
    if exact.is_empty() {
        let lower = name.trim().to_lowercase();
        return matching(&|found| found.to_lowercase() == lower);
    }
    exact
}
