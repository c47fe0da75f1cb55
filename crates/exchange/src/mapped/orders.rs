//! Order lines by a mapping: rows of one document number become one document.

use std::collections::{BTreeMap, HashSet};

use csv::ByteRecord;

use super::cells::Cells;
use super::kind::meaning;
use crate::cell::CellReader;
use crate::document::{ForeignKind, ForeignLine};
use crate::mapping::{
    Field, Fixed, KindWord, Mapping, MappingError, NegativeQuantity, is_currency,
};
use crate::problem::{Fault, ProblemCode};
use crate::read::{Judged, OpenDocument, agree};

/// How order lines of one file are read.
pub(crate) struct Orders {
    cells: Cells,
    fixed: Fixed,
    negative_quantity: NegativeQuantity,
    kinds: BTreeMap<String, KindWord>,
    services: HashSet<String>,
}

impl Orders {
    pub(crate) fn new(
        mapping: &Mapping,
        header: &ByteRecord,
        reader: CellReader,
    ) -> Result<Self, MappingError> {
        Ok(Self {
            cells: Cells::new(mapping, header, reader)?,
            fixed: mapping.fixed.clone(),
            negative_quantity: mapping.negative_quantity,
            kinds: mapping.kinds.clone(),
            services: mapping.service_skus.iter().cloned().collect(),
        })
    }

    pub(crate) fn key(&self, record: &ByteRecord, key: &mut Vec<u8>) -> bool {
        key.clear();
        if let Ok(number) = self.cells.text(record, Field::DocumentNumber) {
            key.extend_from_slice(number.as_bytes());
        }
        !key.is_empty()
    }

    /// Why a row without a readable document number is refused.
    pub(crate) fn numberless(&self, record: &ByteRecord) -> Fault {
        let number = self.cells.text(record, Field::DocumentNumber);
        number
            .err()
            .unwrap_or_else(|| self.cells.missing(Field::DocumentNumber))
    }

    pub(crate) fn add(
        &self,
        document: &mut OpenDocument,
        row_number: u32,
        record: &ByteRecord,
    ) -> Result<(), Fault> {
        let line = self.line(row_number, record)?;
        self.see_head(document, record)?;
        document.lines.push(line);
        Ok(())
    }

    fn line(&self, row_number: u32, record: &ByteRecord) -> Result<ForeignLine, Fault> {
        let cells = &self.cells;
        let sku = cells.required(record, Field::Sku)?;
        let needed = |value: Option<i64>, field| value.ok_or_else(|| cells.missing(field));
        let discount_micro = cells.amount_micro(record, Field::Discount)?.unwrap_or(0);
        let discount_micro = discount_micro.checked_abs().ok_or_else(|| {
            cells.at(
                Field::Discount,
                Fault::new(ProblemCode::TooLarge, "too large"),
            )
        })?;
        Ok(ForeignLine {
            row_number,
            service: self.services.contains(&sku),
            sku,
            title: cells.text(record, Field::Title)?.into_owned(),
            quantity_milli: needed(
                cells.quantity_milli(record, Field::Quantity)?,
                Field::Quantity,
            )?,
            unit_price_micro: needed(
                cells.amount_micro(record, Field::UnitPrice)?,
                Field::UnitPrice,
            )?,
            discount_micro,
            tax_rate_ppm: cells.rate_ppm(record, Field::TaxRate)?,
        })
    }

    fn see_head(&self, document: &mut OpenDocument, record: &ByteRecord) -> Result<(), Fault> {
        let cells = &self.cells;
        if let Some(time) = cells.time(record, Field::PlacedAt)? {
            document.head.see_time(time);
        }
        self.see_kind(document, record)?;
        let head = &mut document.head;
        let slots = [
            (Field::CustomerCode, &mut head.customer_code),
            (Field::CustomerName, &mut head.customer_name),
            (Field::CustomerEmail, &mut head.customer_email),
            (Field::Country, &mut head.country),
            (Field::Channel, &mut head.channel),
        ];
        for (field, slot) in slots {
            let text = cells.text(record, field)?;
            agree(slot, &text).map_err(|fault| cells.at(field, fault))?;
        }
        let currency = cells.text(record, Field::Currency)?.to_ascii_uppercase();
        if !currency.is_empty() && !is_currency(&currency) {
            let fault = Fault::new(ProblemCode::BadCurrency, "a currency has three letters");
            return Err(cells.at(Field::Currency, fault).with(&currency));
        }
        agree(&mut head.currency, &currency).map_err(|fault| cells.at(Field::Currency, fault))
    }

