//! Reports: figures over a time, from the roll-ups. Every total counts the whole period and
//! everything in it, whatever of it the rows show.

mod catalogue;
mod classes;
mod cover;
mod customers;
mod days_of_cover;
mod distinct;
mod expiring;
mod forecast;
mod goods_rows;
mod hours;
mod margin;
mod movements;
mod places;
mod products;
mod question;
mod returning;
mod returns;
mod sales;
mod series;
mod stock_outs;
mod stock_value;
mod table;
mod turnover;

pub use catalogue::{adds_up_goods, reports};
pub use cover::{Grain, cover};
pub(super) use stock_value::word as basis_word;

use super::Read;
use crate::dto::{Report, ReportInput};
use crate::error::Result;
use domain::Day;
use question::Question;
use table::Table;

impl Read<'_> {
    /// The figures of a report. A book without sales has none; `today` stands for its days.
    ///
    /// # Errors
    /// An unknown report, a parameter that makes no sense.
    pub fn report(&self, asked: &ReportInput, today: Day) -> Result<Report> {
        let question = Question::of(self, asked, today)?;
        let table = self.table(&question)?;
        Ok(Report {
            report: question.info.report.clone(),
            parameters: question.parameters(),
            currency: self.settings()?.currency().to_owned(),
            columns: table.columns,
            rows: table.rows,
            totals: table.totals,
        })
    }

    fn table(&self, question: &Question) -> Result<Table> {
        match question.info.report.as_str() {
            "sales-by-day" => series::by(self, question, Grain::Day),
            "sales-by-week" => series::by(self, question, Grain::Week),
            "sales-by-month" => series::by(self, question, Grain::Month),
            "sales-by-country" => places::by_country(self, question),
            "sales-by-channel" => places::by_channel(self, question),
            "top-products" => products::top(self, question),
            "top-customers" => customers::top(self, question),
            "customers-new-returning" => returning::by_month(self, question),
            "returns" => returns::by_month(self, question),
            "hour-weekday" => hours::by_weekday(self, question),
            "margin" => margin::by(self, question),
            "abc-xyz" => classes::by(self, question),
            "forecast" => forecast::by(self, question),
            "stock-value" => stock_value::by_product(self, question),
            "stock-outs" => stock_outs::by_product(self, question),
            "turnover" => turnover::by(self, question),
            "sell-through" => turnover::sell_through(self, question),
            "days-of-cover" => days_of_cover::cover(self, question),
            "overstock" => days_of_cover::overstock(self, question),
            "dead-stock" => days_of_cover::dead(self, question),
            "expiring-lots" => expiring::by_lot(self, question),
            _ => movements::by_month(self, question),
        }
    }
}
