//! A heat map: cells from the faint surface to the full accent (brown below zero), the value in
//! each cell where it can be read, and a scale that says what the colours mean.

use crate::number::{Scaled, decimals_needed};
use crate::pen::{Frame, Lettering, Pen};
use crate::{Chart, Colour, Theme};

type Table<'c> = (&'c [String], &'c [String], &'c [Vec<Option<i64>>]);

/// Draws the table (rows, columns, values) into `frame`.
pub(crate) fn draw(pen: &Pen, frame: Frame, chart: &Chart, table: Table) {
    let (rows, columns, values) = table;
    let scale = Scale::over(pen, values);
    let body = legend(pen, chart, frame, &scale);
    let look = pen.label().tint(pen.tones.ink_2);
    let names = look.widest_px(rows).min(body.width() * 0.25);
    let foot = look.size_px * if chart.unit_x.is_some() { 3.2 } else { 1.8 };
    let left = (body.left + names + look.size_px * 0.7).round();
    let grid = Grid {
        frame: Frame {
            left,
            bottom: (body.bottom - foot).round(),
            ..body
        },
        rows: rows.len(),
        columns: columns.len(),
    };
    cells(pen, chart, &grid, values, &scale);
    row_names(pen, &grid, rows, (body.left, names));
    column_names(pen, &grid, columns);
    if let Some(name) = &chart.unit_x {
        let look = pen.label().right();
        let at = (body.right, body.bottom - look.size_px * 0.1);
        pen.text(&look.fit(name, body.width()), at, look);
    }
}

struct Grid {
    frame: Frame,
    rows: usize,
    columns: usize,
}

impl Grid {
    fn pitch(&self) -> (f64, f64) {
        let (rows, columns) = (self.rows as f64, self.columns as f64);
        (self.frame.width() / columns, self.frame.height() / rows)
    }

    /// The cell on whole pixels, with a gap of one where there is room.
    fn cell(&self, row: usize, column: usize) -> Frame {
        let (wide, high) = self.pitch();
        let edge = |start: f64, pitch: f64, at: usize| start + pitch * at as f64;
        let fine = |px: f64, pitch: f64| if pitch < 4.0 { px } else { px.round() };
        let gap = |pitch: f64| if pitch < 4.0 { 0.0 } else { 1.0 };
        Frame {
            left: fine(edge(self.frame.left, wide, column), wide),
            right: fine(edge(self.frame.left, wide, column + 1), wide) - gap(wide),
            top: fine(edge(self.frame.top, high, row), high),
            bottom: fine(edge(self.frame.top, high, row + 1), high) - gap(high),
        }
    }
}

/// From values to colours.
struct Scale {
    least: i64,
    greatest: i64,
    zero: Colour,
    full: Colour,
    below: Colour,
}

impl Scale {
    fn over(pen: &Pen, values: &[Vec<Option<i64>>]) -> Scale {
        let all = || values.iter().flatten().flatten().copied();
        let (zero, full, below) = match pen.theme {
            Theme::Light => (0xeaf3ef, 0x0a5c45, 0x9a4a00),
            Theme::Dark => (0x223430, 0x6fe0b8, 0xf0a860),
            Theme::Contrast => (0x2e2800, 0xffd800, 0x9fd0ff),
        };
        Scale {
            least: all().min().unwrap_or(0).min(0),
            greatest: all().max().unwrap_or(0).max(0),
            zero: Colour::hex(zero),
            full: Colour::hex(full),
            below: Colour::hex(below),
        }
    }

    fn colour(&self, n: i64) -> Colour {
        let most = (self.greatest as f64).max(-(self.least as f64)).max(1.0);
        let end = if n < 0 { self.below } else { self.full };
        self.zero.mix(end, (n as f64 / most).abs())
    }
}

fn cells(pen: &Pen, chart: &Chart, grid: &Grid, values: &[Vec<Option<i64>>], scale: &Scale) {
    let writing = Writing::fitting(pen, chart, grid, values);
    for (row, cells) in values.iter().enumerate() {
        for (column, value) in cells.iter().enumerate() {
            let cell = grid.cell(row, column);
            let colour = value.map_or(pen.tones.faint, |n| scale.colour(n));
            pen.fill(cell, colour);
            if let (Some(n), Some(writing)) = (value, &writing) {
                let middle = (
                    (cell.left + cell.right) / 2.0,
                    (cell.top + cell.bottom) / 2.0,
                );
                let look = writing.look.tint(readable(colour));
                pen.text(&writing.text(chart, *n), middle, look);
            }
        }
    }
}

/// The one of black and white that stands out more: at least 4.5 : 1 on any ground.
fn readable(ground: Colour) -> Colour {
    let (black, white) = (Colour::hex(0x000000), Colour::hex(0xffffff));
    if black.contrast(ground) >= white.contrast(ground) {
        black
    } else {
        white
    }
}

/// How values are written into cells, all in the same way.
struct Writing {
    look: Lettering,
    /// Significant digits of a short number; `None` for the full one.
    digits: Option<u8>,
    shown: u8,
}

