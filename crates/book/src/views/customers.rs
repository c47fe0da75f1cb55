//! The list of customers: its filter, and what it sorts by.

use super::asked::Asked;
use super::cell::{Cell, cells};
use super::custom::{Held, held};
use super::spec::{Demands, Few, Segment, Spec};
use super::touched::{self, Touched};
use super::worded::{Index, Worded};
use crate::dto::{CustomerFilter, CustomerSortKey};
use crate::error::Result;
use crate::row_set::RowSet;
use domain::SubjectKind;
use rusqlite::Connection;

pub(super) const INDEX: Index = Index {
    search: "SELECT rowid FROM customer_search WHERE customer_search MATCH ?1 LIMIT ?2",
    matches: "SELECT 1 FROM customer_search WHERE customer_search MATCH ?1 AND rowid = ?2",
    rows: "SELECT no FROM customer WHERE ",
    row: "SELECT 1 FROM customer WHERE no = ? AND ",
};
pub(super) const CUSTOMER_OF_ORDER: &str =
    "SELECT customer FROM orders WHERE no = ?1 AND customer IS NOT NULL LIMIT ?2";

/// A list of customers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct CustomerSpec {
    text: Option<String>,
    archived: Option<bool>,
    country: Option<String>,
    tag: Option<String>,
    custom: Vec<Held>,
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
            custom: held(filter.custom.as_deref()),
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

    /// What filter and text ask for.
    fn worded(&self) -> Worded<'_> {
        Worded {
            index: &INDEX,
            text: self.text.as_deref(),
            demands: self.demands(),
        }
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
            custom: Vec::new(),
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
        for held in &self.custom {
            held.add_to(&mut demands, Self::TABLE);
        }
        demands
    }

    fn set(&self, conn: &Connection) -> Result<RowSet> {
        self.worded().set(conn)
    }

    fn few(&self, conn: &Connection) -> Result<Few> {
        self.worded().few(conn)
    }

    fn holds(&self, conn: &Connection, no: u32) -> Result<bool> {
        self.worded().holds(conn, no)
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
