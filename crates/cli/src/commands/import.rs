//! `counterbook import`: a CSV file into a book, with a report that accounts for every row.
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::arguments::Import;
use crate::failure::Failure;
use crate::house::{House, print, text_of, write_out};

/// Refused rows that the readable report shows; the JSON one has more.
const SHOWN: usize = 20;

/// Imports the file.
pub fn run(asked: &Import) -> Result<(), Failure> {
    let mapping = mapping(asked.format.as_deref())?;
    let report = House::open(&asked.book)?.job(
        "imports.run",
        json!({ "path": text_of(&asked.file), "mapping": mapping, "dry_run": asked.dry_run }),
    )?;
    if asked.json {
        return print(&report);
    }
    write_out(readable(&report).as_bytes())
}

/// No mapping for a layout that the program knows; otherwise the one in the file.
fn mapping(format: Option<&str>) -> Result<Value, Failure> {
    let Some(path) = format.filter(|format| *format != "online-retail") else {
        return Ok(Value::Null);
    };
    if !Path::new(path).is_file() {
        let words = format!("--as {path}: neither a known format (online-retail) nor a file");
        return Err(Failure::Words(words));
    }
    let text = fs::read_to_string(path)?;
    serde_json::from_str(&text).map_err(|error| Failure::Words(format!("{path}: {error}")))
}

fn readable(report: &Value) -> String {
    let mut text = String::new();
    let number = |value: &Value| value.as_i64().unwrap_or_default();
    text.push_str(&format!(
        "{}: {} rows\n",
        string(&report["file"]),
        number(&report["rows"])
    ));
    for (heading, key) in [
        ("what the rows are", "counts"),
        ("what was done", "outcomes"),
    ] {
        text.push_str(&format!("{heading}:\n"));
        for (word, rows) in report[key].as_object().into_iter().flatten() {
            text.push_str(&format!(
                "  {:<20} {:>9}\n",
                word.replace('_', " "),
                number(rows)
            ));
        }
    }
    text.push_str(&format!("documents: {}", number(&report["documents"])));
    text.push_str(&format!(
        ", already there: {}\n",
        number(&report["already_there"])
    ));
    text.push_str("made:");
    for (word, count) in report["created"].as_object().into_iter().flatten() {
        text.push_str(&format!(" {} {},", number(count), word.replace('_', " ")));
    }
    text.truncate(text.trim_end_matches(',').len());
    text.push('\n');
    text.push_str(&notes(report));
    text.push_str(&refusals(report));
    text.push_str(&ending(report));
    text
}

/// What was kept although it is odd.
fn notes(report: &Value) -> String {
    let mut text = format!(
        "exact duplicate rows, kept: {}\n",
        report["duplicates"]["count"]
    );
    let prices = &report["subcent_lines"];
    if prices["count"].as_i64().unwrap_or_default() > 0 {
        let nano = report["rounding_difference_nano"]
            .as_i64()
            .unwrap_or_default();
        text.push_str(&format!(
            "prices below the minor unit, kept: {} (exact total less rounded: {})\n",
            prices["count"],
            nano_text(nano)
        ));
        for price in prices["first"].as_array().into_iter().flatten() {
            let unit_nano = price["unit_price_micro"].as_i64().unwrap_or_default() * 1_000;
            text.push_str(&format!(
                "  row {} of {}: {} at {}\n",
                price["row_number"],
                string(&price["external_id"]),
                string(&price["sku"]),
                nano_text(unit_nano)
            ));
        }
    }
    text
}

fn refusals(report: &Value) -> String {
    let refused = report["refused"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let mut text = String::new();
    for row in refused.iter().take(SHOWN) {
        let column = row["column"]
            .as_str()
            .map(|name| format!(", {name}"))
            .unwrap_or_default();
        text.push_str(&format!(
            "refused row {}{column}: {} {} {}\n",
            row["row"],
            string(&row["code"]),
            string(&row["detail"]),
            string(&row["value"])
        ));
    }
    let all = report["counts"]["refused"].as_u64().unwrap_or_default() as usize;
    if all > SHOWN {
        text.push_str(&format!("and {} refused rows more\n", all - SHOWN));
    }
    text
}

fn ending(report: &Value) -> String {
    if report["dry_run"] == true {
        "a dry run: nothing was changed\n".to_owned()
    } else if report["cancelled"] == true {
        "called off: import the file again to complete it\n".to_owned()
    } else if report["run"].is_null() {
        "everything was there already: nothing was changed\n".to_owned()
    } else {
        format!("import {}\n", string(&report["run"]))
    }
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Billionths as a decimal without needless zeros.
fn nano_text(nano: i64) -> String {
    let sign = if nano < 0 { "-" } else { "" };
    let (whole, rest) = (
        nano.unsigned_abs() / 1_000_000_000,
        nano.unsigned_abs() % 1_000_000_000,
    );
    let text = format!("{sign}{whole}.{rest:09}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::nano_text;

    #[test]
    fn billionths_read_as_decimals() {
        assert_eq!(nano_text(4_000_000), "0.004");
        assert_eq!(nano_text(-1_500_000_000), "-1.5");
        assert_eq!(nano_text(0), "0");
    }
}