impl Writing {
    /// The fullest writing that fits into every cell, if any does.
    fn fitting(
        pen: &Pen,
        chart: &Chart,
        grid: &Grid,
        values: &[Vec<Option<i64>>],
    ) -> Option<Writing> {
        let (wide, high) = grid.pitch();
        let all = || values.iter().flatten().flatten().copied();
        let decimals = chart.unit_y.decimals;
        let shown = decimals_needed(all().map(i128::from), decimals);
        let short = [Some(3), Some(2)]
            .into_iter()
            .filter(|_| chart.unit_y.compact);
        let sizes = [1.0, 0.9, 0.82].map(|part| pen.label().size_px * part);
        let look = |size: f64| pen.label().sized(size).centred().middle();
        let writings = std::iter::once(None).chain(short).flat_map(|digits| {
            sizes.into_iter().map(move |size| Writing {
                look: look(size),
                digits,
                shown,
            })
        });
        let mut writings = writings.filter(|one| one.look.size_px * 1.2 <= high);
        let fits = |one: &Writing| all().all(|n| one.width_px(chart, n) <= wide - 5.0);
        writings.find(fits)
    }

    fn width_px(&self, chart: &Chart, n: i64) -> f64 {
        self.look.width_px(&self.text(chart, n))
    }

    fn text(&self, chart: &Chart, n: i64) -> String {
        let value = Scaled {
            n: i128::from(n),
            decimals: chart.unit_y.decimals,
        };
        match self.digits {
            Some(digits) => chart.locale.number.compact(value, digits),
            None => chart.locale.number.fixed(value, self.shown),
        }
    }
}

/// The unit at the left and the scale at the right, above the cells.
fn legend(pen: &Pen, chart: &Chart, frame: Frame, scale: &Scale) -> Frame {
    let look = pen.label().hanging();
    if frame.height() < 100.0 {
        return frame;
    }
    let ends = [scale.least, scale.greatest].map(|n| end_text(chart, n));
    let bar = (frame.width() * 0.25).min(140.0 * pen.em);
    let right = frame.right - look.width_px(&ends[1]) - 6.0;
    let left = (right - bar).round();
    let bottom = frame.top + look.size_px * 0.75;
    let steps = 28;
    for step in 0..steps {
        let edge = |at: i32| left + bar * f64::from(at) / f64::from(steps);
        let part = (f64::from(step) + 0.5) / f64::from(steps);
        let n = scale.least as f64 + (scale.greatest as f64 - scale.least as f64) * part;
        let strip = Frame {
            left: edge(step),
            // To the end, under the next ones, so that no seam shows between them.
            right: left + bar,
            top: frame.top,
            bottom,
        };
        pen.fill(strip, scale.colour(n as i64));
    }
    pen.text(&ends[1], (frame.right, frame.top), look.right());
    pen.text(&ends[0], (left - 6.0, frame.top), look.right());
    let room = left - 6.0 - look.width_px(&ends[0]) - look.size_px - frame.left;
    pen.text(
        &look.fit(&chart.unit_y.name, room),
        (frame.left, frame.top),
        look,
    );
    Frame {
        top: (frame.top + look.size_px * 1.9).round(),
        ..frame
    }
}

fn end_text(chart: &Chart, n: i64) -> String {
    let value = Scaled {
        n: i128::from(n),
        decimals: chart.unit_y.decimals,
    };
    if chart.unit_y.compact {
        return chart.locale.number.compact(value, 3);
    }
    let shown = decimals_needed([value.n].into_iter(), chart.unit_y.decimals);
    chart.locale.number.fixed(value, shown)
}

fn row_names(pen: &Pen, grid: &Grid, names: &[String], (left_px, room_px): (f64, f64)) {
    let look = pen.label().tint(pen.tones.ink_2).middle();
    let (_, pitch) = grid.pitch();
    let every = (look.size_px * 1.25 / pitch).ceil().max(1.0) as usize;
    for (row, name) in names.iter().enumerate().step_by(every) {
        let cell = grid.cell(row, 0);
        let y = (cell.top + cell.bottom) / 2.0;
        pen.text(&look.fit(name, room_px + 0.5), (left_px, y), look);
    }
}

fn column_names(pen: &Pen, grid: &Grid, names: &[String]) {
    let look = pen.label().centred().hanging();
    let (pitch, _) = grid.pitch();
    let widest = look.widest_px(names).min(look.size_px * 6.0) + look.size_px * 0.5;
    let every = (widest / pitch).ceil().max(1.0) as usize;
    let room = pitch * every as f64 - look.size_px * 0.4;
    for (column, name) in names.iter().enumerate().step_by(every) {
        let cell = grid.cell(0, column);
        let x = (cell.left + cell.right) / 2.0;
        pen.text(
            &look.fit(name, room),
            (x, grid.frame.bottom + look.size_px * 0.6),
            look,
        );
    }
}
