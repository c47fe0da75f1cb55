//! Differences of balances and roll-ups, collected in memory and written once per transaction.

use std::collections::HashMap as StdMap;

/// Keys are our own numbers: a fast hash will do.
pub(crate) type HashMap<K, V> = StdMap<K, V, foldhash::fast::RandomState>;

/// Sums of sales of a day, channel and country, in the order of the table's columns.
pub(crate) type SalesSum = [i64; 13];

/// Places in [`SalesSum`].
pub(crate) mod sales {
    pub const DOCUMENTS: usize = 0;
    pub const LINES: usize = 1;
    pub const UNITS: usize = 2;
    pub const REVENUE: usize = 3;
    pub const TAX: usize = 4;
    pub const RETURNS: usize = 5;
    pub const RETURN_LINES: usize = 6;
    pub const RETURNED: usize = 7;
    pub const RETURNED_MINOR: usize = 8;
    pub const ADJUSTMENTS: usize = 9;
    pub const ADJUSTED_MINOR: usize = 10;
    pub const CORRECTIONS: usize = 11;
    pub const CORRECTED: usize = 12;
}

/// Periods of the roll-ups: day, month, year, week; the first day of the period is its key.
pub(crate) const DAY: u8 = 0;
pub(crate) const MONTH: u8 = 1;
pub(crate) const YEAR: u8 = 2;
pub(crate) const WEEK: u8 = 3;

/// Stands for a cost that nobody said; costs are never below zero.
pub(crate) const NO_COST: i64 = -1;

/// A grain, the first day of a period, and a customer.
pub(crate) type CustomerPeriod = (u8, i32, i64);

/// A customer's share of the totals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CustomerSum {
    pub documents: i64,
    pub revenue_minor: i64,
    pub balance_minor: i64,
    /// Days on which documents that count were added; `None` when none was.
    pub days: Option<(i32, i32)>,
    /// Days of documents that were taken back.
    pub gone: Option<(i32, i32)>,
}

impl CustomerSum {
    /// Adds a document's share; minus takes it back.
    pub fn add_document(&mut self, day: i32, [documents, revenue_minor]: [i64; 2]) {
        self.documents += documents;
        self.revenue_minor += revenue_minor;
        let days = if documents > 0 {
            &mut self.days
        } else {
            &mut self.gone
        };
        let (first, last) = days.unwrap_or((day, day));
        *days = Some((first.min(day), last.max(day)));
    }

    /// Whether first and last day must be looked up again: what was taken back is not within what
    /// was added, as it is when a document only changed.
    pub fn recounts(&self) -> bool {
        match (self.gone, self.days) {
            (None, _) => false,
            (Some(gone), Some(days)) => gone.0 < days.0 || gone.1 > days.1,
            (Some(_), None) => true,
        }
    }
}

/// The differences, and rows that wait to be written in the order of their table. Keys are row
/// numbers of this file.
#[derive(Default)]
pub(crate) struct Delta {
    /// Rows of `order_line`.
    pub lines: Vec<[i64; 5]>,
    /// Rows of `stock_move`; a cost that nobody said is [`NO_COST`].
    pub moves: Vec<[i64; 9]>,
    /// Products of which moves were taken away, differences of counts moved, or stated costs
    /// changed.
    pub goods: Vec<i64>,
    pub sales_day: HashMap<(i32, i64, i64), SalesSum>,
    pub sales_month: HashMap<(i32, i64, i64), SalesSum>,
    pub sales_hour: HashMap<(i32, i64), [i64; 3]>,
    pub product_sales: HashMap<(u8, i32, i64), [i64; 3]>,
    pub product_total: HashMap<i64, [i64; 3]>,
    pub customer_sales: HashMap<CustomerPeriod, [i64; 2]>,
    /// Revenue of the known customers of a month; how many are new in it, and their revenue.
    pub customer_month: HashMap<i32, [i64; 3]>,
    pub customer_country: HashMap<(i64, i64), [i64; 1]>,
    pub customer_total: HashMap<i64, CustomerSum>,
    pub stock_balance: HashMap<(i64, i64), [i64; 2]>,
    pub stock_day: HashMap<(i32, i64, i64), [i64; 2]>,
    pub money_balance: HashMap<(i64, i32), [i64; 1]>,
    /// What the shop holds for customers and on cards.
    pub credit_balance: HashMap<i64, [i64; 1]>,
    /// Customers whose points moved: their balances are counted anew.
    pub points: std::collections::BTreeSet<i64>,
    /// When the newest count of the book was, before this transaction; what is later changes no
    /// difference that a count found.
    pub last_anchor_ms: Option<i64>,
    /// Products and locations whose counts' differences are derived anew.
    pub anchored: std::collections::BTreeSet<(i64, i64)>,
    /// Part of a fresh fold, which fills the first months of all customers, and derives the
    /// differences that counts found, at its end.
    pub fresh: bool,
    pub rows: HashMap<&'static str, i64>,
    pub series: HashMap<String, i64>,
}

impl Delta {
    /// Whether so much has gathered that it should be written.
    pub fn is_large(&self) -> bool {
        self.product_sales.len() > 200_000 || self.moves.len() > 400_000
    }

    /// Whether writing it looks at the rows of orders, so that none of them may wait.
    pub fn looks_back(&self) -> bool {
        self.customer_total.values().any(CustomerSum::recounts)
    }

    /// Adds figures to a key's sums.
    pub fn add<K: std::hash::Hash + Eq, const N: usize>(
        map: &mut HashMap<K, [i64; N]>,
        key: K,
        figures: [i64; N],
    ) {
        let sums = map.entry(key).or_insert([0; N]);
        for (sum, figure) in sums.iter_mut().zip(figures) {
            *sum = sum.saturating_add(figure);
        }
    }

    /// Remembers the highest number of a series, so that the next one follows.
    pub fn note_number(&mut self, series: &str, number: &str) {
        let Some((prefix, counter)) = number.rsplit_once('-') else {
            return;
        };
        if let Ok(counter) = counter.parse::<i64>() {
            let last = self.series.entry(format!("{series}:{prefix}")).or_default();
            *last = (*last).max(counter);
        }
    }

    /// Counts a row that a list without filter shows, or no longer shows.
    pub fn count_row(&mut self, list: &'static str, before: bool, after: bool) {
        let change = i64::from(after) - i64::from(before);
        if change != 0 {
            *self.rows.entry(list).or_default() += change;
        }
    }
}
