//! Standing bars, and what lying bars share with them: slots, edges on whole pixels, the zero
//! line. Every bar starts at zero; negative bars cross the line.

use crate::bar_rows;
use crate::bar_set::{Bar, BarSet};
use crate::categories::NamePlan;
use crate::number::{Scaled, decimals_needed};
use crate::pen::{Frame, Lettering, Pen};
use crate::plot::{Plot, ticks_for, unit_below, value_axis};
use crate::ticks::Ticks;
use crate::{Body, Chart, legend};

/// Draws the bars of `body` into `frame`.
pub(crate) fn draw<'a>(pen: &Pen<'a>, frame: Frame, chart: &Chart, body: &Body) {
    let Some(set) = BarSet::of(pen, body) else {
        return;
    };
    match set.horizontal {
        true => bar_rows::draw(pen, frame, chart, &set),
        false => standing(pen, frame, chart, &set),
    }
}

fn standing<'a>(pen: &Pen<'a>, frame: Frame, chart: &Chart, set: &BarSet) {
    let frame = legend::above_axis(pen, chart, unit_below(pen, chart, frame), &set.legend());
    let count = set.names.len() as f64;
    let plan = NamePlan::new(pen, set.names, frame.width() * 0.92 / count);
    let labels = top_labels(pen, chart, set, frame.width() * 0.92 / count);
    let foot = (frame.bottom - plan.height_px(pen)).round();
    let above = Frame {
        bottom: foot,
        ..frame
    };
    let ticks = ticks_for(pen, chart, above.height(), set.range());
    let above = if labels.is_some() {
        headroom(pen, above, set, &ticks)
    } else {
        above
    };
    let inner = value_axis(pen, chart, above, &ticks);
    let values = (ticks.least as f64, ticks.greatest as f64);
    let plot = Plot::new(pen, inner, (0.0, count), values);
    let pitch = inner.width() / count;
    for at in 0..set.names.len() {
        let slots = Slots::new(pen, set, inner.left + pitch * at as f64, pitch);
        for bar in set.bars(at) {
            let (_, from) = plot.at(0.0, bar.from as f64);
            let (_, to) = plot.at(0.0, bar.to as f64);
            pen.fill(slots.upright(&bar, from, to), set.parts[bar.part].colour);
        }
    }
    zero_line(pen, &plot, false);
    let centre = |at: usize| inner.left + pitch * (at as f64 + 0.5);
    plan.draw(pen, set.names, (pitch, foot), centre);
    if let Some(labels) = labels {
        write_tops(pen, &plot, set, (&labels, &centre));
    }
}

/// `frame` without what the labels beyond the longest bars need.
fn headroom(pen: &Pen, frame: Frame, set: &BarSet, ticks: &Ticks) -> Frame {
    let (least, greatest) = set.range();
    let px = frame.height() / (ticks.greatest - ticks.least) as f64;
    let label = pen.label().size_px * 1.4;
    let missing = |free: i128| (label - free as f64 * px).max(0.0).round();
    let above = if greatest > 0 {
        missing(ticks.greatest - greatest)
    } else {
        0.0
    };
    let below = if least < 0 {
        missing(least - ticks.least)
    } else {
        0.0
    };
    Frame {
        top: frame.top + above,
        bottom: frame.bottom - below,
        ..frame
    }
}

/// The places of the bars of one category along the category axis.
pub(crate) struct Slots {
    start: f64,
    pub(crate) thickness: f64,
}

impl Slots {
    /// Slots in the stretch of `pitch_px` that begins at `start_px`.
    pub(crate) fn new(pen: &Pen, set: &BarSet, start_px: f64, pitch_px: f64) -> Slots {
        let slots = set.slots() as f64;
        let fill = if slots > 1.0 { 0.8 } else { 0.7 };
        let wide = if pitch_px < 3.0 {
            pitch_px
        } else {
            pitch_px * fill
        };
        let thickness = (wide / slots).min(72.0 * pen.em);
        let start = start_px + (pitch_px - thickness * slots) / 2.0;
        Slots { start, thickness }
    }

