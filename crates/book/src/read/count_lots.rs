//! What a count found of the lots of a product beside what should have been there of each.

use super::Read;
use super::lots::tracking_word;
use crate::dto::{CountLine, CountLotLine, CounterTally};
use crate::error::Result;
use domain::count::Tally;
use domain::lot::Tracking;
use rusqlite::params;
use std::collections::{BTreeMap, BTreeSet};

const LEVELS: &str = include_str!("sql/lot_levels_at.sql");

/// Which lots are asked about: where, as of when, and by which count that is not counted in.
pub(super) struct LotsOfCount<'a> {
    pub product: i64,
    pub place: i64,
    pub count: i64,
    /// What was found, by all and by counter; nothing while nobody counted it.
    pub found: Option<(&'a Tally, &'a BTreeMap<String, Tally>)>,
    /// What should be there is not shown.
    pub hidden: bool,
}

impl Read<'_> {
    /// Puts the lots into a line of a count, where its goods are told apart.
    pub(super) fn with_lots(
        &self,
        asked: &LotsOfCount<'_>,
        mut line: CountLine,
    ) -> Result<CountLine> {
        let tracking = self.tracking(asked.product)?;
        line.tracking = tracking_word(tracking);
        let named = asked.found.is_some_and(|(tally, _)| !tally.lots.is_empty());
        if tracking != Tracking::None || named {
            line.lots = self.count_lots(asked)?;
        }
        Ok(line)
    }

    fn count_lots(&self, asked: &LotsOfCount<'_>) -> Result<Vec<CountLotLine>> {
        let tally = asked.found.map(|(tally, _)| tally);
        let until_ms = tally.map_or(i64::MAX, |tally| tally.moment.at_ms);
        let expected = match asked.hidden {
            true => BTreeMap::new(),
            false => self.lot_levels(asked, until_ms)?,
        };
        let counted = tally.filter(|tally| tally.is_by_lots());
        let found = counted.into_iter().flat_map(|tally| tally.lots.keys());
        let lots: BTreeSet<&String> = expected.keys().chain(found).collect();
        let mut lines = Vec::new();
        for lot in lots {
            let of = |tally: &Tally| tally.lots.get(lot).map_or(0, |lot| lot.quantity_milli);
            let counted_milli = counted.map(of);
            let expected_milli = expected.get(lot).copied().unwrap_or(0);
            let said = counted.and_then(|tally| tally.lots.get(lot)?.expires);
            let expires = self.lot_expires(asked.product, lot)?.or(said);
            let open = |milli: i64| (!asked.hidden).then_some(milli);
            lines.push(CountLotLine {
                lot: lot.clone(),
                expires: expires.map(|day| day.to_string()),
                counted_milli,
                counters: counters(asked, &of),
                expected_milli: open(expected_milli),
                difference_milli: counted_milli
                    .and_then(|milli| open(milli.saturating_sub(expected_milli))),
            });
        }
        lines.sort_by_key(|line| (line.expires.is_none(), line.expires.clone()));
        Ok(lines)
    }

    /// What was there of each lot by all that moved until then, without what this count found.
    fn lot_levels(&self, asked: &LotsOfCount<'_>, until_ms: i64) -> Result<BTreeMap<String, i64>> {
        let mut query = self.conn.prepare_cached(LEVELS)?;
        let key = params![asked.product, asked.place, until_ms, asked.count];
        let rows = query.query_map(key, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn counters(asked: &LotsOfCount<'_>, of: &dyn Fn(&Tally) -> i64) -> Vec<CounterTally> {
    let counters = asked.found.into_iter().flat_map(|(_, counters)| counters);
    let counters = counters.map(|(counter, tally)| CounterTally {
        counter: counter.clone(),
        quantity_milli: of(tally),
    });
    counters.filter(|one| one.quantity_milli != 0).collect()
}
