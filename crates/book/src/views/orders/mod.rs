//! The list of orders: its filter with row numbers in place of ids, and what it sorts by.

pub(super) mod set;
pub(super) mod sort;
mod text;

use super::asked::Asked;
use super::cell::{Cell, cells};
use super::spec::{Demands, Few, Segment, Spec};
use super::touched::{self, Touched};
use crate::dto::{OrderFilter, OrderSortKey};
use crate::error::Result;
use crate::read::{Read, fulfilment_code, hold_bit, kind_code, payment_code, state_code};
use crate::row_set::RowSet;
use domain::{Day, Refusal, SubjectKind};
use rusqlite::{Connection, params_from_iter};

/// Look-ups of this many rows are still "few".
const FEW: usize = 300;

/// A list of orders.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct OrderSpec {
    text: Option<String>,
    states: Vec<u8>,
    payments: Vec<u8>,
    fulfilments: Vec<u8>,
    kinds: Vec<u8>,
    /// Bits of the flags of orders, one of which must be set.
    holds: u32,
    /// Waits for a day before this one.
    late_on: Option<i32>,
    backordered: bool,
    tags: Vec<String>,
    channels: Option<Vec<i64>>,
    customer: Option<i64>,
    product: Option<i64>,
    run: Option<i64>,
    from: Option<i32>,
    to: Option<i32>,
    due_before: Option<i32>,
    sort: OrderSortKey,
}

impl OrderSpec {
    /// The list that is asked for; `None` when it is empty because it names what is not there.
    pub fn of(read: Read<'_>, asked: &Asked<OrderFilter, OrderSortKey>) -> Result<Option<Self>> {
        let filter = &asked.filter;
        let mut spec = Self::bare_of(asked.sort.as_ref().map_or(OrderSortKey::Placed, |s| s.key));
        spec.text = asked.words();
        spec.states = numbers(&filter.state, state_code);
        spec.payments = numbers(&filter.payment, payment_code);
        spec.fulfilments = numbers(&filter.fulfilment, fulfilment_code);
        spec.kinds = numbers(&filter.kind, kind_code);
        spec.holds = filter
            .hold
            .iter()
            .flatten()
            .fold(0, |bits, one| bits | hold_bit(*one));
        spec.late_on = filter.late.unwrap_or(false).then_some(asked.today);
        spec.backordered = filter.backordered.unwrap_or(false);
        spec.tags = filter.tag.clone().unwrap_or_default();
        spec.from = day("filter.from", filter.from.as_deref())?;
        spec.to = day("filter.to", filter.to.as_deref())?;
        spec.due_before = day("filter.due_before", filter.due_before.as_deref())?;
        if let Some(channels) = filter.channel.as_ref().filter(|some| !some.is_empty()) {
            spec.channels = Some(channel_numbers(read, channels)?);
        }
        let records = [
            (filter.customer, &mut spec.customer),
            (filter.product, &mut spec.product),
            (filter.run, &mut spec.run),
        ];
        for (id, no) in records {
            let Some(id) = id else { continue };
            *no = crate::journal::subject_no(read.conn, id)?;
            if no.is_none() {
                return Ok(None);
            }
        }
        Ok(Some(spec))
    }

    fn bare_of(sort: OrderSortKey) -> Self {
        Self {
            text: None,
            states: Vec::new(),
            payments: Vec::new(),
            fulfilments: Vec::new(),
            kinds: Vec::new(),
            holds: 0,
            late_on: None,
            backordered: false,
            tags: Vec::new(),
            channels: None,
            customer: None,
            product: None,
            run: None,
            from: None,
            to: None,
            due_before: None,
            sort,
        }
    }
}

