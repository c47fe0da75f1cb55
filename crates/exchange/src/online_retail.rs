//! The UCI Online Retail table: invoices of a British gift wholesaler, one row a line.
//!
//! - Six digits: a sale; with quantities below zero (always without a customer and at price 0)
//!   stock written off, the description being the reason.
//! - `C` and six digits: goods taken back or credited.
//! - `A` and six digits: an adjustment of bad debt, money without goods.
//!
//! Dates are `M/D/YYYY H:MM`, prices pounds with a decimal point, an empty customer is anonymous.

use csv::ByteRecord;

use crate::cell::CellReader;
use crate::date::DateFormat;
use crate::document::{ForeignKind, ForeignLine};
use crate::error::ReadError;
use crate::number::{DecimalMark, parse_amount, parse_quantity};
use crate::problem::{Fault, ProblemCode};
use crate::read::{Judged, OpenDocument, agree};

/// The columns of the table.
pub const COLUMNS: [&str; 8] = [
    "InvoiceNo",
    "StockCode",
    "Description",
    "Quantity",
    "InvoiceDate",
    "UnitPrice",
    "CustomerID",
    "Country",
];

const CURRENCY: &str = "GBP";

/// Article numbers that stand for services, fees, vouchers and discounts; case matters.
const SERVICES: [&str; 11] = [
    "POST",
    "DOT",
    "M",
    "m",
    "D",
    "S",
    "BANK CHARGES",
    "AMAZONFEE",
    "CRUK",
    "C2",
    "B",
];
const VOUCHER_PREFIX: &str = "gift_0001_";

/// Whether an article number of this table is a service and not goods in stock.
pub fn is_service(sku: &str) -> bool {
    SERVICES.contains(&sku) || sku.starts_with(VOUCHER_PREFIX)
}

/// Whether a header names all eight columns, in any order.
pub(crate) fn is_header(header: &ByteRecord) -> bool {
    COLUMNS.iter().all(|name| place_of(header, name).is_some())
}

/// The places of the eight columns in a file.
pub(crate) struct OnlineRetail {
    places: [usize; 8],
    cells: CellReader,
}

/// The kinds of document numbers.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Series {
    Invoice,
    Credit,
    Adjustment,
}

// Places in `COLUMNS`.
const INVOICE: usize = 0;
const SKU: usize = 1;
const TITLE: usize = 2;
const QUANTITY: usize = 3;
const DATE: usize = 4;
const PRICE: usize = 5;
const CUSTOMER: usize = 6;
const COUNTRY: usize = 7;

impl OnlineRetail {
    pub(crate) fn new(header: &ByteRecord, cells: CellReader) -> Result<Self, ReadError> {
        let mut places = [0; 8];
        for (slot, column) in places.iter_mut().zip(COLUMNS) {
            *slot = place_of(header, column).ok_or(ReadError::MissingColumn { column })?;
        }
        Ok(Self { places, cells })
    }

    pub(crate) fn key(&self, record: &ByteRecord, key: &mut Vec<u8>) -> bool {
        key.clear();
        let number = record
            .get(self.places[INVOICE])
            .unwrap_or_default()
            .trim_ascii();
        key.extend_from_slice(number);
        !key.is_empty()
    }

    pub(crate) fn numberless(&self) -> Fault {
        Fault::new(ProblemCode::MissingValue, "the invoice number is empty")
            .at(self.places[INVOICE])
    }

    pub(crate) fn add(
        &self,
        document: &mut OpenDocument,
        row_number: u32,
        record: &ByteRecord,
    ) -> Result<(), Fault> {
        if record.len() < COLUMNS.len() {
            let detail = "the row has fewer than eight columns";
            return Err(Fault::new(ProblemCode::ColumnCount, detail));
        }
        if series(&document.head.external_id).is_none() {
            let detail = "expected six digits, alone or after C or A";
            let fault = Fault::new(ProblemCode::DocumentNumber, detail).at(self.places[INVOICE]);
            return Err(fault.with(&document.head.external_id));
        }
        let line = self.line(row_number, record)?;
        self.see_head(document, record)?;
        document.lines.push(line);
        Ok(())
    }

    fn line(&self, row_number: u32, record: &ByteRecord) -> Result<ForeignLine, Fault> {
        let sku = self.text(record, SKU)?;
        if sku.is_empty() {
            let fault = Fault::new(ProblemCode::MissingValue, "the stock code is empty");
            return Err(fault.at(self.places[SKU]));
        }
        Ok(ForeignLine {
            row_number,
            sku: sku.to_owned(),
            title: self.text(record, TITLE)?.to_owned(),
            quantity_milli: self.number(record, QUANTITY, 3)?,
            unit_price_micro: self.number(record, PRICE, 6)?,
            discount_micro: 0,
            tax_rate_ppm: None,
            service: is_service(sku),
        })
    }

