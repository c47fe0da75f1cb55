//! The plot: where data becomes px (by plotters' Cartesian coordinates), and the value axis with
//! its gridlines.

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingArea;
use plotters::element::PathElement;

use crate::backend::SvgElements;
use crate::pen::{Frame, Lettering, Pen, grains, px, stroke};
use crate::ticks::Ticks;
use crate::{Chart, Colour, Unit};

type Coordinates = Cartesian2d<RangedCoordf64, RangedCoordf64>;

/// A frame with data coordinates: x from the left, y from the bottom.
pub(crate) struct Plot<'a> {
    pub(crate) frame: Frame,
    area: DrawingArea<SvgElements<'a>, Coordinates>,
}

impl<'a> Plot<'a> {
    /// `x` and `y` are the data at the edges of `frame`.
    pub(crate) fn new(pen: &Pen<'a>, frame: Frame, x: (f64, f64), y: (f64, f64)) -> Self {
        let (left, top) = grains((frame.left, frame.top));
        let (right, bottom) = grains((frame.right, frame.bottom));
        let pixels = (left..right, bottom..top);
        let coordinates = Cartesian2d::new(x.0..x.1, y.0..y.1, pixels);
        Plot {
            frame,
            area: pen.area().apply_coord_spec(coordinates),
        }
    }

    /// Where a datum stands, in px.
    pub(crate) fn at(&self, x: f64, y: f64) -> (f64, f64) {
        px(self.area.map_coordinate(&(x, y)))
    }

    /// A line through data.
    pub(crate) fn path(&self, pen: &Pen<'a>, data: Vec<(f64, f64)>, look: (Colour, f64)) {
        pen.keep(
            self.area
                .draw(&PathElement::new(data, stroke(look.0, look.1))),
        );
    }
}

/// The ticks that the height of `frame` has room for.
pub(crate) fn ticks_for(pen: &Pen, chart: &Chart, room_px: f64, range: (i128, i128)) -> Ticks {
    let label = pen.label().size_px;
    let least = if room_px > label * 4.0 { 2.0 } else { 1.0 };
    let intervals = (room_px / (label * 3.2)).floor().clamp(least, 8.0);
    Ticks::over(range.0, range.1, intervals as usize, chart.unit_y.decimals)
}

/// Labels at the left of `frame`, gridlines through it; gives back the frame of the data.
pub(crate) fn value_axis(pen: &Pen, chart: &Chart, frame: Frame, ticks: &Ticks) -> Frame {
    let look = pen.label().right().middle();
    let labels = short_labels(chart, ticks, &look, frame.width() * 0.25);
    let gutter = look.widest_px(&labels).min(frame.width() * 0.5);
    let data = Frame {
        left: (frame.left + gutter + 8.0 * pen.em).round(),
        ..frame
    };
    let mut free_below = f64::INFINITY;
    for (value, label) in ticks.values.iter().zip(&labels) {
        let y = height_of(&data, ticks, *value);
        let tone = if *value == 0 {
            pen.tones.line_strong
        } else {
            pen.tones.line
        };
        pen.hairline((data.left, y), (data.right, y), tone);
        if look.width_px(label) <= gutter && y <= free_below {
            pen.text(label, (frame.left + gutter, y), look);
            free_below = y - look.size_px * 1.2;
        }
    }
    data
}

/// The labels of the ticks, shortened against the unit's wish where they would take the plot's
/// room. A number is never cut: what is too long all the same is left out by the caller.
fn short_labels(chart: &Chart, ticks: &Ticks, look: &Lettering, room_px: f64) -> Vec<String> {
    let labels = ticks.labels(&chart.unit_y, &chart.locale);
    if look.widest_px(&labels) <= room_px {
        return labels;
    }
    ticks.labels(
        &Unit {
            compact: true,
            ..chart.unit_y.clone()
        },
        &chart.locale,
    )
}

/// The name of the x axis at the foot of `frame`; gives back what is left above.
pub(crate) fn unit_below(pen: &Pen, chart: &Chart, frame: Frame) -> Frame {
    let look = pen.label().right();
    let name = chart.unit_x.as_deref().unwrap_or_default();
    if name.is_empty() || frame.height() < 120.0 {
        return frame;
    }
    pen.text(
        &look.fit(name, frame.width()),
        (frame.right, frame.bottom - 2.0 * pen.em),
        look,
    );
    Frame {
        bottom: frame.bottom - look.size_px * 1.5,
        ..frame
    }
}

fn height_of(data: &Frame, ticks: &Ticks, value: i128) -> f64 {
    let range = (ticks.greatest - ticks.least) as f64;
    data.bottom - data.height() * ((value - ticks.least) as f64 / range)
}
