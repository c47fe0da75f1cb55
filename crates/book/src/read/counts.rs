//! Counts: their list, and one with what it found beside what should be there.

use super::Read;
use super::count_lots::LotsOfCount;
use super::locations::worth;
use super::moment::local;
use crate::dto::{self, CountLine, CountRow, CountState, CounterTally, Page, Tracking};
use crate::error::{BookError, Result};
use crate::journal;
use domain::count::{Count, CountScope, Opened, Tally};
use domain::currency::Currency;
use domain::{Entry, ProductId, State, SubjectKind};
use rusqlite::{Row, params};
use std::collections::BTreeMap;
use uuid::Uuid;

const ROWS: &str = include_str!("sql/count_rows.sql");
const HOW_MANY: &str = include_str!("sql/count_count.sql");
const AFTER: &str = include_str!("sql/level_after.sql");
const STOCKED: &str = include_str!("sql/stocked_at.sql");
const DIFFERENCE: &str = "SELECT iif(to_location = ?4, quantity_milli, -quantity_milli)
    FROM stock_move WHERE product = ?1 AND at_ms = ?2 AND subject = ?3 AND part = 0";
/// Products that were not found, at most so many are shown.
const SHOWN: usize = 500;

/// A product that lies at a location.
struct Stocked {
    no: i64,
    id: Uuid,
    sku: String,
    title: String,
    cost_micro: Option<i64>,
    on_hand_milli: i64,
}

/// What was found of a product, by all and by counter.
type Found<'a> = Option<(&'a Tally, &'a BTreeMap<String, Tally>)>;

/// A count that is being shown.
struct Shown<'a> {
    count: &'a Count,
    no: i64,
    place: i64,
    /// What should be there is not shown.
    hidden: bool,
    currency: Currency,
}