    fn see_head(&self, document: &mut OpenDocument, record: &ByteRecord) -> Result<(), Fault> {
        self.see_time(document, record)?;
        let head = &mut document.head;
        let at = |column: usize| move |fault: Fault| fault.at(self.places[column]);
        agree(&mut head.customer_code, self.text(record, CUSTOMER)?).map_err(at(CUSTOMER))?;
        agree(&mut head.country, self.text(record, COUNTRY)?).map_err(at(COUNTRY))?;
        if head.currency.is_none() {
            head.currency = Some(CURRENCY.to_owned());
        }
        Ok(())
    }

    fn see_time(&self, document: &mut OpenDocument, record: &ByteRecord) -> Result<(), Fault> {
        let text = self.text(record, DATE)?;
        if let Some((print, _)) = &document.head.last_print
            && print == text.as_bytes()
        {
            return Ok(());
        }
        let time = DateFormat::MonthDayYearSlash.parse(text).ok_or_else(|| {
            let fault = Fault::new(ProblemCode::BadDate, "expected M/D/YYYY H:MM");
            fault.at(self.places[DATE]).with(text)
        })?;
        document.head.last_print = Some((text.as_bytes().to_vec(), time));
        document.head.see_time(time);
        Ok(())
    }

    /// Judges by the series of the number and the signs of the quantities.
    pub(crate) fn judge(&self, document: &mut OpenDocument) -> Judged {
        let Some(series) = series(&document.head.external_id) else {
            let fault = Fault::new(ProblemCode::DocumentNumber, "not a number of this table");
            return Err((document.last_row, fault));
        };
        match series {
            Series::Invoice if document.lines.iter().all(|line| line.quantity_milli >= 0) => {
                Ok(ForeignKind::Sale)
            }
            Series::Invoice => self.write_off(document),
            Series::Credit => self.credit(document),
            Series::Adjustment => {
                document
                    .lines
                    .iter_mut()
                    .for_each(|line| line.service = true);
                Ok(ForeignKind::Adjustment)
            }
        }
    }

    fn write_off(&self, document: &OpenDocument) -> Judged {
        let gone = |line: &&ForeignLine| line.quantity_milli < 0 && line.unit_price_micro == 0;
        if document.head.customer_code.is_some() || !document.lines.iter().all(|line| gone(&line)) {
            let sold = document.lines.iter().find(|line| line.quantity_milli < 0);
            let detail = "a quantity below zero on an invoice that sells";
            return Err(self.fault(document, sold, ProblemCode::NegativeQuantity, detail));
        }
        let reason = document
            .lines
            .first()
            .map(|line| line.title.clone())
            .unwrap_or_default();
        Ok(ForeignKind::WriteOff { reason })
    }

    fn credit(&self, document: &OpenDocument) -> Judged {
        match document.lines.iter().find(|line| line.quantity_milli > 0) {
            None => Ok(ForeignKind::Return),
            sold => {
                let detail = "a quantity above zero on a credit note";
                Err(self.fault(document, sold, ProblemCode::PositiveQuantity, detail))
            }
        }
    }

    fn fault(
        &self,
        document: &OpenDocument,
        line: Option<&ForeignLine>,
        code: ProblemCode,
        detail: &'static str,
    ) -> (u32, Fault) {
        let row_number = line.map_or(document.last_row, |line| line.row_number);
        (
            row_number,
            Fault::new(code, detail).at(self.places[QUANTITY]),
        )
    }

    fn text<'r>(&self, record: &'r ByteRecord, column: usize) -> Result<&'r str, Fault> {
        self.cells.text(record, self.places[column])
    }

    fn number(&self, record: &ByteRecord, column: usize, digits: u32) -> Result<i64, Fault> {
        let text = self.text(record, column)?;
        let parsed = if column == PRICE {
            parse_amount(text, DecimalMark::Point, digits)
        } else {
            parse_quantity(text, DecimalMark::Point, digits)
        };
        parsed.map_err(|fault| Fault::of_number(fault).at(self.places[column]).with(text))
    }
}

fn place_of(header: &ByteRecord, column: &str) -> Option<usize> {
    header
        .iter()
        .position(|name| name.trim_ascii() == column.as_bytes())
}

fn series(number: &str) -> Option<Series> {
    let (series, digits) = match number.split_at_checked(1)? {
        ("C", digits) => (Series::Credit, digits),
        ("A", digits) => (Series::Adjustment, digits),
        _ => (Series::Invoice, number),
    };
    let fits = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(series)
}

#[cfg(test)]
mod tests;
