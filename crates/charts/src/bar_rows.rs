//! Lying bars: names at the left, bars from a common zero line, and the numbers in a column at
//! the right, so that it reads like the table that it is. Where the rows are too low for numbers,
//! an axis takes their place.

use crate::bar_set::BarSet;
use crate::bars::{Slots, visible, written, zero_line};
use crate::number::{Scaled, decimals_needed};
use crate::pen::{Frame, Lettering, Pen};
use crate::plot::{Plot, unit_below};
use crate::ticks::Ticks;
use crate::{Chart, Colour, legend};

/// Draws the bars of `set` into `frame`.
pub(crate) fn draw<'a>(pen: &Pen<'a>, frame: Frame, chart: &Chart, set: &BarSet) {
    let frame = unit_below(pen, chart, frame);
    let pitch = (frame.height() - pen.label().size_px * 1.9) / set.names.len() as f64;
    let thickness = Slots::new(pen, set, 0.0, pitch).thickness;
    let row = if set.slots() > 1 { thickness } else { pitch };
    match row >= pen.label().size_px * 1.1 && frame.width() > 240.0 {
        true => with_numbers(pen, frame, chart, set),
        false => with_axis(pen, frame, chart, set),
    }
}

fn with_numbers<'a>(pen: &Pen<'a>, frame: Frame, chart: &Chart, set: &BarSet) {
    let look = pen.label().tint(pen.tones.ink).right();
    let texts = numbers(chart, set, &look, frame.width() * 0.3);
    let column = look.widest_px(texts.iter().flatten());
    let body = legend::above_column(pen, chart, frame, &set.legend());
    let (names_px, gap) = (names_px(pen, set, &frame), pen.label().size_px);
    let left = (body.left + names_px + gap).round();
    let inner = Frame {
        left,
        right: (body.right - column - gap).floor(),
        ..body
    };
    let (least, greatest) = set.range();
    let plot = rows_plot(
        pen,
        inner,
        set,
        (least as f64, (greatest as f64).max(least as f64 + 1.0)),
    );
    let pitch = inner.height() / set.names.len() as f64;
    fill(pen, &plot, set);
    zero_line(pen, &plot, true);
    for (at, row) in texts.iter().enumerate() {
        let slots = Slots::new(pen, set, inner.top + pitch * at as f64, pitch);
        for (slot, text) in row.iter().enumerate() {
            let y = slots.middle(slot);
            pen.text(text, (body.right, y), look.middle());
        }
    }
    names(pen, set, &plot, (body.left, names_px));
}

fn with_axis<'a>(pen: &Pen<'a>, frame: Frame, chart: &Chart, set: &BarSet) {
    let body = legend::above_axis(pen, chart, frame, &set.legend());
    let look = pen.label().centred().hanging();
    let (names_px, gap) = (names_px(pen, set, &frame), pen.label().size_px);
    let bottom = (body.bottom - look.size_px * 1.8).round();
    let left = (body.left + names_px + gap).round();
    let inner = Frame {
        left,
        bottom,
        right: body.right - gap,
        ..body
    };
    let ticks = axis_ticks(chart, set, &look, inner.width());
    let values = (ticks.least as f64, ticks.greatest as f64);
    let plot = rows_plot(pen, inner, set, values);
    for (value, label) in ticks
        .values
        .iter()
        .zip(ticks.labels(&chart.unit_y, &chart.locale))
    {
        let (x, _) = plot.at(*value as f64, 0.0);
        pen.hairline((x, inner.top), (x, inner.bottom), pen.tones.line);
        pen.text(&label, (x, inner.bottom + look.size_px * 0.7), look);
    }
    fill(pen, &plot, set);
    zero_line(pen, &plot, true);
    names(pen, set, &plot, (body.left, names_px));
}

/// As many ticks as their labels leave room for.
fn axis_ticks(chart: &Chart, set: &BarSet, look: &Lettering, width_px: f64) -> Ticks {
    let (least, greatest) = set.range();
    let over = |intervals| Ticks::over(least, greatest, intervals, chart.unit_y.decimals);
    let fits = |ticks: &Ticks| {
        let label = look.widest_px(ticks.labels(&chart.unit_y, &chart.locale)) + look.size_px;
        label * ticks.values.len() as f64 <= width_px + label
    };
    (2..=6)
        .rev()
        .map(over)
        .find(fits)
        .unwrap_or_else(|| over(1))
}

fn rows_plot<'a>(pen: &Pen<'a>, inner: Frame, set: &BarSet, values: (f64, f64)) -> Plot<'a> {
    Plot::new(pen, inner, values, (set.names.len() as f64, 0.0))
}

fn fill(pen: &Pen, plot: &Plot, set: &BarSet) {
    let pitch = plot.frame.height() / set.names.len() as f64;
    for at in 0..set.names.len() {
        let slots = Slots::new(pen, set, plot.frame.top + pitch * at as f64, pitch);
        for bar in set.bars(at) {
            let (top, bottom) = slots.edges(&bar);
            let (from, _) = plot.at(bar.from as f64, 0.0);
            let (to, _) = plot.at(bar.to as f64, 0.0);
            let (from, to) = visible(&bar, from, to);
            let bar_frame = Frame {
                left: from.min(to),
                right: from.max(to),
                top,
                bottom,
            };
            pen.fill(bar_frame, colour(set, bar.part));
        }
    }
}

fn colour(set: &BarSet, part: usize) -> Colour {
    set.parts[part].colour
}

/// The texts of the number column: one a slot of every category.
fn numbers(chart: &Chart, set: &BarSet, look: &Lettering, room_px: f64) -> Vec<Vec<String>> {
    if set.slots() == 1 {
        let full = written(chart, set, false);
        let long = chart.unit_y.compact && look.widest_px(&full) > room_px;
        let texts = if long {
            written(chart, set, true)
        } else {
            full
        };
        return texts.into_iter().map(|text| vec![text]).collect();
    }
    let values = || {
        set.parts
            .iter()
            .flat_map(|part| (0..set.names.len()).map(|at| part.value(at)))
    };
    let decimals = chart.unit_y.decimals;
    let shown = decimals_needed(values().flatten(), decimals);
    let text = |n| chart.locale.number.fixed(Scaled { n, decimals }, shown);
    let row = |at| {
        set.parts
            .iter()
            .map(|part| part.value(at).map_or(String::new(), text))
            .collect()
    };
    (0..set.names.len()).map(row).collect()
}

fn names_px(pen: &Pen, set: &BarSet, frame: &Frame) -> f64 {
    name_look(pen)
        .widest_px(set.names)
        .min(frame.width() * 0.36)
}

fn names(pen: &Pen, set: &BarSet, plot: &Plot, (left_px, room_px): (f64, f64)) {
    let look = name_look(pen).middle();
    let pitch = plot.frame.height() / set.names.len() as f64;
    let every = (look.size_px * 1.1 / pitch).ceil().max(1.0) as usize;
    for (at, name) in set.names.iter().enumerate().step_by(every) {
        let y = plot.at(0.0, at as f64 + 0.5).1;
        pen.text(&look.fit(name, room_px + 0.5), (left_px, y), look);
    }
}

fn name_look(pen: &Pen) -> Lettering {
    pen.label().tint(pen.tones.ink)
}
