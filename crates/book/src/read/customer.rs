//! A customer with everything about them.

use super::Read;
use super::moment::month;
use crate::dto::{self, CustomerMonth, CustomerSummary};
use crate::error::{BookError, Result};
use crate::journal;
use domain::credit::Holder;
use domain::customer::{Address, Customer, TaxExemption};
use domain::order::{Order, PaymentStatus};
use domain::{CustomerId, Day, Entry, State, SubjectKind};
use rusqlite::OptionalExtension as _;
use uuid::Uuid;

const CUSTOMER_ACCOUNT: &str = include_str!("sql/customer_account.sql");
pub(crate) const CUSTOMER_MONTH: &str = include_str!("sql/customer_month.sql");

/// How many months a page shows.
pub(super) const MONTHS: i32 = 24;

/// What is open of a customer's orders.
struct Owed {
    open_minor: i64,
    overdue_minor: i64,
    overdue_orders: i64,
    oldest: Option<i32>,
}

impl Owed {
    /// Adds an order whose row still waits.
    fn add(&mut self, order: &Order, today: Day) {
        let paid_up = !matches!(
            order.payment_status(),
            PaymentStatus::Unpaid | PaymentStatus::PartPaid
        );
        if !order.is_visible() || order.state_word() != "placed" || paid_up {
            return;
        }
        let open_minor = order.due_in_book();
        self.open_minor = self.open_minor.saturating_add(open_minor);
        let Some(due) = order.due_day() else { return };
        self.oldest = Some(self.oldest.map_or(due.0, |oldest| oldest.min(due.0)));
        if due < today {
            self.overdue_minor = self.overdue_minor.saturating_add(open_minor);
            self.overdue_orders += 1;
        }
    }
}

pub(crate) const COUNTRY_NAMES: &str = include_str!("sql/country_names.sql");

