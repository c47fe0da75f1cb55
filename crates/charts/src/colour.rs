//! Colours as they are written into a drawing, and the contrast that text needs (WCAG 2.2, 1.4.3).

use std::fmt;

use plotters::style::RGBColor;

/// An opaque sRGB colour; displays as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    pub(crate) const fn hex(rgb: u32) -> Colour {
        Colour((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }

    pub(crate) fn plotters(self) -> RGBColor {
        RGBColor(self.0, self.1, self.2)
    }

    /// The way from here to `other`, `part` of it (0 to 1).
    pub(crate) fn mix(self, other: Colour, part: f64) -> Colour {
        let part = part.clamp(0.0, 1.0);
        let one =
            |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * part).round() as u8;
        Colour(
            one(self.0, other.0),
            one(self.1, other.1),
            one(self.2, other.2),
        )
    }

    /// Contrast ratio, 1 to 21.
    pub(crate) fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour moved towards `ink` until text in it can be read on `ground` (4.5 : 1).
    pub(crate) fn legible(self, ground: Colour, ink: Colour) -> Colour {
        let steps = (0..=10).map(|step| self.mix(ink, f64::from(step) / 10.0));
        steps
            .into_iter()
            .find(|one| one.contrast(ground) >= 4.5)
            .unwrap_or(ink)
    }

    pub(crate) fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|byte| {
            let part = f64::from(byte) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}
