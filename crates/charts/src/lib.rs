//! Charts: a typed description in, an SVG text or PNG bytes out.
//!
//! Pure and deterministic: no clock, no files, no system fonts; the same chart gives the same
//! bytes everywhere. One drawing serves both outputs: it is written as SVG through `plotters`, and
//! the PNG is that SVG rasterised with the embedded Inter, so that screen and file look alike.
//! An SVG that is not `standalone` relies on Inter from the page that it stands in, so the page
//! must inline it (an `<img>` cannot see the page's fonts).

mod backend;
mod bar_rows;
mod bar_set;
mod bars;
mod calendar;
mod categories;
mod chart;
mod check;
mod colour;
mod document;
mod error;
mod figures;
mod font;
mod heading;
mod heat;
mod legend;
mod line_ends;
mod lines;
mod locale;
mod number;
mod pen;
mod plot;
mod raster;
mod theme;
mod ticks;

pub use chart::{Axis, Body, Chart, Role, Series, Size, Unit};
pub use colour::Colour;
pub use error::ChartError;
pub use figures::figures_csv;
pub use locale::{DateOrder, Locale};
pub use number::NumberFormat;
pub use theme::{Theme, series_colour};

/// Draws the chart as one SVG document, `size.width_px` by `size.height_px`.
///
/// # Errors
/// [`ChartError`] when the description contradicts itself or passes a limit; drawing itself
/// does not fail.
pub fn svg(chart: &Chart) -> Result<String, ChartError> {
    check::check(chart)?;
    document::write(chart)
}

/// Draws the chart as a PNG of `width_px * scale` by `height_px * scale` pixels, with the title,
/// the caller's metadata and the figures as `iTXt` chunks.
///
/// # Errors
/// As for [`svg()`].
pub fn png(chart: &Chart) -> Result<Vec<u8>, ChartError> {
    check::check(chart)?;
    let drawing = document::write_for_raster(chart)?;
    raster::encode(chart, &drawing)
}
