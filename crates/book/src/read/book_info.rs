//! What the book says of itself: its settings, its size and its days.

use super::favourites::{pattern, tile_page};
use super::suggestions::shown_rules;
use super::{Read, custom};
use crate::device::Device;
use crate::dto::{self, BookInfo, Location};
use crate::error::Result;
use crate::memory::settings_of;
use domain::Day;
use domain::currency::Currency;
use domain::decimal::format_scaled;
use domain::settings::{
    AllocationPolicy, CarrierTerms, RateTerms, Settings, StatusPart, StockPolicy, TaxTerms,
};
use domain::tax::{RoundingPolicy, TaxCategory};
use domain::valuation::Method;
use rusqlite::OptionalExtension as _;
use uuid::Uuid;

pub(crate) const CHANNELS: &str = include_str!("sql/channels.sql");
pub(super) const SALES_DAYS: &str =
    "SELECT (SELECT min(business_day) FROM sales_day), (SELECT max(business_day) FROM sales_day)";
pub(crate) const ROW_COUNT: &str = "SELECT rows FROM row_count WHERE name = ?1";

/// The ways to pay that every book offers.
const PAYMENT_METHODS: [&str; 4] = ["cash", "card", "bank", "other"];
/// The channels that every book offers.
const CHANNELS_OFFERED: [&str; 3] = ["counter", "phone", "web"];

/// What the book's tables do not know of it: where it is open, and what time it is.
#[derive(Clone, Copy, Debug)]
pub struct Opened<'a> {
    /// The file.
    pub path: &'a str,
    /// Why it cannot be written, as a code.
    pub read_only: Option<&'a str>,
    /// Now, UTC milliseconds.
    pub at_ms: i64,
    /// Offset of the local clock from UTC, minutes.
    pub offset_min: i32,
}

impl Opened<'_> {
    /// The business day of now.
    fn day(&self, cutoff_hour: u8) -> Day {
        Day::of_local(self.at_ms, self.offset_min, cutoff_hour)
    }
}

