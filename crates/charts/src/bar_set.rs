//! Bars of every kind seen as one: categories, parts, and where each bar starts and ends.

use crate::pen::Pen;
use crate::{Body, Colour, Role, Series};

/// The bars of a chart, single ones being groups of one.
pub(crate) struct BarSet<'c> {
    pub(crate) names: &'c [String],
    pub(crate) parts: Vec<Part<'c>>,
    pub(crate) stacked: bool,
    pub(crate) horizontal: bool,
}

/// One value of every category.
pub(crate) struct Part<'c> {
    pub(crate) name: &'c str,
    pub(crate) colour: Colour,
    values: Values<'c>,
}

enum Values<'c> {
    All(&'c [i64]),
    Some(&'c [Option<i64>]),
}

/// A bar: the part it belongs to, its slot among those of the category, and its ends.
pub(crate) struct Bar {
    pub(crate) part: usize,
    pub(crate) slot: usize,
    pub(crate) from: i128,
    pub(crate) to: i128,
}

impl Part<'_> {
    pub(crate) fn value(&self, at: usize) -> Option<i128> {
        match self.values {
            Values::All(values) => Some(i128::from(values[at])),
            Values::Some(values) => values[at].map(i128::from),
        }
    }
}

impl<'c> BarSet<'c> {
    /// The bars of `body`, if it is one of bars.
    pub(crate) fn of(pen: &Pen, body: &'c Body) -> Option<BarSet<'c>> {
        let (names, parts, stacked, horizontal) = match body {
            Body::Bars {
                categories,
                values,
                horizontal,
            } => {
                let colour = pen.theme.role_colour(Role::Primary, 0);
                let part = Part {
                    name: "",
                    colour,
                    values: Values::All(values),
                };
                (categories, vec![part], false, *horizontal)
            }
            Body::GroupedBars {
                categories,
                series,
                horizontal,
            } => (categories, parts(pen, series), false, *horizontal),
            Body::StackedBars {
                categories,
                series,
                horizontal,
            } => (categories, parts(pen, series), true, *horizontal),
            _ => return None,
        };
        Some(BarSet {
            names,
            parts,
            stacked,
            horizontal,
        })
    }

    /// Bars that stand beside one another in a category.
    pub(crate) fn slots(&self) -> usize {
        if self.stacked { 1 } else { self.parts.len() }
    }

    /// The bars of one category. Parts of a stack lie on one another away from zero.
    pub(crate) fn bars(&self, at: usize) -> Vec<Bar> {
        let (mut above, mut below) = (0_i128, 0_i128);
        let bar = |(part, one): (usize, &Part)| {
            let n = one.value(at)?;
            if !self.stacked {
                return Some(Bar {
                    part,
                    slot: part,
                    from: 0,
                    to: n,
                });
            }
            let edge = if n < 0 { &mut below } else { &mut above };
            let from = *edge;
            *edge += n;
            Some(Bar {
                part,
                slot: 0,
                from,
                to: *edge,
            })
        };
        self.parts.iter().enumerate().filter_map(bar).collect()
    }

    /// Least and greatest end of any bar, zero included.
    pub(crate) fn range(&self) -> (i128, i128) {
        let ends = (0..self.names.len())
            .flat_map(|at| self.bars(at))
            .map(|bar| bar.to);
        ends.fold((0, 0), |(least, greatest), end| {
            (least.min(end), greatest.max(end))
        })
    }

    /// What is written beside a category: its value, or the sum of its stack.
    pub(crate) fn total(&self, at: usize) -> Option<i128> {
        let values = self.parts.iter().filter_map(|part| part.value(at));
        values.reduce(|sum, value| sum + value)
    }

    /// Whether a stack has parts on both sides of zero, so that no end of it is its sum.
    pub(crate) fn crosses_zero(&self, at: usize) -> bool {
        let values = || self.parts.iter().filter_map(|part| part.value(at));
        values().any(|value| value < 0) && values().any(|value| value > 0)
    }

    pub(crate) fn totals(&self) -> impl Iterator<Item = i128> {
        (0..self.names.len()).filter_map(|at| self.total(at))
    }

    pub(crate) fn legend(&self) -> Vec<(&str, Colour)> {
        self.parts
            .iter()
            .map(|part| (part.name, part.colour))
            .collect()
    }
}

fn parts<'c>(pen: &Pen, series: &'c [Series]) -> Vec<Part<'c>> {
    let part = |(at, one): (usize, &'c Series)| Part {
        name: &one.name,
        colour: pen.theme.role_colour(one.role, at),
        values: Values::Some(&one.points),
    };
    series.iter().enumerate().map(part).collect()
}
