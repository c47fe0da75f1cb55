//! What stands above the figures: the unit of the values, and beside it the legend for what
//! cannot be labelled directly, a square and a name each, in rows.

use crate::pen::{Frame, Pen};
use crate::{Chart, Colour};

/// Series that a legend explains; a single one needs none.
pub(crate) type Entries<'e> = [(&'e str, Colour)];

/// The unit at the left, over the axis that it names, and the legend after it; gives back what is
/// left below.
pub(crate) fn above_axis(pen: &Pen, chart: &Chart, frame: Frame, entries: &Entries) -> Frame {
    let look = pen.label().hanging();
    let unit = look.fit(&chart.unit_y.name, frame.width() * 0.4);
    if entries.len() < 2 && (unit.is_empty() || frame.height() < 80.0) {
        return Frame {
            top: frame.top + look.size_px * 0.5,
            ..frame
        };
    }
    pen.text(&unit, (frame.left, frame.top), look);
    let unit_px = look.width_px(&unit);
    let indent = if unit.is_empty() {
        0.0
    } else {
        unit_px + look.size_px * 1.8
    };
    rows(pen, frame, (frame.left + indent, frame.right), entries)
}

/// The unit at the right, over the column of numbers, and the legend at the left.
pub(crate) fn above_column(pen: &Pen, chart: &Chart, frame: Frame, entries: &Entries) -> Frame {
    let look = pen.label().hanging();
    let unit = look.fit(&chart.unit_y.name, frame.width() * 0.4);
    if unit.is_empty() && entries.len() < 2 {
        return frame;
    }
    pen.text(&unit, (frame.right, frame.top), look.right());
    let right = frame.right - look.width_px(&unit) - look.size_px;
    rows(pen, frame, (frame.left, right), entries)
}

/// Draws the entries between `left` and `right`. Those that do not fit are counted ("+3").
fn rows(pen: &Pen, frame: Frame, (left, right): (f64, f64), entries: &Entries) -> Frame {
    let entries = if entries.len() < 2 { &[] } else { entries };
    let look = pen.label().tint(pen.tones.ink_2).hanging();
    let (square, gap) = (look.size_px * 0.75, look.size_px * 1.3);
    let row_height = look.size_px * 1.6;
    let rows = (frame.height() * 0.38 / row_height).floor().clamp(1.0, 6.0) as usize;
    let more_px = look.width_px("+00");
    let (mut x, mut row) = (left, 0);
    for (at, (name, colour)) in entries.iter().enumerate() {
        let name = look.fit(name, (right - left) * 0.4);
        let width = square * 1.6 + look.width_px(&name);
        let last_row = row + 1 == rows;
        let reserve = if last_row && at + 1 < entries.len() {
            more_px + gap
        } else {
            0.0
        };
        if x + width + reserve > right && x > left {
            if last_row {
                let rest = format!("+{}", entries.len() - at);
                pen.text(&rest, (x, frame.top + row_height * row as f64), look);
                break;
            }
            row += 1;
            x = left;
        }
        let top = frame.top + row_height * row as f64;
        pen.fill(
            Frame {
                left: x,
                top,
                right: x + square,
                bottom: top + square,
            },
            *colour,
        );
        pen.text(&name, (x + square * 1.6, top), look);
        x += width + gap;
    }
    Frame {
        top: (frame.top + row_height * (row + 1) as f64 + 3.0 * pen.em).round(),
        ..frame
    }
}
