//! A document of which some rows have been read.

use std::collections::HashSet;

use chrono::NaiveDateTime;

use super::batch::{DuplicateRow, Notice, SeveralTimes, SubUnitPrice};
use crate::country::country_code;
use crate::date::PrintedTime;
use crate::document::{ForeignKind, ForeignLine, ForeignOrder};
use crate::mapping::KindWord;
use crate::problem::{Fault, ProblemCode};

/// Rows of one document number, as far as they have been read.
pub(crate) struct OpenDocument {
    pub(crate) key: Box<[u8]>,
    /// The row with which the document is complete.
    pub(crate) last_row: u32,
    pub(crate) head: Head,
    pub(crate) lines: Vec<ForeignLine>,
    /// Rows that could not be read, and why.
    pub(crate) faults: Vec<(u32, Fault)>,
    /// A fingerprint of every row, to find exact duplicates.
    pub(crate) prints: Vec<(u64, u32)>,
}

/// What belongs to the document and not to a line.
#[derive(Default)]
pub(crate) struct Head {
    pub(crate) external_id: String,
    pub(crate) kind: Option<KindWord>,
    pub(crate) placed_at: Option<PrintedTime>,
    pub(crate) latest: Option<NaiveDateTime>,
    /// The last date as printed, and what it was read as: most rows repeat it.
    pub(crate) last_print: Option<(Vec<u8>, PrintedTime)>,
    pub(crate) customer_code: Option<String>,
    pub(crate) customer_name: Option<String>,
    pub(crate) customer_email: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) currency: Option<String>,
    pub(crate) channel: Option<String>,
}

impl Head {
    /// Takes another time in: the earliest counts.
    pub(crate) fn see_time(&mut self, time: PrintedTime) {
        if self.placed_at.is_none_or(|known| time.at < known.at) {
            self.placed_at = Some(time);
        }
        self.latest = self.latest.max(Some(time.at));
    }
}

/// Fills a field of the head, or refuses a row that contradicts an earlier one.
pub(crate) fn agree(slot: &mut Option<String>, text: &str) -> Result<(), Fault> {
    match slot {
        _ if text.is_empty() => Ok(()),
        None => {
            *slot = Some(text.to_owned());
            Ok(())
        }
        Some(known) if known == text => Ok(()),
        Some(_) => {
            let detail = "another row of the same document says something else";
            Err(Fault::new(ProblemCode::DocumentConflict, detail).with(text))
        }
    }
}

impl OpenDocument {
    /// A document before its first row.
    pub(super) fn new(key: &[u8], last_row: u32) -> Self {
        let external_id = String::from_utf8_lossy(key).into_owned();
        Self {
            key: key.into(),
            last_row,
            head: Head {
                external_id,
                ..Head::default()
            },
            lines: Vec::new(),
            faults: Vec::new(),
            prints: Vec::new(),
        }
    }

    /// How many rows have been read.
    pub(super) fn row_count(&self) -> usize {
        self.prints.len()
    }

    /// Why a document with an unreadable row is refused in its other rows.
    pub(super) fn refused(self, first: Option<(u32, Fault)>) -> Vec<(u32, Fault)> {
        let mut refused = self.faults;
        refused.extend(first);
        let cause = refused.first().map_or(0, |(row_number, _)| *row_number);
        let known: HashSet<u32> = refused.iter().map(|(row_number, _)| *row_number).collect();
        let rest = self
            .prints
            .iter()
            .map(|(_, row)| *row)
            .filter(|row| !known.contains(row));
        refused.extend(rest.map(|row_number| {
            let detail = format!("row {cause} of the same document was refused");
            (row_number, Fault::new(ProblemCode::DocumentRefused, detail))
        }));
        refused.sort_by_key(|(row_number, _)| *row_number);
        refused
    }

    /// The finished document. `placed_at` is there because a row without a date is refused.
    pub(super) fn finished(self, kind: ForeignKind, placed_at: PrintedTime) -> ForeignOrder {
        let head = self.head;
        let country_code = head.country.as_deref().and_then(country_code);
        ForeignOrder {
            external_id: head.external_id,
            kind,
            placed_at: placed_at.at,
            utc_offset_minutes: placed_at.utc_offset_minutes,
            customer_code: head.customer_code,
            customer_name: head.customer_name,
            customer_email: head.customer_email,
            country: head.country,
            country_code,
            currency: head.currency,
            channel: head.channel,
            lines: self.lines,
        }
    }

    /// What the user should know about a document that is fine otherwise.
    pub(super) fn notices(&mut self, minor_digits: u32) -> Vec<Notice> {
        let mut notices = self.duplicates();
        let head = &self.head;
        if let (Some(first), Some(latest)) = (head.placed_at, head.latest)
            && first.at != latest
        {
            let external_id = head.external_id.clone();
            let row_number = self.lines.first().map_or(0, |line| line.row_number);
            let times = SeveralTimes {
                external_id,
                row_number,
                earliest: first.at,
                latest,
            };
            notices.push(Notice::SeveralTimes(times));
        }
        let price_unit = 10_i64.pow(6 - minor_digits.min(6));
        for line in self
            .lines
            .iter()
            .filter(|line| line.unit_price_micro % price_unit != 0)
        {
            let price = SubUnitPrice::new(&self.head.external_id, line, minor_digits);
            notices.push(Notice::SubUnitPrice(price));
        }
        notices
    }

    fn duplicates(&mut self) -> Vec<Notice> {
        self.prints.sort_unstable();
        let pairs = self.prints.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        let mut found: Vec<(u32, u32)> = pairs.map(|pair| (pair[1].1, pair[0].1)).collect();
        found.sort_unstable();
        let external_id = &self.head.external_id;
        let notice = |(row_number, same_as_row)| {
            let external_id = external_id.clone();
            Notice::DuplicateRow(DuplicateRow {
                external_id,
                row_number,
                same_as_row,
            })
        };
        found.into_iter().map(notice).collect()
    }
}
