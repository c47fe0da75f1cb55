//! Sales by country and by channel.

use super::cover::{Grain, cover};
use super::question::Question;
use super::sales::{self, Sales};
use super::table::Table;
use crate::dto::ColumnUnit;
use crate::error::Result;
use crate::number_map::NumberMap;
use crate::read::Read;
use crate::row_set::RowSet;
use domain::Day;
use rusqlite::params;
use serde_json::json;

/// The statements that give the sums by a kind of place: of days, and of months.
struct Sums {
    days: &'static str,
    months: &'static str,
}

const SALES_BY_COUNTRY: Sums = Sums {
    days: include_str!("../sql/sales_by_country.sql"),
    months: include_str!("../sql/sales_by_country_month.sql"),
};
const SALES_BY_CHANNEL: Sums = Sums {
    days: include_str!("../sql/sales_by_channel.sql"),
    months: include_str!("../sql/sales_by_channel_month.sql"),
};
pub(crate) const COUNTRY_CUSTOMERS: &str = include_str!("../sql/country_customers.sql");
pub(crate) const COUNTRIES_OF_BUYER: &str = include_str!("../sql/countries_of_buyer.sql");

/// Who counts the customers of the places that sold something.
type Customers = dyn Fn(&Read<'_>, &Question, &[i64]) -> Result<NumberMap<i64>>;

/// The report on sales by country, as the documents name it.
pub(super) fn by_country(read: &Read<'_>, question: &Question) -> Result<Table> {
    by(
        read,
        question,
        ("country", "Country"),
        &SALES_BY_COUNTRY,
        &countries,
    )
}

/// The report on sales by channel. Who bought through which channel is in no roll-up, so it says
/// nothing of customers.
pub(super) fn by_channel(read: &Read<'_>, question: &Question) -> Result<Table> {
    let nobody = |_: &Read<'_>, _: &Question, _: &[i64]| Ok(NumberMap::default());
    let mut table = by(
        read,
        question,
        ("channel", "Channel"),
        &SALES_BY_CHANNEL,
        &nobody,
    )?;
    table.without("customers");
    Ok(table)
}

fn by(
    read: &Read<'_>,
    question: &Question,
    (key, title): (&str, &str),
    of: &Sums,
    customers: &Customers,
) -> Result<Table> {
    let mut table = sales::table((key, title, ColumnUnit::Text), question.compare);
    let found = sums(read, of, question.days)?;
    let sold: Vec<i64> = found.keys().copied().collect();
    let customers = customers(read, question, &sold)?;
    let before = question
        .days
        .map(|(from, to)| (from.plus(from.0 - to.0 - 1), from.plus(-1)));
    let before = if question.compare {
        sums(read, of, before)?
    } else {
        NumberMap::default()
    };
    let mut places: Vec<i64> = found.keys().chain(before.keys()).copied().collect();
    places.sort_unstable();
    places.dedup();
    let mut named = Vec::with_capacity(places.len());
    for place in places {
        named.push((read.terms.text(read.conn, place)?, place));
    }
    let revenue = |place: &i64| found.get(place).map_or(0, |sums| sums.revenue_minor);
    named.sort_by(|a, b| {
        revenue(&b.1)
            .cmp(&revenue(&a.1))
            .then_with(|| a.0.cmp(&b.0))
    });
    let (mut total, mut total_before) = (Sales::default(), 0);
    for (name, place) in named {
        let sums = found.get(&place).copied().unwrap_or_default();
        let before = before.get(&place).map_or(0, |sums| sums.revenue_minor);
        let count = customers.get(&place).copied().unwrap_or(0);
        let compared = question.compare.then_some(before);
        sales::row(&mut table, json!(&*name), sums.figures(count), compared);
        total.add(&sums);
        total_before += before;
    }
    let customers = read.buyer_count(question)?;
    let compared = question.compare.then_some(total_before);
    sales::totals(&mut table, total.figures(customers), compared);
    Ok(table)
}

fn sums(read: &Read<'_>, of: &Sums, days: Option<(Day, Day)>) -> Result<NumberMap<Sales>> {
    let mut sums: NumberMap<Sales> = NumberMap::default();
    let periods = days.map_or_else(Vec::new, |(from, to)| cover(from, to));
    for (grain, first, last) in periods {
        let (sql, last) = match grain {
            Grain::Year => (of.months, last.plus_months(11)),
            Grain::Month => (of.months, last),
            Grain::Week | Grain::Day => (of.days, last),
        };
        let mut query = read.conn.prepare_cached(sql)?;
        let mut rows = query.query([first.0, last.0])?;
        while let Some(row) = rows.next()? {
            sums.entry(row.get(0)?)
                .or_default()
                .add(&Sales::of_row(row, 1)?);
        }
    }
    Ok(sums)
}

/// How many customers bought in each of the countries within the days, which are all with sales in
/// them. A customer of one of them is counted there; only those of several are looked up by their
/// orders.
fn countries(read: &Read<'_>, question: &Question, sold: &[i64]) -> Result<NumberMap<i64>> {
    let mut counts: NumberMap<i64> = NumberMap::default();
    let Some((from, to)) = question.days else {
        return Ok(counts);
    };
    let ever = question.is_all_time();
    let buyers = if ever {
        RowSet::default()
    } else {
        read.buyers(&question.periods())?
    };
    let (mut once, mut more) = (RowSet::default(), RowSet::default());
    let mut query = read.conn.prepare_cached(COUNTRY_CUSTOMERS)?;
    let mut of_country: Vec<(i64, u32)> = Vec::new();
    for country in sold {
        let mut rows = query.query([country])?;
        while let Some(row) = rows.next()? {
            let customer = row.get(0)?;
            if ever {
                *counts.entry(*country).or_default() += 1;
            } else if buyers.contains(customer) {
                if once.contains(customer) {
                    more.insert(customer);
                }
                once.insert(customer);
                of_country.push((*country, customer));
            }
        }
    }
    for (country, customer) in of_country {
        if !more.contains(customer) {
            *counts.entry(country).or_default() += 1;
        }
    }
    let mut query = read.conn.prepare_cached(COUNTRIES_OF_BUYER)?;
    for customer in more.iter() {
        for country in query.query_map(params![customer, from.0, to.0], |row| row.get(0))? {
            *counts.entry(country?).or_default() += 1;
        }
    }
    Ok(counts)
}
