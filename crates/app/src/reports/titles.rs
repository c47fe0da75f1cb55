//! The words of a chart that stands alone: what it shows, and of which period.
use book::dto::Report;
use serde_json::Value;

/// What a report shows.
pub(super) fn title(report: &str) -> &str {
    match report {
        "sales-by-day" => "Sales by day",
        "sales-by-week" => "Sales by week",
        "sales-by-month" => "Sales by month",
        "sales-by-country" => "Sales by country",
        "sales-by-channel" => "Sales by channel",
        "top-products" => "Products",
        "top-customers" => "Customers",
        "customers-new-returning" => "New and returning customers",
        "returns" => "Returns",
        "hour-weekday" => "Sales by weekday and hour",
        "stock-value" => "Stock value",
        "stock-movements" => "Stock movements",
        other => other,
    }
}

/// The period and what it is ranked by.
pub(super) fn subtitle(report: &Report) -> String {
    let said = |key: &str| report.parameters.get(key).and_then(Value::as_str);
    let period = match (said("from"), said("to")) {
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("to {to}"),
        (None, None) => String::new(),
    };
    let by = match said("by") {
        Some("revenue") => "by revenue",
        Some("units") => "by units",
        Some("revenue-bottom") => "least revenue first",
        Some("units-bottom") => "fewest units first",
        _ => "",
    };
    let parts: Vec<&str> = [by, &period].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
