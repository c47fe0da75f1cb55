//! The language of a chart and of a table that leave the program.
use book::dto::{ERASED, ReportColumn};
use charts::Locale;

use super::german;
use crate::language::Language;

/// Monday first.
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

impl Language {
    /// How numbers and dates are written, and what a chart without figures says.
    pub(super) fn locale(self) -> Locale {
        match self {
            Self::En => Locale::english(),
            Self::De => Locale::german(),
        }
    }

    /// The short name of a weekday; 0 is Monday.
    pub(super) fn weekday(self, weekday: usize) -> &'static str {
        let names = match self {
            Self::En => WEEKDAYS,
            Self::De => german::WEEKDAYS,
        };
        names.get(weekday).copied().unwrap_or("–")
    }

    /// The heading of a column.
    pub(super) fn column(self, column: &ReportColumn) -> &str {
        self.known(german::COLUMNS, &column.key)
            .unwrap_or(&column.title)
    }

    /// The name of a channel; what a book calls its own stays.
    pub(super) fn channel(self, channel: &str) -> &str {
        let english = [("counter", "Counter"), ("phone", "Phone"), ("web", "Web")];
        let english = english.into_iter().chain([("import", "Import")]);
        let found = self.known(german::CHANNELS, channel);
        let mut english = english.filter(|(known, _)| *known == channel);
        found
            .or_else(|| english.next().map(|(_, name)| name))
            .unwrap_or(channel)
    }

    /// The name of a customer; one that was erased is named in the language.
    pub(super) fn person(self, name: &str) -> String {
        match name.strip_prefix(ERASED) {
            Some(end) if self == Self::De => format!("{}{end}", german::ERASED),
            _ => name.to_owned(),
        }
    }

    /// What is counted: goods.
    pub(super) fn units(self) -> &'static str {
        match self {
            Self::En => "units",
            Self::De => "Stück",
        }
    }

    /// What is counted: people.
    pub(super) fn customers(self) -> &'static str {
        match self {
            Self::En => "customers",
            Self::De => "Kunden",
        }
    }

    /// What is counted: time.
    pub(super) fn days(self) -> &'static str {
        match self {
            Self::En => "days",
            Self::De => "Tage",
        }
    }

    /// How many rows of all are drawn.
    pub(super) fn first_of(self, shown: usize, all: usize) -> String {
        match self {
            Self::En => format!("the first {shown} of {all}"),
            Self::De => format!("die ersten {shown} von {all}"),
        }
    }

    fn known(self, german: &[(&str, &'static str)], key: &str) -> Option<&'static str> {
        let mut found = german.iter().filter(|(known, _)| *known == key);
        found
            .next()
            .filter(|_| self == Self::De)
            .map(|(_, name)| *name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Shop;
    use book::dto::Report;
    use serde_json::json;

    #[test]
    fn every_column_of_every_report_has_a_german_heading() {
        let shop = Shop::open();
        shop.placed(&shop.product("MUG", 12_000_000), 1_000);
        for info in book::read::reports() {
            let input = json!({ "report": info.report, "compare": true });
            let report: Report = shop.call("reports.run", input);
            for column in &report.columns {
                let known = german::COLUMNS.iter().any(|(key, _)| *key == column.key);
                assert!(known, "{} of {}", column.key, info.report);
            }
        }
    }
}
