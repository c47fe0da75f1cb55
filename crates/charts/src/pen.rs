//! The hand that draws: px instead of grains, the type sizes of a chart, and the promise that no
//! text ever leaves the canvas.

use std::cell::RefCell;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};
use plotters_backend::BackendCoord;

use crate::backend::{GRAIN, SvgElements};
use crate::font::{self, CAP_HEIGHT, DESCENT, Weight};
use crate::theme::{Theme, Tones};
use crate::{Chart, ChartError, Colour};

/// Letters may rise this high above the baseline, accents included, in parts of the size.
const RISE: f64 = 1.0;

/// A rectangle in px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Frame {
    pub(crate) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

/// How a text looks and which of its points is placed.
#[derive(Clone, Copy)]
pub(crate) struct Lettering {
    pub(crate) size_px: f64,
    pub(crate) weight: Weight,
    pub(crate) colour: Colour,
    h_pos: HPos,
    v_pos: VPos,
}

impl Lettering {
    pub(crate) fn bold(self) -> Self {
        Lettering {
            weight: Weight::SemiBold,
            ..self
        }
    }

    pub(crate) fn tint(self, colour: Colour) -> Self {
        Lettering { colour, ..self }
    }

    pub(crate) fn sized(self, size_px: f64) -> Self {
        Lettering { size_px, ..self }
    }

    /// Placed by its right end.
    pub(crate) fn right(self) -> Self {
        Lettering {
            h_pos: HPos::Right,
            ..self
        }
    }

    /// Placed by its horizontal middle.
    pub(crate) fn centred(self) -> Self {
        Lettering {
            h_pos: HPos::Center,
            ..self
        }
    }

    /// Placed by the middle of its capitals.
    pub(crate) fn middle(self) -> Self {
        Lettering {
            v_pos: VPos::Center,
            ..self
        }
    }

    /// Placed by the top of its capitals.
    pub(crate) fn hanging(self) -> Self {
        Lettering {
            v_pos: VPos::Top,
            ..self
        }
    }

    pub(crate) fn width_px(&self, text: &str) -> f64 {
        font::width_px(text, self.size_px, self.weight)
    }

    pub(crate) fn fit(&self, text: &str, room_px: f64) -> String {
        font::fit(text, self.size_px, self.weight, room_px)
    }

    /// The width of the widest of `texts`.
    pub(crate) fn widest_px<T: AsRef<str>>(&self, texts: impl IntoIterator<Item = T>) -> f64 {
        texts
            .into_iter()
            .map(|text| self.width_px(text.as_ref()))
            .fold(0.0, f64::max)
    }
}

