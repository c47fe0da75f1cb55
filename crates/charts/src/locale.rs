//! How numbers, dates and the one sentence of an empty chart are written. The sentences of the
//! product live with its text files; this is what a drawing needs of them.

use crate::NumberFormat;

/// Wording of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    /// Decimal and group separators.
    pub number: NumberFormat,
    /// Short names of the months, January first.
    pub months: [String; 12],
    /// How a day is put together with its month.
    pub date_order: DateOrder,
    /// Said where a chart has no figures.
    pub empty: String,
}

/// How a day is put together with its month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// "5 Oct"
    DayMonth,
    /// "5. Okt"
    DayDotMonth,
    /// "Oct 5"
    MonthDay,
}

impl Locale {
    /// British English.
    pub fn english() -> Self {
        Locale {
            number: NumberFormat::default(),
            months: [
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            ]
            .map(str::to_owned),
            date_order: DateOrder::DayMonth,
            empty: "No figures for this choice".to_owned(),
        }
    }

    /// German.
    pub fn german() -> Self {
        Locale {
            number: NumberFormat {
                decimal: ',',
                group: '.',
            },
            months: [
                "Jan", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sep", "Okt", "Nov",
                "Dez",
            ]
            .map(str::to_owned),
            date_order: DateOrder::DayDotMonth,
            empty: "Keine Zahlen für diese Auswahl".to_owned(),
        }
    }

    pub(crate) fn day(&self, day: u32, month: u32) -> String {
        let name = &self.months[month as usize - 1];
        match self.date_order {
            DateOrder::DayMonth => format!("{day} {name}"),
            DateOrder::DayDotMonth => format!("{day}. {name}"),
            DateOrder::MonthDay => format!("{name} {day}"),
        }
    }

    /// A day in words: "5 Oct 2011". `month` counts from 1 to 12.
    pub fn day_with_year(&self, day: u32, month: u32, year: i32) -> String {
        let comma = if self.date_order == DateOrder::MonthDay {
            ","
        } else {
            ""
        };
        format!("{}{comma} {year}", self.day(day, month))
    }

    /// A month in words: "Oct 2011". `month` counts from 1 to 12.
    pub fn month_with_year(&self, month: u32, year: i32) -> String {
        format!("{} {year}", self.months[month as usize - 1])
    }
}