impl Read<'_> {
    /// A window of the counts, the newest first; those that a text finds, when there is one.
    pub fn counts(
        &self,
        text: Option<&str>,
        (offset, limit): (i64, i64),
    ) -> Result<Page<CountRow>> {
        let text = self.goods_text(text)?;
        let mut query = self.conn.prepare_cached(ROWS)?;
        let window = params![limit, offset, text.words, text.products, text.places];
        let mut found = query.query(window)?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            rows.push(self.count_row(row)?);
        }
        let mut count = self.conn.prepare_cached(HOW_MANY)?;
        Ok(Page {
            total: count.query_row(params![text.words, text.products, text.places], |row| {
                row.get(0)
            })?,
            complete: true,
            offset,
            rows,
        })
    }

    fn count_row(&self, row: &Row<'_>) -> Result<CountRow> {
        let location = self.terms.text(self.conn, row.get(2)?)?;
        Ok(CountRow {
            id: Uuid::from_bytes(row.get(0)?),
            title: row.get(1)?,
            name: self.location_name(&location)?,
            location: location.to_string(),
            state: match row.get::<_, i64>(3)? {
                0 => CountState::Open,
                1 => CountState::Finished,
                _ => CountState::Discarded,
            },
            began_local: local(row.get(4)?, row.get(5)?),
            products: row.get(6)?,
            version: row.get(7)?,
        })
    }

    /// A count. While a blind one is under way, what should be there is shown only when it is asked
    /// for.
    pub fn count(&self, id: Uuid, reveal: bool) -> Result<dto::Count> {
        let no = self.no_of(id, "count")?;
        let (count, entries) = self.folded_count(no)?;
        let opened = count.opened.as_ref().ok_or(BookError::NotFound("count"))?;
        let currency = self.settings()?.currency().to_owned();
        let shown = Shown {
            count: &count,
            no,
            place: self.place_no(&opened.location)?.unwrap_or(0),
            hidden: opened.blind && count.is_open() && !reveal,
            currency: Currency::parse(&currency)
                .map_err(|_| BookError::Inconsistent("the book's currency".into()))?,
        };
        let lines = self.found_lines(&shown)?;
        let (missing, missing_count) = self.missing_lines(&shown, opened)?;
        // While it is under way, what was not found yet may still be.
        let gone = if count.is_open() {
            &[]
        } else {
            missing.as_slice()
        };
        let all = lines.iter().chain(gone);
        let worth = |line: &CountLine| line.difference_minor.unwrap_or(0);
        let (over, under): (Vec<i64>, Vec<i64>) = all.map(worth).partition(|minor| *minor > 0);
        let (scope, category) = match &opened.scope {
            CountScope::Full => (dto::CountScope::Full, None),
            CountScope::Category(of) => (dto::CountScope::Category, Some(of.clone())),
            CountScope::Products(_) => (dto::CountScope::Products, None),
        };
        Ok(dto::Count {
            row: self.row_of(id, &count, opened)?,
            scope,
            category,
            blind: opened.blind,
            lines,
            missing,
            missing_count,
            over_minor: over.into_iter().fold(0, i64::saturating_add),
            under_minor: under.into_iter().fold(0, i64::saturating_add),
            timeline: self.timeline(&entries)?,
        })
    }

    fn row_of(&self, id: Uuid, count: &Count, opened: &Opened) -> Result<CountRow> {
        Ok(CountRow {
            id,
            title: opened.title.clone(),
            location: opened.location.clone(),
            name: self.location_name(&opened.location)?,
            state: match (count.discarded, count.is_open()) {
                (true, _) => CountState::Discarded,
                (_, true) => CountState::Open,
                _ => CountState::Finished,
            },
            began_local: local(count.began.at_ms, count.began.offset_min),
            products: count.found.len() as i64,
            version: i64::from(count.version),
        })
    }

    fn folded_count(&self, no: i64) -> Result<(Count, Vec<Entry>)> {
        let mut entries = journal::entries(self.conn, self.terms, no)?;
        match domain::fold(SubjectKind::Count, &mut entries) {
            State::Count(count) => Ok((*count, entries)),
            _ => Err(BookError::NotFound("count")),
        }
    }

    /// What should be there and was not found: of a finished count what it says; of one under way
    /// what of its scope lies at the location.
    pub fn missing_of(&self, id: Uuid) -> Result<Vec<ProductId>> {
        let (count, _) = self.folded_count(self.no_of(id, "count")?)?;
        let opened = count.opened.as_ref().ok_or(BookError::NotFound("count"))?;
        let place = self.place_no(&opened.location)?.unwrap_or(0);
        let missing = self.stocked(place, &opened.scope)?.into_iter();
        let missing = missing.map(|stocked| ProductId(stocked.id));
        Ok(missing.filter(|id| !count.found.contains_key(id)).collect())
    }

    fn stocked(&self, place: i64, scope: &CountScope) -> Result<Vec<Stocked>> {
        let category = match scope {
            CountScope::Category(category) => Some(category),
            _ => None,
        };
        let mut query = self.conn.prepare_cached(STOCKED)?;
        let rows = query.query_map(params![place, category], |row| {
            Ok(Stocked {
                no: row.get(0)?,
                id: Uuid::from_bytes(row.get(1)?),
                sku: row.get(2)?,
                title: row.get(3)?,
                cost_micro: row.get(4)?,
                on_hand_milli: row.get(5)?,
            })
        })?;
        let mut found: Vec<Stocked> = rows.collect::<rusqlite::Result<_>>()?;
        if let CountScope::Products(products) = scope {
            found.retain(|stocked| products.contains(&ProductId(stocked.id)));
        }
        Ok(found)
    }

    fn found_lines(&self, shown: &Shown<'_>) -> Result<Vec<CountLine>> {
        let mut lines = Vec::new();
        for (product, counters) in &shown.count.found {
            let Some(no) = journal::subject_no(self.conn, product.0)? else {
                continue;
            };
            let (Some(row), Some(tally)) = (self.product_row(no)?, shown.count.tally(*product))
            else {
                continue;
            };
            let stocked = Stocked {
                no,
                id: product.0,
                sku: row.sku,
                title: row.title,
                cost_micro: row.cost_micro,
                on_hand_milli: 0,
            };
            let expected = self.expected_of(shown, no, &tally)?;
            lines.push(self.line(shown, &stocked, Some((&tally, counters)), expected)?);
        }
        lines.sort_by(|one, other| one.sku.cmp(&other.sku));
        Ok(lines)
    }

    /// What should have been there when a product was counted.
    fn expected_of(&self, shown: &Shown<'_>, no: i64, tally: &Tally) -> Result<i64> {
        let at_ms = tally.moment.at_ms;
        if shown.count.holds() {
            let mut query = self.conn.prepare_cached(DIFFERENCE)?;
            let asked = params![no, at_ms, shown.no, shown.place];
            let mut rows = query.query(asked)?;
            let difference: i64 = match rows.next()? {
                Some(row) => row.get(0)?,
                None => 0,
            };
            return Ok(tally.quantity_milli.saturating_sub(difference));
        }
        let sql = "SELECT on_hand_milli FROM stock_balance WHERE product = ?1 AND location = ?2";
        let mut query = self.conn.prepare_cached(sql)?;
        let mut rows = query.query([no, shown.place])?;
        let now: i64 = match rows.next()? {
            Some(row) => row.get(0)?,
            None => 0,
        };
        let mut query = self.conn.prepare_cached(AFTER)?;
        let after: i64 = query.query_row(params![no, shown.place, at_ms], |row| row.get(0))?;
        Ok(now.saturating_sub(after))
    }

    fn missing_lines(&self, shown: &Shown<'_>, opened: &Opened) -> Result<(Vec<CountLine>, i64)> {
        if shown.count.is_open() {
            let stocked = self.stocked(shown.place, &opened.scope)?.into_iter();
            let found = &shown.count.found;
            let missing: Vec<Stocked> = stocked
                .filter(|stocked| !found.contains_key(&ProductId(stocked.id)))
                .collect();
            let lines = missing.iter().take(SHOWN);
            let lines = lines.map(|stocked| {
                let expected = stocked.on_hand_milli;
                self.line(shown, stocked, None, expected)
            });
            let lines = lines.collect::<Result<_>>()?;
            return Ok((lines, missing.len() as i64));
        }
        let Some((finished, moment)) = &shown.count.finished else {
            return Ok((Vec::new(), 0));
        };
        let tally = Tally {
            moment: *moment,
            ..Tally::default()
        };
        let mut lines = Vec::new();
        let unfound = finished.missing.iter();
        for product in unfound.filter(|id| !shown.count.found.contains_key(id)) {
            let Some(no) = journal::subject_no(self.conn, product.0)? else {
                continue;
            };
            let Some(row) = self.product_row(no)? else {
                continue;
            };
            let stocked = Stocked {
                no,
                id: product.0,
                sku: row.sku,
                title: row.title,
                cost_micro: row.cost_micro,
                on_hand_milli: 0,
            };
            let expected = self.expected_of(shown, stocked.no, &tally)?;
            let nobody = BTreeMap::new();
            lines.push(self.line(shown, &stocked, Some((&tally, &nobody)), expected)?);
        }
        lines.sort_by(|one, other| one.sku.cmp(&other.sku));
        let count = lines.len() as i64;
        Ok((lines, count))
    }

    /// A line with the lots of its product.
    fn line(
        &self,
        shown: &Shown<'_>,
        stocked: &Stocked,
        found: Found<'_>,
        expected_milli: i64,
    ) -> Result<CountLine> {
        let asked = LotsOfCount {
            product: stocked.no,
            place: shown.place,
            count: shown.no,
            found,
            hidden: shown.hidden,
        };
        self.with_lots(&asked, line_of(shown, stocked, found, expected_milli))
    }
}

