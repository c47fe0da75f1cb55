//! The name and last value of each line, written at its end in its colour: what spares a legend.

use crate::lines::{place, x_range};
use crate::number::{Scaled, decimals_needed};
use crate::pen::{Frame, Lettering, Pen};
use crate::plot::Plot;
use crate::{Axis, Chart, Colour, Role, Series};

const GAP_PX: f64 = 9.0;

/// The ends of all lines that have one.
pub(crate) struct LineEnds {
    ends: Vec<LineEnd>,
    series: usize,
}

struct LineEnd {
    at: usize,
    n: i64,
    value: String,
    name: String,
    colour: Colour,
    role: Role,
}

/// A label before the labels are pushed apart.
struct Placed<'e> {
    end: &'e LineEnd,
    name: String,
    dot: (f64, f64),
    left: f64,
    y: f64,
    width: f64,
}

impl LineEnds {
    pub(crate) fn new(pen: &Pen, chart: &Chart, series: &[Series]) -> LineEnds {
        let last = |one: &Series| one.points.iter().rposition(Option::is_some);
        let lasts: Vec<Option<usize>> = series.iter().map(last).collect();
        let drawn = || series.iter().flat_map(|one| &one.points).flatten();
        let shown = decimals_needed(drawn().map(|&n| i128::from(n)), chart.unit_y.decimals);
        let end = |(index, one): (usize, &Series)| {
            let at = lasts[index]?;
            let n = one.points[at]?;
            Some(LineEnd {
                at,
                n,
                value: written(chart, n, shown),
                name: one.name.clone(),
                colour: pen.theme.role_colour(one.role, index),
                role: one.role,
            })
        };
        let ends = series.iter().enumerate().filter_map(end).collect();
        LineEnds {
            ends,
            series: series.len(),
        }
    }

    /// Whether the labels fit beside the lines; a legend must stand in where they do not.
    pub(crate) fn fit(&self, pen: &Pen, frame: &Frame) -> bool {
        let height = self.series as f64 * line_height(pen);
        height <= frame.height() - 5.0 * line_height(pen) && frame.width() > 300.0
    }

    /// `inner` made narrower, so that every label has room at the right of its line's end.
    pub(crate) fn make_room(&self, pen: &Pen, inner: Frame, axis: &Axis) -> Frame {
        let (first, last) = x_range(axis);
        let width = self.ends.iter().fold(inner.width(), |width, end| {
            let part = (place(axis, end.at) - first) / (last - first);
            let room = inner.width() - self.label_px(pen, end, inner.width()) - GAP_PX * pen.em;
            if part > 0.0 {
                width.min(room / part)
            } else {
                width
            }
        });
        Frame {
            right: (inner.left + width.max(inner.width() * 0.5)).floor(),
            ..inner
        }
    }

    /// Draws the dots and labels; `right_px` is where the canvas ends for them.
    pub(crate) fn draw(&self, pen: &Pen, plot: &Plot, axis: &Axis, right_px: f64) {
        let mut placed: Vec<Placed> = self
            .ends
            .iter()
            .map(|end| self.place(pen, plot, (end, axis), right_px))
            .collect();
        placed.sort_by(|a, b| a.y.total_cmp(&b.y));
        push_apart(&mut placed, line_height(pen), plot.frame.bottom);
        for label in &placed {
            if label.end.role != Role::Previous || self.series > 2 {
                pen.dot(label.dot, label.end.colour, 3.2 * pen.em);
            }
        }
        placed.iter().for_each(|label| label.draw(pen));
    }

    fn place<'e>(
        &self,
        pen: &Pen,
        plot: &Plot,
        (end, axis): (&'e LineEnd, &Axis),
        right_px: f64,
    ) -> Placed<'e> {
        let dot = plot.at(place(axis, end.at), end.n as f64);
        let left = dot.0 + GAP_PX * pen.em;
        let value_px = value_look(pen, end).width_px(&end.value);
        let blank_px = pen.label().size_px * 0.4;
        let name = name_look(pen, end).fit(&end.name, right_px - left - value_px - blank_px);
        let width = value_px + blank_px + name_look(pen, end).width_px(&name);
        Placed {
            end,
            name,
            dot,
            left,
            y: dot.1,
            width,
        }
    }

    fn label_px(&self, pen: &Pen, end: &LineEnd, room_px: f64) -> f64 {
        let value = value_look(pen, end).width_px(&end.value);
        let name = name_look(pen, end).width_px(&end.name).min(room_px * 0.24);
        value + name + pen.label().size_px * 0.5
    }
}

impl Placed<'_> {
    fn draw(&self, pen: &Pen) {
        let half = line_height(pen) / 2.0;
        let (left, right) = (self.left - 2.0, self.left + self.width + 2.0);
        let behind = Frame {
            left,
            top: self.y - half,
            right,
            bottom: self.y + half,
        };
        pen.fill_through(behind, pen.tones.surface, 0.8);
        let value = value_look(pen, self.end);
        pen.text(&self.end.value, (self.left, self.y), value.middle());
        let name_left = self.left + value.width_px(&self.end.value) + pen.label().size_px * 0.4;
        pen.text(
            &self.name,
            (name_left, self.y),
            name_look(pen, self.end).middle(),
        );
    }
}

/// Moves labels that share a stretch of x until they are a line apart, none below `bottom`.
fn push_apart(placed: &mut [Placed], line_height: f64, bottom: f64) {
    for at in 1..placed.len() {
        let (before, rest) = placed.split_at_mut(at);
        let above = before
            .iter()
            .filter(|one| overlap(one, &rest[0]))
            .map(|one| one.y);
        rest[0].y = above.fold(rest[0].y, |y, above| y.max(above + line_height));
    }
    for at in (0..placed.len()).rev() {
        let (rest, after) = placed.split_at_mut(at + 1);
        let below = after
            .iter()
            .filter(|one| overlap(one, &rest[at]))
            .map(|one| one.y);
        let room = below.fold(f64::INFINITY, |room, below| room.min(below - line_height));
        rest[at].y = rest[at].y.min(room).min(bottom);
    }
}

fn overlap(a: &Placed, b: &Placed) -> bool {
    a.left < b.left + b.width + 4.0 && b.left < a.left + a.width + 4.0
}

fn written(chart: &Chart, n: i64, shown: u8) -> String {
    let value = Scaled {
        n: i128::from(n),
        decimals: chart.unit_y.decimals,
    };
    match chart.unit_y.compact {
        true => chart.locale.number.compact(value, 3),
        false => chart.locale.number.fixed(value, shown),
    }
}

fn line_height(pen: &Pen) -> f64 {
    pen.label().size_px * 1.3
}

fn value_look(pen: &Pen, end: &LineEnd) -> Lettering {
    let look = pen.label().tint(text_colour(pen, end));
    if end.role == Role::Previous {
        look
    } else {
        look.bold()
    }
}

fn name_look(pen: &Pen, end: &LineEnd) -> Lettering {
    pen.label().tint(text_colour(pen, end))
}

fn text_colour(pen: &Pen, end: &LineEnd) -> Colour {
    match end.role {
        Role::Previous => pen.tones.ink_3,
        _ => end.colour.legible(pen.tones.surface, pen.tones.ink),
    }
}