    /// The edges of a bar across its length, on whole pixels where there are enough of them.
    pub(crate) fn edges(&self, bar: &Bar) -> (f64, f64) {
        let near = self.start + self.thickness * bar.slot as f64;
        let far = near + self.thickness;
        if self.thickness < 4.0 {
            (near, far)
        } else {
            (near.round(), far.round() - 1.0)
        }
    }

    /// The middle of a slot across its length.
    pub(crate) fn middle(&self, slot: usize) -> f64 {
        self.start + self.thickness * (slot as f64 + 0.5)
    }

    fn upright(&self, bar: &Bar, from_px: f64, to_px: f64) -> Frame {
        let (left, right) = self.edges(bar);
        let (from, to) = visible(bar, from_px, to_px);
        Frame {
            left,
            right,
            top: from.min(to),
            bottom: from.max(to),
        }
    }
}

/// A bar that is not nothing is at least a pixel long, and parts of a stack leave a hairline
/// between them.
pub(crate) fn visible(bar: &Bar, from_px: f64, to_px: f64) -> (f64, f64) {
    let length = (to_px - from_px).abs();
    let away = if to_px < from_px { -1.0 } else { 1.0 };
    if bar.from != 0 && length > 3.0 {
        return (from_px + away, to_px);
    }
    if bar.from == bar.to || length >= 1.0 {
        return (from_px, to_px);
    }
    (from_px, from_px + away)
}

/// The line that all bars stand on.
pub(crate) fn zero_line(pen: &Pen, plot: &Plot, horizontal: bool) {
    let (x, y) = plot.at(0.0, 0.0);
    let frame = plot.frame;
    match horizontal {
        true => pen.hairline((x, frame.top), (x, frame.bottom), pen.tones.line_strong),
        false => pen.hairline((frame.left, y), (frame.right, y), pen.tones.line_strong),
    }
}

/// Values above the bars, where there is one bar a category and each label fits over it.
fn top_labels(pen: &Pen, chart: &Chart, set: &BarSet, pitch_px: f64) -> Option<Vec<String>> {
    let both_ways = set.stacked && (0..set.names.len()).any(|at| set.crosses_zero(at));
    if set.slots() > 1 || both_ways {
        return None;
    }
    let look = top_look(pen);
    let fits = |labels: &Vec<String>| look.widest_px(labels) <= pitch_px - 4.0;
    let full = Some(written(chart, set, false)).filter(fits);
    full.or_else(|| {
        Some(written(chart, set, true))
            .filter(|_| chart.unit_y.compact)
            .filter(fits)
    })
}

/// The totals of all categories as text; nothing for a category without a value.
pub(crate) fn written(chart: &Chart, set: &BarSet, compact: bool) -> Vec<String> {
    let decimals = chart.unit_y.decimals;
    let shown = decimals_needed(set.totals(), decimals);
    let text = |at: usize| match set.total(at) {
        Some(n) if compact => chart.locale.number.compact(Scaled { n, decimals }, 3),
        Some(n) => chart.locale.number.fixed(Scaled { n, decimals }, shown),
        None => String::new(),
    };
    (0..set.names.len()).map(text).collect()
}

fn write_tops(
    pen: &Pen,
    plot: &Plot,
    set: &BarSet,
    (labels, centre): (&[String], &dyn Fn(usize) -> f64),
) {
    let look = top_look(pen).centred();
    let gap = look.size_px * 0.45;
    for (at, label) in labels.iter().enumerate() {
        let ends = set.bars(at).into_iter().map(|bar| bar.to);
        let falls = set.total(at).is_some_and(|total| total < 0);
        let end = ends.fold(0, |end, to| if falls { end.min(to) } else { end.max(to) });
        let y = plot.at(0.0, end as f64).1;
        match falls {
            true => pen.text(label, (centre(at), y + gap), look.hanging()),
            false => pen.text(label, (centre(at), y - gap), look),
        }
    }
}

fn top_look(pen: &Pen) -> Lettering {
    pen.label().tint(pen.tones.ink_2)
}
