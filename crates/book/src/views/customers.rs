//! The list of customers: its filter, and what it sorts by.

use super::asked::Asked;
use super::cell::{Cell, cells};
use super::spec::{Demands, Few, Segment, Spec};
use super::touched::{self, Touched};
use crate::dto::{CustomerFilter, CustomerSortKey};
use crate::error::Result;
use crate::fold_text::fts_query;
use crate::row_set::RowSet;
use domain::SubjectKind;
use rusqlite::{Connection, params, params_from_iter};

pub(super) const SEARCH: &str =
    "SELECT rowid FROM customer_search WHERE customer_search MATCH ?1 LIMIT ?2";
pub(super) const MATCHES: &str =
    "SELECT 1 FROM customer_search WHERE customer_search MATCH ?1 AND rowid = ?2";
pub(super) const CUSTOMER_OF_ORDER: &str =
    "SELECT customer FROM orders WHERE no = ?1 AND customer IS NOT NULL LIMIT ?2";

/// Look-ups of this many rows are still "few".
const FEW: usize = 300;

/// A list of customers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct CustomerSpec {
    text: Option<String>,
    archived: Option<bool>,
    country: Option<String>,
    tag: Option<String>,
    sort: CustomerSortKey,
}

impl CustomerSpec {
    /// The list that is asked for.
    pub fn of(asked: &Asked<CustomerFilter, CustomerSortKey>) -> Self {
        let filter = &asked.filter;
        Self {
            text: asked.words(),
            archived: filter.archived,
            country: filter.country.clone(),
            tag: filter.tag.clone(),
            sort: asked
                .sort
                .as_ref()
                .map_or(CustomerSortKey::Name, |sort| sort.key),
        }
    }

    /// The expression that it sorts by.
    fn column(&self) -> &'static str {
        match self.sort {
            CustomerSortKey::Name => "name_key",
            CustomerSortKey::Code => "code",
            CustomerSortKey::Country => "country",
            CustomerSortKey::Orders => "coalesce(documents, 0)",
            CustomerSortKey::Revenue => "coalesce(revenue_minor, 0)",
            CustomerSortKey::LastOrder => "last_day",
            CustomerSortKey::Balance => "coalesce(balance_minor, 0)",
        }
    }

    /// Whether orders can change the list.
    fn follows_orders(&self) -> bool {
        use CustomerSortKey::{Balance, LastOrder, Orders, Revenue};
        matches!(self.sort, Orders | Revenue | LastOrder | Balance)
    }

    /// The full-text query; a text without a word in it finds nothing.
    fn query(&self) -> Option<Option<String>> {
        self.text.as_deref().map(fts_query)
    }
}

/// Customers with their totals.
const WITH_TOTALS: &str =
    "customer LEFT JOIN customer_total ON customer_total.customer = customer.no";

impl Spec for CustomerSpec {
    const NAME: &'static str = "customers";
    const TABLE: &'static str = "customer";

    fn is_bare(&self) -> bool {
        *self == self.bare()
    }

    fn bare(&self) -> Self {
        Self {
            text: None,
            archived: None,
            country: None,
            tag: None,
            sort: self.sort,
        }
    }

    fn is_indexed(&self) -> bool {
        self.sort == CustomerSortKey::Name
    }

    fn segments(&self, _: &Connection) -> Result<Vec<Segment>> {
        let by_code = "customer INDEXED BY customer_by_code";
        Ok(match self.sort {
            CustomerSortKey::Name => {
                vec![Segment::walk(
                    "customer INDEXED BY customer_by_name",
                    "",
                    &["name_key"],
                )]
            }
            CustomerSortKey::Code => vec![
                Segment::walk("customer", "code IS NULL", &[]),
                Segment::walk(by_code, "code IS NOT NULL", &["code"]),
            ],
            CustomerSortKey::Country => vec![Segment::walk("customer", "", &["country"])],
            _ => vec![Segment::walk(WITH_TOTALS, "", &[self.column()])],
        })
    }