impl Read<'_> {
    /// Customers whose country is no code of two letters, with what stands there instead.
    pub fn country_names(&self) -> Result<Vec<(Uuid, String)>> {
        self.all(COUNTRY_NAMES, [], |row| {
            Ok((Uuid::from_bytes(row.get(0)?), row.get(1)?))
        })
    }

    /// A customer by id.
    pub fn customer(&self, id: Uuid) -> Result<dto::Customer> {
        let no = self.no_of(id, "customer")?;
        let row = self
            .customer_row(no)?
            .ok_or(BookError::NotFound("customer"))?;
        let (customer, entries) = self.folded_customer(no)?;
        let timeline = self.timeline(&entries)?;
        let address = address(&customer);
        let list = customer.price_list();
        let payment_days = customer.payment_days();
        let credit_limit_minor = customer.credit_limit_minor();
        let (facts, personal) = (customer.facts, customer.personal);
        let said = |text: Option<String>| text.filter(|text| !text.is_empty());
        Ok(dto::Customer {
            address,
            tags: facts.tags.unwrap_or_default(),
            note: said(personal.note),
            loyalty_card: said(personal.loyalty_card),
            tax_number: said(personal.tax_number),
            tax_certificate: said(personal.tax_certificate),
            price_list: list.map(|list| list.0),
            price_list_name: self.price_list_name(list)?,
            payment_days: payment_days.map(i64::from),
            credit_limit_minor,
            tax_exemption: facts.tax_exemption.and_then(exemption),
            credit_minor: self.credit_of(Holder::StoreCredit(CustomerId(id)))?,
            average_minor: row.revenue_minor.checked_div(row.orders).unwrap_or(0),
            months: self.customer_months(no)?,
            timeline,
            row,
        })
    }

    /// The customer beside an order; `None` when it is gone.
    pub(crate) fn customer_summary(&self, id: Uuid) -> Result<Option<CustomerSummary>> {
        let no = self.row_no(SubjectKind::Customer, id)?;
        let no = no.ok_or(BookError::NotFound("customer"))?;
        let Some(row) = self.customer_row(no)? else {
            return Ok(None);
        };
        let opened = self
            .opened(SubjectKind::Customer, id)
            .map(|open| &*open.now);
        let address = match opened {
            Some(State::Customer(customer)) => address(customer),
            _ => address(&self.folded_customer(no)?.0),
        };
        Ok(Some(CustomerSummary {
            id,
            name: row.name,
            address: address.map(|address| in_lines(&address)),
            email: row.email,
            phone: row.phone,
            orders: row.orders,
            revenue_minor: row.revenue_minor,
            balance_minor: row.balance_minor,
            credit_minor: self.credit_of(Holder::StoreCredit(CustomerId(id)))?,
        }))
    }

    /// What a customer owes on a business day, and may owe.
    pub fn customer_account(&self, id: Uuid, today: Day) -> Result<dto::CustomerAccount> {
        let no = self.no_of(id, "customer")?;
        let (customer, _) = self.folded_customer(no)?;
        let credit_limit_minor = customer.credit_limit_minor();
        let mut query = self.conn.prepare_cached(CUSTOMER_ACCOUNT)?;
        let mut owed = query.query_row([no, i64::from(today.0)], |row| {
            Ok(Owed {
                open_minor: row.get(0)?,
                overdue_minor: row.get(1)?,
                overdue_orders: row.get(2)?,
                oldest: row.get(3)?,
            })
        })?;
        let sql = "-- scan: a few thousand rows at most.
            SELECT subject FROM waiting WHERE customer = ?1";
        for order in self.all::<i64>(sql, [no], |row| row.get(0))? {
            owed.add(&self.folded_order(order)?.0, today);
        }
        let free = credit_limit_minor.map(|limit| limit.saturating_sub(owed.open_minor));
        Ok(dto::CustomerAccount {
            open_minor: owed.open_minor,
            overdue_minor: owed.overdue_minor,
            overdue_orders: owed.overdue_orders,
            credit_limit_minor,
            free_minor: free,
            oldest_due_day: owed.oldest.map(|day| Day(day).to_string()),
        })
    }

    fn folded_customer(&self, no: i64) -> Result<(Customer, Vec<Entry>)> {
        let mut entries = journal::entries(self.conn, self.terms, no)?;
        match domain::fold(SubjectKind::Customer, &mut entries) {
            State::Customer(customer) => Ok((*customer, entries)),
            _ => Err(BookError::Inconsistent(
                "a customer folds to something else".into(),
            )),
        }
    }

    /// The last months up to the book's last day of sales, months without sales included.
    fn customer_months(&self, no: i64) -> Result<Vec<CustomerMonth>> {
        let mut query = self.conn.prepare_cached(CUSTOMER_MONTH)?;
        let mut months = Vec::new();
        for period in self.last_months()? {
            let found = query.query_row([no, i64::from(period.0)], |row| {
                Ok((row.get(0)?, row.get(1)?))
            });
            let (orders, revenue_minor) = found.optional()?.unwrap_or((0, 0));
            months.push(CustomerMonth {
                month: month(period),
                orders,
                revenue_minor,
            });
        }
        Ok(months)
    }

    /// The first days of the last months up to the book's last day of sales, oldest first.
    pub(crate) fn last_months(&self) -> Result<Vec<Day>> {
        let Some((_, last)) = self.sales_days()? else {
            return Ok(Vec::new());
        };
        Ok((0..MONTHS)
            .rev()
            .map(|back| last.plus_months(-back))
            .collect())
    }
}

fn exemption(said: TaxExemption) -> Option<dto::TaxExemption> {
    (!said.reason.is_empty()).then(|| dto::TaxExemption {
        reason: said.reason,
        until: said.until.map(|day| day.to_string()),
    })
}

fn address(customer: &Customer) -> Option<dto::Address> {
    let said = customer.personal.address.clone().unwrap_or_default();
    let country = customer.facts.country.clone().unwrap_or_default();
    (said != Address::default()).then(|| dto::Address {
        street: said.street.unwrap_or_default(),
        postal_code: said.postal_code.unwrap_or_default(),
        city: said.city.unwrap_or_default(),
        region: said.region.unwrap_or_default(),
        country,
    })
}

/// The lines of an address as a letter has them.
fn in_lines(address: &dto::Address) -> String {
    let town = format!("{} {}", address.postal_code, address.city);
    let lines = [
        address.street.as_str(),
        town.trim(),
        &address.region,
        &address.country,
    ];
    let filled: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    filled.join("\n")
}
