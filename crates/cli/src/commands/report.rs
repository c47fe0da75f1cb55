//! `counterbook report`: a report into a file; the file's ending says as what.
use serde_json::json;

use crate::arguments::Report;
use crate::failure::Failure;
use crate::house::{House, text_of, write_out};

/// Writes the report.
pub fn run(asked: &Report) -> Result<(), Failure> {
    let format = format(asked)?;
    let exported = House::open(&asked.book)?.call(
        "reports.export",
        json!({
            "report": asked.name,
            "from": asked.from,
            "to": asked.to,
            "by": asked.by,
            "limit": asked.limit,
            "compare": asked.compare,
            "path": text_of(&asked.out),
            "format": format,
            "width_px": asked.width,
            "height_px": asked.height,
            "language": asked.language,
        }),
    )?;
    let line = format!(
        "wrote {} ({} bytes)\n",
        text_of(&asked.out),
        exported["bytes"]
    );
    write_out(line.as_bytes())
}

fn format(asked: &Report) -> Result<String, Failure> {
    let ending = asked
        .out
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some(known @ ("png" | "svg" | "csv" | "json")) => Ok(known.to_owned()),
        _ => Err(Failure::Words(
            "--out must end in .png, .svg, .csv or .json".to_owned(),
        )),
    }
}
