//! The colours of a chart: the product's tokens for surfaces and text, and a palette for series
//! whose neighbours stay apart for colour-blind eyes.

use crate::{Colour, Role};

/// Which surface the chart is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on white.
    Light,
    /// Light ink on near-black.
    Dark,
    /// White and strong colours on black, for eyes that need the difference.
    Contrast,
}

/// The neutral colours of a theme.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tones {
    pub(crate) surface: Colour,
    /// Cells and tracks without a value.
    pub(crate) faint: Colour,
    /// Gridlines.
    pub(crate) line: Colour,
    /// The zero line.
    pub(crate) line_strong: Colour,
    pub(crate) ink: Colour,
    /// Subtitles and category names.
    pub(crate) ink_2: Colour,
    /// Axis labels and notes; still 4.5 : 1 on the surface.
    pub(crate) ink_3: Colour,
    /// Series of an earlier period.
    pub(crate) previous: Colour,
}

const LIGHT: [u32; 8] = [
    0x0b6b50, 0x477ad8, 0xb8791a, 0xac4c96, 0x3bb5ee, 0x423b12, 0x948ebe, 0xd9a45a,
];
const DARK: [u32; 8] = [
    0x43b08c, 0x9e80e4, 0xdf821a, 0xf4a5e5, 0xa4f5ff, 0xa35e00, 0xfcf293, 0x9c57b3,
];

/// Each at least 4.5 : 1 on black.
const CONTRAST: [u32; 8] = [
    0xffd800, 0x3c9ce5, 0xcc5428, 0xb4fcca, 0x9c6c94, 0xe49c28, 0x546ce5, 0x9c9c94,
];

/// The colour of the series at `index`: eight that differ for every kind of sight, then paler
/// and then stronger versions of the same; it repeats after 24.
pub fn series_colour(index: usize, theme: Theme) -> Colour {
    let base = match theme {
        Theme::Light => LIGHT[index % 8],
        Theme::Dark => DARK[index % 8],
        Theme::Contrast => CONTRAST[index % 8],
    };
    let tones = theme.tones();
    match index / 8 % 3 {
        0 => Colour::hex(base),
        1 => Colour::hex(base).mix(tones.surface, 0.4),
        _ => Colour::hex(base).mix(tones.ink, 0.45),
    }
}

impl Theme {
    pub(crate) fn tones(self) -> Tones {
        let [
            surface,
            faint,
            line,
            line_strong,
            ink,
            ink_2,
            ink_3,
            previous,
        ] = match self {
            Theme::Light => [
                0xffffff, 0xf4f2ee, 0xe6e3dc, 0xa39d92, 0x1d1c1a, 0x5d5952, 0x726d64, 0xaaa498,
            ],
            Theme::Dark => [
                0x1e1e1c, 0x282826, 0x32312e, 0x6b675f, 0xf0eee9, 0xb4afa5, 0x979187, 0x7d776d,
            ],
            Theme::Contrast => [
                0x000000, 0x1c1c1c, 0x5c5c5c, 0xffffff, 0xffffff, 0xffffff, 0xd6d6d6, 0xb8b8b8,
            ],
        }
        .map(Colour::hex);
        Tones {
            surface,
            faint,
            line,
            line_strong,
            ink,
            ink_2,
            ink_3,
            previous,
        }
    }

    /// The colour of a series by what it is, `index` being its place among all.
    pub(crate) fn role_colour(self, role: Role, index: usize) -> Colour {
        match role {
            Role::Primary => series_colour(0, self),
            Role::Previous => self.tones().previous,
            Role::Other => series_colour(index, self),
        }
    }
}
