//! The SVG document around a drawing: size, accessible name and description, metadata, and the
//! embedded font where the file must stand alone.

use plotters::drawing::IntoDrawingArea;

use crate::backend::{SvgElements, push_escaped};
use crate::pen::Pen;
use crate::{Body, Chart, ChartError, bars, figures, font, heading, heat, lines};

/// The document as asked for.
pub(crate) fn write(chart: &Chart) -> Result<String, ChartError> {
    let mut out = String::with_capacity(64 * 1024);
    open(&mut out, chart);
    name(&mut out, chart);
    metadata(&mut out, chart);
    if chart.standalone {
        out.push_str("<style>");
        out.push_str(font::faces_css());
        out.push_str("</style>\n");
    }
    drawing(&mut out, chart)?;
    out.push_str("</g>\n</svg>\n");
    Ok(out)
}

/// The document without what a rasteriser does not draw.
pub(crate) fn write_for_raster(chart: &Chart) -> Result<String, ChartError> {
    let mut out = String::with_capacity(64 * 1024);
    open(&mut out, chart);
    drawing(&mut out, chart)?;
    out.push_str("</g>\n</svg>\n");
    Ok(out)
}

fn open(out: &mut String, chart: &Chart) {
    let (width, height) = (chart.size.width_px, chart.size.height_px);
    out.push_str(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n"
    ));
}

/// `title` and `desc` as first children are the accessible name and description (SVG-AAM 1.0).
fn name(out: &mut String, chart: &Chart) {
    for (element, text) in [("title", &chart.title), ("desc", &description(chart))] {
        if !text.is_empty() {
            push_element(out, element, text);
        }
    }
}

fn description(chart: &Chart) -> String {
    let unit = Some(&chart.unit_y.name).filter(|_| !chart.body.is_empty());
    let parts = [Some(&chart.subtitle), unit, Some(&chart.source_note)];
    let parts: Vec<&str> = parts
        .into_iter()
        .flatten()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(". ")
}

fn metadata(out: &mut String, chart: &Chart) {
    let figures = chart.standalone.then(|| figures::figures_csv(chart));
    if chart.metadata.is_empty() && figures.is_none() {
        return;
    }
    out.push_str("<metadata>\n");
    let given = chart
        .metadata
        .iter()
        .map(|(key, value)| (key.as_str(), value));
    let figures = figures.iter().map(|csv| (figures::KEY, csv));
    for (key, value) in given.chain(figures) {
        out.push_str("<item xmlns=\"urn:counterbook:chart\" key=\"");
        push_escaped(out, key);
        out.push_str("\">");
        push_escaped(out, value);
        out.push_str("</item>\n");
    }
    out.push_str("</metadata>\n");
}

fn push_element(out: &mut String, element: &str, text: &str) {
    out.push_str(&format!("<{element}>"));
    push_escaped(out, text);
    out.push_str(&format!("</{element}>\n"));
}

fn drawing(out: &mut String, chart: &Chart) -> Result<(), ChartError> {
    out.push_str(&format!(
        "<g font-family=\"{}\" font-variant=\"tabular-nums\">\n",
        font::FAMILY
    ));
    let size = (chart.size.width_px, chart.size.height_px);
    let root = SvgElements::new(out, size).into_drawing_area();
    let pen = Pen::new(root, chart);
    pen.ground();
    let frame = heading::draw(&pen, chart);
    match &chart.body {
        body if body.is_empty() => heading::say(&pen, frame, message(chart)),
        Body::Lines { x, series } => lines::draw(&pen, frame, chart, (x, series)),
        Body::HeatMap {
            rows,
            columns,
            values,
        } => {
            heat::draw(&pen, frame, chart, (rows, columns, values));
        }
        body => bars::draw(&pen, frame, chart, body),
    }
    pen.finish()
}

fn message(chart: &Chart) -> &str {
    match &chart.body {
        Body::Empty { message } if !message.is_empty() => message,
        _ => &chart.locale.empty,
    }
}