    fn see_kind(&self, document: &mut OpenDocument, record: &ByteRecord) -> Result<(), Fault> {
        let word = self.cells.text(record, Field::Kind)?;
        if word.is_empty() {
            return Ok(());
        }
        let refuse = |code, detail| {
            Err(self
                .cells
                .at(Field::Kind, Fault::new(code, detail))
                .with(&word))
        };
        let Some(kind) = meaning(&word, &self.kinds) else {
            return refuse(ProblemCode::UnknownKind, "this word is not known");
        };
        match document.head.kind.replace(kind) {
            Some(known) if known != kind => refuse(
                ProblemCode::DocumentConflict,
                "another row of the same document says something else",
            ),
            _ => Ok(()),
        }
    }

    /// Judges by the kind column, or else by the signs of the quantities.
    pub(crate) fn judge(&self, document: &mut OpenDocument) -> Judged {
        let head = &mut document.head;
        head.currency = head.currency.take().or_else(|| self.fixed.currency.clone());
        head.channel = head.channel.take().or_else(|| self.fixed.channel.clone());
        let kind = match head.kind {
            Some(kind) => kind,
            None => self.by_signs(document)?,
        };
        match kind {
            KindWord::Sale => self.sale(document),
            KindWord::Return => self.taken_back(document).map(|()| ForeignKind::Return),
            KindWord::WriteOff => {
                self.taken_back(document)?;
                let reason = document.lines.first().map(|line| line.title.clone());
                Ok(ForeignKind::WriteOff {
                    reason: reason.unwrap_or_default(),
                })
            }
            KindWord::Adjustment => {
                document
                    .lines
                    .iter_mut()
                    .for_each(|line| line.service = true);
                Ok(ForeignKind::Adjustment)
            }
        }
    }

    fn by_signs(&self, document: &OpenDocument) -> Result<KindWord, (u32, Fault)> {
        if document.lines.iter().all(|line| line.quantity_milli >= 0) {
            return Ok(KindWord::Sale);
        }
        match self.negative_quantity {
            NegativeQuantity::Return => Ok(KindWord::Return),
            NegativeQuantity::WriteOff => Ok(KindWord::WriteOff),
            NegativeQuantity::Refuse => Ok(KindWord::Sale),
        }
    }

    fn sale(&self, document: &OpenDocument) -> Judged {
        match document.lines.iter().find(|line| line.quantity_milli < 0) {
            None => Ok(ForeignKind::Sale),
            Some(line) => {
                let detail = "a quantity below zero in a sale";
                let fault = Fault::new(ProblemCode::NegativeQuantity, detail);
                Err((line.row_number, self.cells.at(Field::Quantity, fault)))
            }
        }
    }

    /// Gives all quantities a minus, provided that they agree in sign.
    fn taken_back(&self, document: &mut OpenDocument) -> Result<(), (u32, Fault)> {
        let negative = document.lines.iter().any(|line| line.quantity_milli < 0);
        let sold = document.lines.iter().find(|line| line.quantity_milli > 0);
        if let Some(line) = sold.filter(|_| negative) {
            let detail = "sold and returned quantities in one document";
            let fault = Fault::new(ProblemCode::MixedSigns, detail);
            return Err((line.row_number, self.cells.at(Field::Quantity, fault)));
        }
        for line in document
            .lines
            .iter_mut()
            .filter(|line| line.quantity_milli > 0)
        {
            line.quantity_milli = -line.quantity_milli;
        }
        Ok(())
    }
}
