//! A report with its parameters checked and the usual ones filled in.

use super::catalogue::{self, METHODS};
use super::cover::{Grain, Periods, cover};
use crate::dto::{ReportGroup, ReportInfo, ReportInput, ReportParameter};
use crate::error::{BookError, Result};
use crate::read::Read;
use domain::valuation::Method;
use domain::{Day, Refusal};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// Rows of a ranking that asks for no number.
const USUAL_ROWS: i64 = 20;
/// Rows of a report on stock that asks for no number.
const STOCK_ROWS: i64 = 1_000;
/// The most rows of a ranking.
const MOST_ROWS: i64 = 10_000;

/// The report that looks ahead, and how many days it does when no day is asked for.
const AHEAD: &str = "expiring-lots";
const AHEAD_DAYS: i32 = 30;

/// A report that is asked for.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub info: ReportInfo,
    /// First and last day; `None` when there is nothing to report in the book.
    pub days: Option<(Day, Day)>,
    /// The days with sales in the book; of reports on stock, those with movements.
    pub sales_days: Option<(Day, Day)>,
    today: Day,
    pub by: Option<String>,
    pub limit: usize,
    pub compare: bool,
    /// How goods are valued: as asked for, else as the book does.
    pub method: Method,
    /// The row number and the key of the product that it is about, if it is about one.
    pub product: Option<(i64, Uuid)>,
}

impl Question {
    pub fn of(read: &Read<'_>, asked: &ReportInput, today: Day) -> Result<Self> {
        let unknown = || Refusal::at("report", "report_unknown");
        let info = catalogue::find(&asked.report).ok_or_else(unknown)?;
        let sales_days = match info.group {
            ReportGroup::Stock => read.stock_days()?,
            _ => read.sales_days()?,
        };
        let limit = asked.limit.unwrap_or_else(|| usual_rows(&info));
        if !(1..=MOST_ROWS).contains(&limit) {
            return Err(Refusal::at("limit", "out_of_range").with(MOST_ROWS).into());
        }
        let sales_days = match info.report.as_str() {
            // It looks ahead, and not back.
            AHEAD => Some((today, today.plus(AHEAD_DAYS))),
            _ => sales_days,
        };
        let method = read.valuation()?;
        let by = by(&info, asked, method)?;
        let product = asked
            .product
            .filter(|_| takes(&info, ReportParameter::Product));
        let product = product.map(|id| Ok::<_, BookError>((read.no_of(id, "product")?, id)));
        Ok(Self {
            days: days(asked, usual_days(&info, sales_days))?,
            sales_days,
            today,
            method: match by.as_deref() {
                Some("average") => Method::Average,
                Some("fifo") => Method::Fifo,
                _ => method,
            },
            product: product.transpose()?,
            by,
            limit: limit as usize,
            compare: asked.compare.unwrap_or(false) && takes(&info, ReportParameter::Compare),
            info,
        })
    }

    /// The days as whole periods of the roll-ups. Where the days reach beyond the first or the
    /// last sale, so may the periods: a larger one is one row per product in place of many.
    pub fn periods(&self) -> Vec<Periods> {
        let Some((mut from, mut to)) = self.days else {
            return Vec::new();
        };
        if let Some((first, last)) = self.sales_days {
            if from <= first {
                from = from.year_start();
            }
            if to >= last {
                to = Grain::Year.plus(to.year_start(), 1).plus(-1);
            }
        }
        cover(from, to)
    }

    /// Whether the days hold everything that was ever sold.
    pub fn is_all_time(&self) -> bool {
        match (self.days, self.sales_days) {
            (Some((from, to)), Some((first, last))) => from <= first && to >= last,
            _ => false,
        }
    }

    /// Today, and the last day of a report that looks ahead.
    pub fn ahead(&self) -> (Day, Day) {
        (self.today, self.days.map_or(self.today, |(_, to)| to))
    }

    /// The parameters as used.
    pub fn parameters(&self) -> Map<String, Value> {
        let (from, to) = self.days.unwrap_or((self.today, self.today));
        let mut used = Map::new();
        for parameter in &self.info.parameters {
            let (key, value) = match parameter {
                ReportParameter::From => ("from", json!(from.to_string())),
                ReportParameter::To => ("to", json!(to.to_string())),
                ReportParameter::By => ("by", json!(self.by)),
                ReportParameter::Limit => ("limit", json!(self.limit)),
                ReportParameter::Compare => ("compare", json!(self.compare)),
                ReportParameter::Product => ("product", json!(self.product.map(|(_, id)| id))),
            };
            used.insert(key.to_owned(), value);
        }
        used
    }
}

fn takes(info: &ReportInfo, parameter: ReportParameter) -> bool {
    info.parameters.contains(&parameter)
}

/// A report on what there is now shows many products, a ranking over a time the first few.
fn usual_rows(info: &ReportInfo) -> i64 {
    if takes(info, ReportParameter::From) || takes(info, ReportParameter::Product) {
        USUAL_ROWS
    } else {
        STOCK_ROWS
    }
}

fn days(asked: &ReportInput, sales: Option<(Day, Day)>) -> Result<Option<(Day, Day)>> {
    let (from, to) = (
        day("from", asked.from.as_deref())?,
        day("to", asked.to.as_deref())?,
    );
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        return Err(Refusal::at("to", "day_before_first").with(from).into());
    }
    let Some((first, last)) = sales else {
        return Ok(None);
    };
    // An end that is not said never lies beyond the one that is.
    let (first, last) = (
        first.min(to.unwrap_or(first)),
        last.max(from.unwrap_or(last)),
    );
    Ok(Some((from.unwrap_or(first), to.unwrap_or(last))))
}

fn day(field: &str, text: Option<&str>) -> Result<Option<Day>> {
    let Some(text) = text else { return Ok(None) };
    let malformed = || Refusal::at(field, "day_malformed").with(text);
    Ok(Some(Day::parse(text).ok_or_else(malformed)?))
}

/// Reports about how goods sell look back so many days when no period is asked for: what sold years
/// ago says little about what is there now.
const LOOK_BACK: [(&str, i32); 5] = [
    ("days-of-cover", 91),
    ("overstock", 182),
    ("dead-stock", 182),
    ("sell-through", 91),
    ("abc-xyz", 364),
];

fn usual_days(info: &ReportInfo, known: Option<(Day, Day)>) -> Option<(Day, Day)> {
    let (first, last) = known?;
    let back = LOOK_BACK.iter().find(|(report, _)| *report == info.report);
    let from = back.map_or(first, |(_, days)| last.plus(1 - days));
    Some((from, last))
}

fn by(info: &ReportInfo, asked: &ReportInput, method: Method) -> Result<Option<String>> {
    let valued = info.by == METHODS;
    let usual = match method {
        Method::Average if valued => Some("average".to_owned()),
        _ => info.by.first().cloned(),
    };
    match asked.by.as_ref().filter(|by| !by.is_empty()) {
        None => Ok(usual),
        Some(by) if info.by.contains(by) => Ok(Some(by.clone())),
        Some(by) => Err(Refusal::at("by", "by_unknown").with(by).into()),
    }
}