    fn demands(&self) -> Demands {
        let mut demands = Demands::default();
        if let Some(archived) = self.archived {
            demands.add("archived", format!("archived = {}", i32::from(archived)));
        }
        if let Some(country) = &self.country {
            demands.add("country", "country = ?".to_owned());
            demands.values.push(country.clone().into());
        }
        if let Some(tag) = &self.tag {
            let tagged = "EXISTS (SELECT 1 FROM customer_tag WHERE tag = ? AND customer = no)";
            demands.conditions.push(tagged.to_owned());
            demands.values.push(tag.clone().into());
        }
        demands
    }

    fn set(&self, conn: &Connection) -> Result<RowSet> {
        let demands = self.demands();
        let mut set = RowSet::default();
        if !demands.conditions.is_empty() || self.text.is_none() {
            let sql = set_sql(&demands);
            let mut query = conn.prepare_cached(&sql)?;
            for no in query.query_map(params_from_iter(&demands.values), |row| row.get(0))? {
                set.insert(no?);
            }
        }
        if let Some(query) = self.query() {
            let found = query.map_or(Ok(Vec::new()), |query| search(conn, &query, -1))?;
            let found: RowSet = found.into_iter().collect();
            if demands.conditions.is_empty() {
                return Ok(found);
            }
            set.intersect(&found);
        }
        Ok(set)
    }

    fn few(&self, conn: &Connection) -> Result<Few> {
        let Some(query) = self.query() else {
            return Ok(Few::None);
        };
        let Some(query) = query else {
            return Ok(Few::All(Vec::new()));
        };
        let rows = search(conn, &query, FEW as i64)?;
        Ok(if rows.len() < FEW {
            Few::All(rows)
        } else {
            Few::Some(rows)
        })
    }

    fn holds(&self, conn: &Connection, no: u32) -> Result<bool> {
        let demands = self.demands();
        let sql = format!("SELECT 1 FROM customer WHERE no = ? AND {}", demands.all());
        let number = rusqlite::types::Value::from(no);
        let values = [&number].into_iter().chain(&demands.values);
        if !conn
            .prepare_cached(&sql)?
            .exists(params_from_iter(values))?
        {
            return Ok(false);
        }
        match self.query() {
            None => Ok(true),
            Some(None) => Ok(false),
            Some(Some(query)) => Ok(conn.prepare_cached(MATCHES)?.exists(params![query, no])?),
        }
    }

    fn key(&self, conn: &Connection, no: u32) -> Result<Option<Vec<Cell>>> {
        Ok(cells(conn, &key_sql(self), no)?)
    }

    fn touched(&self, conn: &Connection, pos: i64) -> Result<Option<Vec<u32>>> {
        let Some(subjects) = touched::subjects(conn, pos)? else {
            return Ok(None);
        };
        let mut rows = Touched::default();
        for (kind, no) in subjects {
            match kind {
                SubjectKind::Customer => rows.add(no),
                SubjectKind::Order if self.follows_orders() => {
                    rows.add_all(conn, CUSTOMER_OF_ORDER, no)?;
                }
                _ => {}
            }
        }
        Ok(rows.rows())
    }
}

/// The statement that gives the key of one customer.
pub(super) fn key_sql(spec: &CustomerSpec) -> String {
    let from = if spec.follows_orders() {
        WITH_TOTALS
    } else {
        "customer"
    };
    format!("SELECT {} FROM {from} WHERE no = ?1", spec.column())
}

/// All customers that a filter lets through.
pub(super) fn set_sql(demands: &Demands) -> String {
    format!(
        "-- scan: one pass over the customers, in the background.\n\
         SELECT no FROM customer WHERE {}",
        demands.all()
    )
}

fn search(conn: &Connection, query: &str, limit: i64) -> Result<Vec<u32>> {
    let mut search = conn.prepare_cached(SEARCH)?;
    let rows = search.query_map(params![query, limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
