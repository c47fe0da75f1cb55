//! Names along the foot of a chart: as they are where they fit, broken or staggered on two lines
//! where they do not, cut with an ellipsis while enough of them is left, and thinned out where
//! there are too many.

use crate::heading::wrap;
use crate::pen::{Lettering, Pen};

/// How the names are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NamePlan {
    /// Every so many names is written.
    pub(crate) every: usize,
    /// Lines of one name.
    pub(crate) lines: usize,
    /// Every second name stands a line lower, so that each has twice the room.
    pub(crate) staggered: bool,
}

/// More names than this, and short ones, are a sequence that reads well when thinned out.
const STAGGERED_MAX: usize = 40;

impl NamePlan {
    /// Names that stand `pitch_px` apart.
    pub(crate) fn new(pen: &Pen, names: &[String], pitch_px: f64) -> NamePlan {
        let look = pen.label();
        let room = room_px(&look, pitch_px);
        let fits = |name: &String| look.width_px(name) <= room;
        if names.iter().all(fits) {
            return NamePlan {
                every: 1,
                lines: 1,
                staggered: false,
            };
        }
        let whole = |name: &String| wrapped(&look, name, room).is_some();
        if room > look.size_px * 2.5 && names.iter().all(whole) || room >= look.size_px * 5.5 {
            return NamePlan {
                every: 1,
                lines: 2,
                staggered: false,
            };
        }
        let long = look.widest_px(names) > look.size_px * 4.0;
        let enough = room_px(&look, pitch_px * 2.0) >= look.size_px * 4.5;
        if long && enough && names.len() <= STAGGERED_MAX {
            return NamePlan {
                every: 1,
                lines: 1,
                staggered: true,
            };
        }
        let widest = look.widest_px(names).min(look.size_px * 8.0);
        let every = ((widest + gap_px(&look)) / pitch_px).ceil().max(1.0);
        NamePlan {
            every: every as usize,
            lines: 1,
            staggered: false,
        }
    }

    /// Height of the names, from the foot of the plot.
    pub(crate) fn height_px(&self, pen: &Pen) -> f64 {
        let rows = if self.staggered { 2 } else { self.lines };
        pen.label().size_px * (0.8 + 1.25 * rows as f64)
    }

    /// Writes the names below `foot_px`, each centred on its place.
    pub(crate) fn draw(
        &self,
        pen: &Pen,
        names: &[String],
        (pitch_px, foot_px): (f64, f64),
        centre_px: impl Fn(usize) -> f64,
    ) {
        let look = pen.label().centred().hanging();
        let places = if self.staggered { 2 } else { self.every };
        let room = room_px(&look, pitch_px * places as f64);
        for (at, name) in names.iter().enumerate().step_by(self.every) {
            let lower = if self.staggered { at % 2 } else { 0 };
            for (line, part) in wrap(&look, name, room, self.lines).iter().enumerate() {
                let top = foot_px + look.size_px * (0.75 + 1.25 * (line + lower) as f64);
                pen.text(part, (centre_px(at), top), look);
            }
        }
    }
}

/// The two lines of a name, if they hold all of it.
fn wrapped(look: &Lettering, name: &str, room_px: f64) -> Option<Vec<String>> {
    let lines = wrap(look, name, room_px, 2);
    let kept = lines
        .iter()
        .all(|line| !line.ends_with('…') || name.ends_with('…'));
    (kept && !lines.is_empty()).then_some(lines)
}

fn gap_px(look: &Lettering) -> f64 {
    look.size_px * 0.6
}

fn room_px(look: &Lettering, pitch_px: f64) -> f64 {
    (pitch_px - gap_px(look)).max(0.0)
}
