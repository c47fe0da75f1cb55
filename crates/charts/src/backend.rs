//! A `plotters` backend that writes SVG elements in fixed-point coordinates.
//!
//! Plotters draws in whole pixels, which is too coarse for a chart of 320 px; here its pixel is a
//! grain of 1/20 px. Only presentation attributes are written, never `style`, so that the drawing
//! can stand inline in a page with a strict content security policy. A text's anchor is its
//! baseline (`VPos::Bottom`), its capitals' middle (`Center`) or their top (`Top`).

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use crate::font::CAP_HEIGHT;

/// Grains in one px.
pub(crate) const GRAIN: i32 = 20;

/// Appends the elements of a drawing to a text.
pub(crate) struct SvgElements<'a> {
    out: &'a mut String,
    size_px: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SvgElements<'a> {
    pub(crate) fn new(out: &'a mut String, size_px: (u32, u32)) -> Self {
        SvgElements { out, size_px }
    }

    fn push_points(&mut self, points: impl IntoIterator<Item = BackendCoord>) -> usize {
        let mut count = 0;
        for (x, y) in points {
            self.out.push(if count == 0 { 'M' } else { 'L' });
            push_px(self.out, x);
            self.out.push(' ');
            push_px(self.out, y);
            count += 1;
        }
        count
    }

    fn push_attributes(&mut self, attributes: &[(&str, i32)]) {
        for (name, grains) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            push_px(self.out, *grains);
            self.out.push('"');
        }
    }

    fn push_paint(&mut self, name: &str, colour: BackendColor) {
        let (red, green, blue) = colour.rgb;
        let _ = write!(self.out, " {name}=\"#{red:02x}{green:02x}{blue:02x}\"");
        if colour.alpha < 1.0 {
            let _ = write!(self.out, " {name}-opacity=\"{:.2}\"", colour.alpha);
        }
    }

    fn push_shape_paint<S: BackendStyle>(&mut self, style: &S, fill: bool) {
        if fill {
            self.push_paint("fill", style.color());
        } else {
            self.out.push_str(" fill=\"none\"");
            self.push_paint("stroke", style.color());
            self.push_attributes(&[("stroke-width", style.stroke_width() as i32)]);
        }
    }
}

impl DrawingBackend for SvgElements<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.size_px.0 * GRAIN as u32, self.size_px.1 * GRAIN as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S) -> Drawn {
        self.draw_path([a, b], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.out.push_str("<rect");
        let (width, height) = (right - left, bottom - top);
        self.push_attributes(&[
            ("x", left),
            ("y", top),
            ("width", width),
            ("height", height),
        ]);
        self.push_shape_paint(style, fill);
        self.out.push_str("/>\n");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.out.push_str("<path d=\"");
        let count = self.push_points(path);
        self.out.push('"');
        self.push_shape_paint(style, false);
        if count > 2 {
            self.out
                .push_str(" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
        }
        self.out.push_str("/>\n");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.out.push_str("<circle");
        self.push_attributes(&[("cx", x), ("cy", y), ("r", radius as i32)]);
        self.push_shape_paint(style, fill);
        self.out.push_str("/>\n");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        self.out.push_str("<path d=\"");
        self.push_points(vert);
        self.out.push_str("Z\"");
        self.push_shape_paint(style, true);
        self.out.push_str("/>\n");
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        let size = style.size();
        let drop = match style.anchor().v_pos {
            VPos::Top => CAP_HEIGHT,
            VPos::Center => CAP_HEIGHT / 2.0,
            VPos::Bottom => 0.0,
        };
        let baseline = at.1 + (size * drop).round() as i32;
        self.out.push_str("<text");
        self.push_attributes(&[("x", at.0), ("y", baseline), ("font-size", size as i32)]);
        if matches!(style.style(), FontStyle::Bold) {
            self.out.push_str(" font-weight=\"600\"");
        }
        self.out.push_str(match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        });
        self.push_paint("fill", style.color());
        self.out.push('>');
        push_escaped(self.out, text);
        self.out.push_str("</text>\n");
        Ok(())
    }
}

/// Writes grains as px with at most two decimals.
fn push_px(out: &mut String, grains: i32) {
    if grains < 0 {
        out.push('-');
    }
    let (whole, part) = (grains.unsigned_abs() / 20, grains.unsigned_abs() % 20 * 5);
    push_integer(out, whole);
    if part > 0 {
        out.push('.');
        out.push(char::from(b'0' + (part / 10) as u8));
        if part % 10 > 0 {
            out.push(char::from(b'0' + (part % 10) as u8));
        }
    }
}

/// A path of a long line is mostly numbers, and the formatting machinery would be its cost.
fn push_integer(out: &mut String, mut value: u32) {
    let mut digits = [0_u8; 10];
    let mut from = digits.len();
    loop {
        from -= 1;
        digits[from] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    digits[from..]
        .iter()
        .for_each(|&digit| out.push(char::from(digit)));
}

/// Appends `text` as XML character data; what XML 1.0 cannot hold becomes a space.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn px(grains: i32) -> String {
        let mut out = String::new();
        push_px(&mut out, grains);
        out
    }

    #[test]
    fn grains_are_written_as_short_decimals() {
        assert_eq!(
            [px(0), px(20), px(30), px(-1), px(131_071)],
            ["0", "1", "1.5", "-0.05", "6553.55"]
        );
    }

    #[test]
    fn no_text_breaks_out_of_its_element() {
        let mut out = String::new();
        push_escaped(&mut out, "<a b=\"&\">\u{0}\u{ffff}");
        assert_eq!(out, "&lt;a b=&quot;&amp;&quot;&gt;  ");
    }
}