fn numbers<W: Copy>(words: &Option<Vec<W>>, code: impl Fn(W) -> u8) -> Vec<u8> {
    let mut numbers: Vec<u8> = words.iter().flatten().map(|word| code(*word)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn channel_numbers(read: Read<'_>, channels: &[String]) -> Result<Vec<i64>> {
    let mut numbers = Vec::new();
    for channel in channels {
        numbers.extend(read.terms.find(read.conn, channel)?);
    }
    numbers.sort_unstable();
    numbers.dedup();
    Ok(numbers)
}

fn day(field: &str, text: Option<&str>) -> Result<Option<i32>> {
    let Some(text) = text else { return Ok(None) };
    let day = Day::parse(text).ok_or_else(|| Refusal::at(field, "day_malformed").with(text))?;
    Ok(Some(day.0))
}

impl Spec for OrderSpec {
    const NAME: &'static str = "orders";
    const TABLE: &'static str = "orders";

    fn is_bare(&self) -> bool {
        *self == self.bare()
    }

    fn bare(&self) -> Self {
        Self::bare_of(self.sort)
    }

    fn is_indexed(&self) -> bool {
        true
    }

    fn segments(&self, conn: &Connection) -> Result<Vec<Segment>> {
        sort::segments(conn, self.sort)
    }

    fn first_segments(&self, conn: &Connection) -> Result<Vec<Segment>> {
        match self.single() {
            Some((column, code)) if self.sort == OrderSortKey::Placed => {
                Ok(vec![sort::placed_with(column, &code)])
            }
            _ => self.segments(conn),
        }
    }

    fn demands(&self) -> Demands {
        let mut demands = Demands::default();
        let mut one_of = |column: &'static str, list: String| {
            demands.add(column, format!("{column} IN ({list})"));
        };
        for (column, codes) in self.statuses() {
            one_of(column, listed(codes));
        }
        if !self.kinds.is_empty() {
            one_of("kind", listed(&self.kinds));
        }
        if let Some(channels) = &self.channels {
            one_of("channel", listed(channels));
        }
        if let Some(customer) = self.customer {
            one_of("customer", customer.to_string());
        }
        if let Some(run) = self.run {
            one_of("run", run.to_string());
        }
        if self.holds != 0 {
            demands.add("flags", set::held(self.holds));
        }
        demands.conditions.extend(self.labels());
        if self.from.is_some() || self.to.is_some() {
            let (from, to) = self.days();
            demands.add(
                "business_day",
                format!("business_day BETWEEN {from} AND {to}"),
            );
        }
        if let Some(day) = self.due_before {
            for (column, condition) in set::due_before(day) {
                demands.add(column, condition);
            }
        }
        if let Some(product) = self.product {
            demands.conditions.push(format!(
                "EXISTS (SELECT 1 FROM order_line WHERE product = {product} AND order_no = no)"
            ));
        }
        demands
    }

    fn set(&self, conn: &Connection) -> Result<RowSet> {
        set::set(conn, self)
    }

    fn few(&self, conn: &Connection) -> Result<Few> {
        match &self.text {
            Some(text) => text::few(conn, text),
            None => set::few(conn, self),
        }
    }

    fn holds(&self, conn: &Connection, no: u32) -> Result<bool> {
        let demands = self.demands();
        let sql = format!("SELECT 1 FROM orders WHERE no = ? AND {}", demands.all());
        let mut query = conn.prepare_cached(&sql)?;
        if !query.exists(params_from_iter([no]))? {
            return Ok(false);
        }
        self.text
            .as_deref()
            .map_or(Ok(true), |text| text::matches(conn, text, no))
    }

    fn key(&self, conn: &Connection, no: u32) -> Result<Option<Vec<Cell>>> {
        Ok(cells(conn, sort::key_sql(self.sort), no)?)
    }

    fn touched(&self, conn: &Connection, pos: i64) -> Result<Option<Vec<u32>>> {
        let Some(subjects) = touched::subjects(conn, pos)? else {
            return Ok(None);
        };
        if self.backordered && !subjects.is_empty() {
            // What others order and what comes in move what is left for an order.
            return Ok(None);
        }
        let by_name = self.sort == OrderSortKey::Customer || self.text.is_some();
        let mut rows = Touched::default();
        for (kind, no) in subjects {
            match kind {
                SubjectKind::Order => rows.add(no),
                SubjectKind::Customer if by_name => {
                    rows.add_all(conn, set::ORDERS_OF_CUSTOMER, no)?;
                }
                SubjectKind::Product if self.text.is_some() => {
                    rows.add_all(conn, set::ORDERS_OF_PRODUCT, no)?;
                }
                _ => {}
            }
        }
        Ok(rows.rows())
    }
}

impl OrderSpec {
    /// The first and the last business day, wide open where none is said.
    fn days(&self) -> (i32, i32) {
        (self.from.unwrap_or(i32::MIN), self.to.unwrap_or(i32::MAX))
    }

    /// The statuses that have a condition, with their codes.
    fn statuses(&self) -> Vec<(&'static str, &[u8])> {
        let mut statuses: Vec<(&'static str, &[u8])> = vec![
            ("state", &self.states),
            ("payment", &self.payments),
            ("fulfilment", &self.fulfilments),
        ];
        statuses.retain(|(_, codes)| !codes.is_empty());
        statuses
    }

    /// The conditions on what few orders have, each as a set of row numbers.
    fn labels(&self) -> Vec<String> {
        let late = self.late_on.map(set::late);
        let short = self.backordered.then(|| set::BACKORDERED.to_owned());
        let tagged = (!self.tags.is_empty()).then(|| set::tagged(&self.tags));
        let sets = [late, short, tagged].into_iter().flatten();
        sets.map(|set| format!("no IN ({set})")).collect()
    }

    /// The column and code of a condition for a single one, which an index gives by time.
    fn single(&self) -> Option<(&'static str, String)> {
        let mut statuses = self.statuses().into_iter();
        let status = statuses.find(|(_, codes)| codes.len() == 1);
        let status = status.map(|(column, codes)| (column, listed(codes)));
        let channels = self.channels.as_ref().filter(|list| list.len() == 1);
        status.or_else(|| channels.map(|list| ("channel", listed(list))))
    }
}

fn listed<N: ToString>(numbers: &[N]) -> String {
    numbers
        .iter()
        .map(N::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}
