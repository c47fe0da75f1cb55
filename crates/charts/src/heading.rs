//! What stands around the figures: title, subtitle, source note, and the words of an empty chart.

use crate::Chart;
use crate::pen::{Frame, Lettering, Pen};

/// Draws title, subtitle and note; gives back the frame that is left for the figures.
pub(crate) fn draw(pen: &Pen, chart: &Chart) -> Frame {
    let margin = (12.0 * pen.em).min(pen.width / 20.0).round();
    let all = Frame {
        left: margin,
        top: margin,
        right: pen.width - margin,
        bottom: pen.height - margin,
    };
    let title = pen.label().sized(15.0 * pen.em).bold().tint(pen.tones.ink);
    let subtitle = pen.label().sized(12.0 * pen.em).tint(pen.tones.ink_2);
    let under_title = paragraph(pen, all, &chart.title, title);
    let room_for_both = pen.height >= 140.0 || chart.title.is_empty();
    let second = if room_for_both {
        chart.subtitle.as_str()
    } else {
        ""
    };
    let under_subtitle = paragraph(pen, under_title, second, subtitle);
    let gap = if under_subtitle.top > all.top {
        8.0 * pen.em
    } else {
        0.0
    };
    note(
        pen,
        chart,
        Frame {
            top: (under_subtitle.top + gap).round(),
            ..under_subtitle
        },
    )
}

/// Says `message` in the middle of `frame`.
pub(crate) fn say(pen: &Pen, frame: Frame, message: &str) {
    let look = pen.label().sized(13.0 * pen.em).tint(pen.tones.ink_2);
    let lines = wrap(&look, message, frame.width() * 0.8, 3);
    let line_height = look.size_px * 1.5;
    let middle = (frame.left + frame.right) / 2.0;
    let first = (frame.top + frame.bottom) / 2.0 - line_height * (lines.len() as f64 - 1.0) / 2.0;
    for (at, line) in lines.iter().enumerate() {
        pen.text(
            line,
            (middle, first + line_height * at as f64),
            look.centred().middle(),
        );
    }
}

fn paragraph(pen: &Pen, frame: Frame, text: &str, look: Lettering) -> Frame {
    let line_height = look.size_px * 1.4;
    let room = ((frame.height() * 0.3) / line_height)
        .floor()
        .clamp(0.0, 2.0);
    let lines = wrap(&look, text, frame.width(), room as usize);
    for (at, line) in lines.iter().enumerate() {
        let top = frame.top + line_height * at as f64;
        pen.text(line, (frame.left, top + look.size_px * 0.2), look.hanging());
    }
    Frame {
        top: frame.top + line_height * lines.len() as f64,
        ..frame
    }
}

fn note(pen: &Pen, chart: &Chart, frame: Frame) -> Frame {
    let look = pen.label().sized(10.0 * pen.em);
    if chart.source_note.is_empty() || frame.height() < 140.0 {
        return frame;
    }
    let text = look.fit(&chart.source_note, frame.width());
    pen.text(&text, (frame.left, frame.bottom - look.size_px * 0.1), look);
    Frame {
        bottom: (frame.bottom - look.size_px * 1.9).round(),
        ..frame
    }
}

/// Breaks `text` at blanks into at most `most` lines of `room_px`; the last one is cut to fit.
pub(crate) fn wrap(look: &Lettering, text: &str, room_px: f64, most: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().take(400).collect();
    let mut lines = Vec::new();
    let mut from = 0;
    while from < words.len() && lines.len() < most {
        let rest = words.len() - from;
        let fits = |&count: &usize| look.width_px(&words[from..from + count].join(" ")) <= room_px;
        let last = lines.len() + 1 == most;
        let count = (2..=rest).take_while(fits).last().unwrap_or(1);
        let taken = if last { rest } else { count };
        lines.push(look.fit(&words[from..from + taken].join(" "), room_px));
        from += taken;
    }
    lines.retain(|line| !line.is_empty());
    lines
}