impl Read<'_> {
    /// The settings and the size of the book.
    pub fn book_info(&self, opened: &Opened<'_>) -> Result<BookInfo> {
        let settings = settings_of(self.conn)?;
        let (device, days) = (Device::mine(self.conn)?, self.sales_days()?);
        let cutoff_hour = settings.cutoff_hour();
        let (currency, terms) = (settings.currency().to_owned(), settings.terms.clone());
        Ok(BookInfo {
            id: self.book_id()?,
            name: terms.name.unwrap_or_default(),
            path: opened.path.to_owned(),
            currency_digits: digits(&currency),
            currency,
            country: terms.country.unwrap_or_default(),
            device_prefix: device.prefix,
            version: i64::from(settings.version),
            read_only: opened.read_only.map(str::to_owned),
            schema_version: crate::SCHEMA,
            prices_include_tax: terms.prices_include_tax.unwrap_or(false),
            tax_rounding: rounding(terms.tax_rounding.unwrap_or_default()),
            taxes: terms.taxes.iter().flatten().map(tax).collect(),
            cutoff_hour: i64::from(cutoff_hour),
            purchasing: shown_rules(&terms.purchasing.unwrap_or_default()),
            stock_policy: policy(terms.stock_policy.unwrap_or_default()),
            allocation_policy: allocation(terms.allocation_policy.unwrap_or_default()),
            expired_policy: policy(terms.expired_policy.unwrap_or_default()),
            credit_policy: policy(terms.credit_policy.unwrap_or_default()),
            valuation: valuation(terms.valuation.unwrap_or_default()),
            carriers: settings.carriers().into_iter().map(carrier).collect(),
            exchange_rates: terms.exchange_rates.iter().flatten().map(rate).collect(),
            cash_rounding_minor: settings.cash_rounding_minor(),
            till_required: settings.till_required(),
            loyalty: super::loyalty::programme(&settings.loyalty()),
            code_patterns: terms.code_patterns.iter().flatten().map(pattern).collect(),
            tile_pages: terms.tile_pages.iter().flatten().map(tile_page).collect(),
            receipt_text: said(terms.receipt_text),
            address: said(terms.address),
            tax_number: said(terms.tax_number),
            phone: said(terms.phone),
            email: said(terms.email),
            city: said(terms.city),
            postal_code: said(terms.postal_code),
            contact_name: said(terms.contact_name),
            bank_account: said(terms.bank_account),
            status_shows: status_parts(terms.status_shows.as_deref()),
            payment_methods: PAYMENT_METHODS.map(str::to_owned).to_vec(),
            channels: self.channels()?,
            locations: self.places()?,
            adjustment_reasons: terms.adjustment_reasons.clone().unwrap_or_default(),
            orders: self.row_count("orders")?,
            products: self.row_count("products")?,
            customers: self.row_count("customers")?,
            first_day: days.map(|(first, _)| first.to_string()),
            last_day: days.map(|(_, last)| last.to_string()),
            today: opened.day(cutoff_hour).to_string(),
            unsent_entries: device.last_seq as i64,
            lock_after_min: i64::from(settings.lock_after_min()),
            custom_fields: custom::fields(&terms.custom_fields),
            training: self.trains_for()?.is_some(),
            sample: terms.sample.unwrap_or(false),
        })
    }

    fn book_id(&self) -> Result<Uuid> {
        let sql = "SELECT value FROM meta WHERE key = 'book'";
        let id: [u8; 16] = self.conn.query_row(sql, [], |row| row.get(0))?;
        Ok(Uuid::from_bytes(id))
    }

    /// The settings of the book.
    pub fn settings(&self) -> Result<Settings> {
        settings_of(self.conn)
    }

    /// The first and the last business day with something that counts as a sale.
    pub fn sales_days(&self) -> Result<Option<(Day, Day)>> {
        let mut query = self.conn.prepare_cached(SALES_DAYS)?;
        let (first, last): (Option<i32>, Option<i32>) =
            query.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(first.zip(last).map(|(first, last)| (Day(first), Day(last))))
    }

    /// How many rows a list has without a filter: `orders`, `products` or `customers`.
    pub(crate) fn row_count(&self, list: &str) -> Result<i64> {
        let mut query = self.conn.prepare_cached(ROW_COUNT)?;
        Ok(query
            .query_row([list], |row| row.get(0))
            .optional()?
            .unwrap_or(0))
    }

    /// The channels offered and those that orders came from.
    fn channels(&self) -> Result<Vec<String>> {
        let mut channels = CHANNELS_OFFERED.map(str::to_owned).to_vec();
        for no in self.numbers(CHANNELS)? {
            let channel = self.terms.text(self.conn, no)?;
            if !channels.iter().any(|other| **other == *channel) {
                channels.push(channel.to_string());
            }
        }
        Ok(channels)
    }

    /// Places that are in use or were: what is shown may name any of them.
    fn places(&self) -> Result<Vec<Location>> {
        let rows = self.locations()?.into_iter();
        let places = rows.map(|row| Location {
            id: row.location,
            name: row.name,
        });
        Ok(places.collect())
    }

    fn numbers(&self, sql: &str) -> Result<Vec<i64>> {
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn digits(currency: &str) -> i64 {
    Currency::parse(currency).map_or(2, |currency| i64::from(currency.minor_digits()))
}

fn tax(terms: &TaxTerms) -> dto::Tax {
    dto::Tax {
        code: terms.code.clone(),
        name: terms.name.clone(),
        rate_ppm: terms.rate_ppm,
        category: category(terms.category),
    }
}

fn rate(said: &RateTerms) -> dto::ExchangeRate {
    dto::ExchangeRate {
        currency: said.currency.clone(),
        rate: format_scaled(said.rate_nano, 9, 0),
        from: said.from.to_string(),
        source: said.source.clone(),
    }
}

fn carrier(terms: CarrierTerms) -> dto::Carrier {
    dto::Carrier {
        name: terms.name,
        url: terms.url,
    }
}

fn category(category: TaxCategory) -> dto::TaxCategory {
    match category {
        TaxCategory::Standard => dto::TaxCategory::Standard,
        TaxCategory::Reduced => dto::TaxCategory::Reduced,
        TaxCategory::Zero => dto::TaxCategory::Zero,
        TaxCategory::Exempt => dto::TaxCategory::Exempt,
        TaxCategory::ReverseCharge => dto::TaxCategory::ReverseCharge,
        TaxCategory::IntraCommunity => dto::TaxCategory::IntraCommunity,
        TaxCategory::Export => dto::TaxCategory::Export,
        TaxCategory::None => dto::TaxCategory::None,
        TaxCategory::Withholding => dto::TaxCategory::Withholding,
    }
}

fn rounding(policy: RoundingPolicy) -> dto::TaxRounding {
    match policy {
        RoundingPolicy::PerLine => dto::TaxRounding::PerLine,
        RoundingPolicy::PerRateGroup => dto::TaxRounding::PerRateGroup,
    }
}

fn status_parts(said: Option<&[StatusPart]>) -> Vec<dto::StatusPart> {
    said.unwrap_or_default().iter().map(status_part).collect()
}

fn status_part(part: &StatusPart) -> dto::StatusPart {
    match part {
        StatusPart::Customer => dto::StatusPart::Customer,
        StatusPart::Address => dto::StatusPart::Address,
        StatusPart::Reference => dto::StatusPart::Reference,
        StatusPart::Amounts => dto::StatusPart::Amounts,
    }
}

fn allocation(policy: AllocationPolicy) -> dto::AllocationPolicy {
    match policy {
        AllocationPolicy::Ordered => dto::AllocationPolicy::Ordered,
        AllocationPolicy::Available => dto::AllocationPolicy::Available,
        AllocationPolicy::ByHand => dto::AllocationPolicy::ByHand,
    }
}

fn policy(policy: StockPolicy) -> dto::StockPolicy {
    match policy {
        StockPolicy::Allow => dto::StockPolicy::Allow,
        StockPolicy::Warn => dto::StockPolicy::Warn,
        StockPolicy::Block => dto::StockPolicy::Block,
    }
}

/// The word for a method on the wire.
pub(super) fn valuation(method: Method) -> dto::Valuation {
    match method {
        Method::Fifo => dto::Valuation::Fifo,
        Method::Average => dto::Valuation::Average,
    }
}

/// A text that was said and not taken back.
fn said(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}
