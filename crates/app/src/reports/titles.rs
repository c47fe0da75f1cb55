//! The words of a chart that stands alone: what it shows, and of which period.
use book::dto::Report;
use domain::Day;
use serde_json::Value;

use super::german;
use crate::language::Language;

/// What a report shows.
pub(super) fn title(report: &str, language: Language) -> &str {
    if language == Language::De {
        return of(german::TITLES, report).unwrap_or(report);
    }
    match report {
        "sales-by-day" => "Sales by day",
        "sales-by-week" => "Sales by week",
        "sales-by-month" => "Sales by month",
        "sales-by-country" => "Sales by country",
        "sales-by-channel" => "Sales by channel",
        "top-products" => "Sales by product",
        "top-customers" => "Sales by customer",
        "customers-new-returning" => "New and returning customers",
        "returns" => "Returns",
        "hour-weekday" => "Sales by weekday and hour",
        "margin" => "Costs and margins",
        "abc-xyz" => "Classes of products",
        "forecast" => "Forecast",
        "stock-value" => "Stock value",
        "stock-outs" => "Missed sales",
        "turnover" => "Turnover of stock",
        "sell-through" => "Sell-through",
        "days-of-cover" => "Days of cover",
        "overstock" => "Overstock",
        "dead-stock" => "Dead stock",
        "expiring-lots" => "Lots that expire",
        "stock-movements" => "Stock movements",
        other => other,
    }
}

/// What it is ranked by, the period, and how many rows of all are drawn.
pub(super) fn subtitle(report: &Report, shown: Option<usize>, language: Language) -> String {
    let said = |key: &str| report.parameters.get(key).and_then(Value::as_str);
    let by = said("by").map_or("", |by| ranked(by, language));
    let days = [said("from"), said("to")].map(|day| day.and_then(Day::parse));
    let period = match days {
        [Some(from), Some(to)] => {
            format!("{} – {}", written(from, language), written(to, language))
        }
        _ => String::new(),
    };
    let first = shown.map(|shown| language.first_of(shown, report.rows.len()));
    let parts = [by.to_owned(), period, first.unwrap_or_default()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn ranked(by: &str, language: Language) -> &'static str {
    match (language, by) {
        (Language::De, by) => of(german::ORDERS, by).unwrap_or(""),
        (_, "revenue") => "by revenue",
        (_, "units") => "by units",
        (_, "revenue-bottom") => "least revenue first",
        (_, "units-bottom") => "fewest units first",
        (_, "fifo") => "first in, first out",
        (_, "average") => "at the moving average",
        (_, "product") => "by product",
        (_, "category") => "by category",
        (_, "class") => "by class",
        (_, "month") => "by month",
        _ => "",
    }
}

fn of(words: &[(&str, &'static str)], key: &str) -> Option<&'static str> {
    let mut found = words.iter().filter(|(known, _)| *known == key);
    found.next().map(|(_, word)| *word)
}

fn written(day: Day, language: Language) -> String {
    let (year, month, day) = day.ymd();
    language.locale().day_with_year(day, month, year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_report_has_a_title() {
        for info in book::read::reports() {
            for language in [Language::En, Language::De] {
                assert_ne!(title(&info.report, language), info.report);
            }
        }
    }

    #[test]
    fn a_day_is_written_in_words() {
        let day = Day::parse("2010-12-01").unwrap();
        assert_eq!(written(day, Language::En), "1 Dec 2010");
        assert_eq!(written(day, Language::De), "1. Dez 2010");
    }
}