/// A product with what was found of it beside what should be there.
fn line_of(
    shown: &Shown<'_>,
    stocked: &Stocked,
    found: Found<'_>,
    expected_milli: i64,
) -> CountLine {
    let counted_milli = found.map(|(tally, _)| tally.quantity_milli);
    let difference = counted_milli.unwrap_or(0).saturating_sub(expected_milli);
    let open = |figure: i64| (!shown.hidden).then_some(figure);
    let digits = shown.currency.minor_digits();
    let worth = stocked
        .cost_micro
        .and_then(|cost| worth(cost, difference, digits));
    let counters = found.into_iter().flat_map(|(_, counters)| counters);
    CountLine {
        product: stocked.id,
        sku: stocked.sku.clone(),
        title: stocked.title.clone(),
        counted_local: found.map(|(tally, _)| local(tally.moment.at_ms, tally.moment.offset_min)),
        counted_milli,
        counters: counters
            .map(|(counter, tally)| CounterTally {
                counter: counter.clone(),
                quantity_milli: tally.quantity_milli,
            })
            .collect(),
        expected_milli: open(expected_milli),
        difference_milli: open(difference),
        cost_micro: stocked.cost_micro,
        difference_minor: worth.and_then(open),
        tracking: Tracking::None,
        lots: Vec::new(),
    }
}