/// The canvas of one chart.
pub(crate) struct Pen<'a> {
    area: DrawingArea<SvgElements<'a>, Shift>,
    pub(crate) theme: Theme,
    pub(crate) tones: Tones,
    /// Factor on every type size and distance.
    pub(crate) em: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    failure: RefCell<Option<String>>,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(area: DrawingArea<SvgElements<'a>, Shift>, chart: &Chart) -> Self {
        let (width, height) = (
            f64::from(chart.size.width_px),
            f64::from(chart.size.height_px),
        );
        Pen {
            area,
            theme: chart.palette,
            tones: chart.palette.tones(),
            em: (width / 720.0).min(height / 320.0).max(1.0).sqrt(),
            width,
            height,
            failure: RefCell::new(None),
        }
    }

    /// Axis labels: 11 px at the size of a screen.
    pub(crate) fn label(&self) -> Lettering {
        Lettering {
            size_px: self.em * 11.0,
            weight: Weight::Regular,
            colour: self.tones.ink_3,
            h_pos: HPos::Left,
            v_pos: VPos::Bottom,
        }
    }

    pub(crate) fn ground(&self) {
        let all = Frame {
            left: 0.0,
            top: 0.0,
            right: self.width,
            bottom: self.height,
        };
        self.fill(all, self.tones.surface);
    }

    pub(crate) fn fill(&self, frame: Frame, colour: Colour) {
        self.fill_through(frame, colour, 1.0);
    }

    pub(crate) fn fill_through(&self, frame: Frame, colour: Colour, opacity: f64) {
        let corners = [
            grains((frame.left, frame.top)),
            grains((frame.right, frame.bottom)),
        ];
        self.draw(&Rectangle::new(
            corners,
            colour.plotters().mix(opacity).filled(),
        ));
    }

    pub(crate) fn line(&self, points: &[(f64, f64)], colour: Colour, width_px: f64) {
        let path: Vec<BackendCoord> = points.iter().map(|&at| grains(at)).collect();
        self.draw(&PathElement::new(path, stroke(colour, width_px)));
    }

    /// A line of one px that falls on whole pixels.
    pub(crate) fn hairline(&self, from: (f64, f64), to: (f64, f64), colour: Colour) {
        let crisp = |at: f64| at.floor() + 0.5;
        let (a, b) = if from.1 == to.1 {
            ((from.0, crisp(from.1)), (to.0, crisp(to.1)))
        } else {
            ((crisp(from.0), from.1), (crisp(to.0), to.1))
        };
        self.line(&[a, b], colour, 1.0);
    }

    pub(crate) fn dot(&self, at: (f64, f64), colour: Colour, radius_px: f64) {
        let radius = (radius_px * f64::from(GRAIN)).round() as i32;
        self.draw(&Circle::new(grains(at), radius, colour.plotters().filled()));
    }

    /// Draws `text` at a point, cut and moved so that it stays on the canvas. A text that would
    /// leave it above or below is not drawn.
    pub(crate) fn text(&self, text: &str, at: (f64, f64), look: Lettering) {
        let text = look.fit(&one_line(text), self.width - 2.0);
        let Some(at) = self.inside(&text, at, &look) else {
            return;
        };
        let style = match look.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::SemiBold => FontStyle::Bold,
        };
        let font = FontDesc::new(FontFamily::SansSerif, text_grains(look.size_px), style);
        let look = TextStyle {
            font,
            color: colour_of(look.colour),
            pos: Pos::new(look.h_pos, look.v_pos),
        };
        self.keep(self.area.draw_text(&text, &look, grains(at)));
    }

    /// The area on which plotters maps data to grains.
    pub(crate) fn area(&self) -> &DrawingArea<SvgElements<'a>, Shift> {
        &self.area
    }

    /// Remembers the first failure; [`Pen::finish`] reports it.
    pub(crate) fn keep<E: std::fmt::Display>(&self, drawn: Result<(), E>) {
        if let Err(failure) = drawn {
            self.failure.borrow_mut().get_or_insert(failure.to_string());
        }
    }

    pub(crate) fn finish(self) -> Result<(), ChartError> {
        self.keep(self.area.present());
        match self.failure.into_inner() {
            Some(failure) => Err(ChartError::Drawing(failure)),
            None => Ok(()),
        }
    }

    fn draw<E>(&self, element: &E)
    where
        for<'b> &'b E: PointCollection<'b, BackendCoord>,
        for<'b> E: Drawable<SvgElements<'a>>,
    {
        self.keep(self.area.draw(element));
    }

    fn inside(&self, text: &str, (x, y): (f64, f64), look: &Lettering) -> Option<(f64, f64)> {
        let baseline = match look.v_pos {
            VPos::Top => y + look.size_px * CAP_HEIGHT,
            VPos::Center => y + look.size_px * CAP_HEIGHT / 2.0,
            VPos::Bottom => y,
        };
        let rows = look.size_px * RISE..=self.height - look.size_px * DESCENT;
        if text.is_empty() || !rows.contains(&baseline) {
            return None;
        }
        let width = look.width_px(text);
        let before = match look.h_pos {
            HPos::Left => 0.0,
            HPos::Center => width / 2.0,
            HPos::Right => width,
        };
        let most = (self.width - 1.0 - width).max(1.0);
        Some(((x - before).clamp(1.0, most) + before, y))
    }
}

/// Px to plotters' grains.
pub(crate) fn grains((x, y): (f64, f64)) -> BackendCoord {
    let one = |px: f64| (px * f64::from(GRAIN)).round() as i32;
    (one(x), one(y))
}

/// Plotters' grains to px.
pub(crate) fn px((x, y): BackendCoord) -> (f64, f64) {
    let one = |grains: i32| f64::from(grains) / f64::from(GRAIN);
    (one(x), one(y))
}

pub(crate) fn stroke(colour: Colour, width_px: f64) -> ShapeStyle {
    let width = (width_px * f64::from(GRAIN)).round().max(1.0);
    colour.plotters().stroke_width(width as u32)
}

fn text_grains(size_px: f64) -> f64 {
    (size_px * f64::from(GRAIN)).round()
}

fn colour_of(colour: Colour) -> plotters_backend::BackendColor {
    plotters_backend::BackendColor {
        alpha: 1.0,
        rgb: (colour.0, colour.1, colour.2),
    }
}

/// Line breaks and runs of blanks would be measured otherwise than they are drawn.
fn one_line(text: &str) -> String {
    let visible = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    visible
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
