//! The words of a chart that stands alone: what it shows, and of which period.
use book::dto::Report;
use charts::Locale;
use domain::Day;
use serde_json::Value;

/// What a report shows.
pub(super) fn title(report: &str) -> &str {
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
        "stock-value" => "Stock value",
        "stock-movements" => "Stock movements",
        other => other,
    }
}

/// What it is ranked by, the period, and how many rows of all are drawn.
pub(super) fn subtitle(report: &Report, shown: Option<usize>) -> String {
    let said = |key: &str| report.parameters.get(key).and_then(Value::as_str);
    let by = match said("by") {
        Some("revenue") => "by revenue",
        Some("units") => "by units",
        Some("revenue-bottom") => "least revenue first",
        Some("units-bottom") => "fewest units first",
        _ => "",
    };
    let days = [said("from"), said("to")].map(|day| day.and_then(Day::parse));
    let period = match days {
        [Some(from), Some(to)] => format!("{} – {}", written(from), written(to)),
        _ => String::new(),
    };
    let first = shown.map(|shown| format!("the first {shown} of {}", report.rows.len()));
    let parts = [by.to_owned(), period, first.unwrap_or_default()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn written(day: Day) -> String {
    let (year, month, day) = day.ymd();
    let months = Locale::english().months;
    format!("{day} {} {year}", months[month as usize - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_report_has_a_title() {
        for info in book::read::reports() {
            assert_ne!(title(&info.report), info.report);
        }
    }

    #[test]
    fn a_day_is_written_in_words() {
        assert_eq!(written(Day::parse("2010-12-01").unwrap()), "1 Dec 2010");
    }
}
