//! Lines over days or names: the previous period behind, the primary in front, a dot where a
//! point stands alone, and the name and last value at each line's end.

use crate::calendar::{DateTick, RHYTHMS};
use crate::categories::NamePlan;
use crate::line_ends::LineEnds;
use crate::pen::{Frame, Pen};
use crate::plot::{Plot, ticks_for, unit_below, value_axis};
use crate::{Axis, Chart, Colour, Role, Series, legend};

/// Draws the lines of `data` into `frame`.
pub(crate) fn draw<'a>(pen: &Pen<'a>, frame: Frame, chart: &Chart, data: (&Axis, &[Series])) {
    let (axis, series) = data;
    let frame = unit_below(pen, chart, frame);
    let ends = Some(LineEnds::new(pen, chart, series)).filter(|ends| ends.fit(pen, &frame));
    let frame = match ends {
        Some(_) => legend::above_axis(pen, chart, frame, &[]),
        None => legend::above_axis(pen, chart, frame, &entries(pen, series)),
    };
    let plan = name_plan(pen, axis, frame.width() * 0.9);
    let foot = plan.map_or(pen.label().size_px * 2.05, |plan| plan.height_px(pen));
    let above = Frame {
        bottom: (frame.bottom - foot).round(),
        ..frame
    };
    let ticks = ticks_for(pen, chart, above.height(), range(series));
    let inner = value_axis(pen, chart, above, &ticks);
    let inner = Frame {
        left: inner.left + 2.0,
        ..inner
    };
    let inner = ends
        .as_ref()
        .map_or(inner, |ends| ends.make_room(pen, inner, axis));
    let y = (ticks.least as f64, ticks.greatest as f64);
    let plot = Plot::new(pen, inner, x_range(axis), y);
    match (axis, plan) {
        (Axis::Labels(names), Some(plan)) => below(pen, &plot, names, plan),
        (Axis::Days(days), _) => dates(pen, &plot, chart, days, (frame.left, frame.right)),
        _ => {}
    }
    strokes(pen, &plot, axis, series);
    if let Some(ends) = ends {
        ends.draw(pen, &plot, axis, frame.right);
    }
}

/// The place of a point on the x axis.
pub(crate) fn place(axis: &Axis, at: usize) -> f64 {
    match axis {
        Axis::Days(days) => f64::from(days[at]),
        Axis::Labels(_) => at as f64,
    }
}

/// The places at the left and right edge; a single point stands in the middle.
pub(crate) fn x_range(axis: &Axis) -> (f64, f64) {
    let (first, last) = (place(axis, 0), place(axis, axis.len() - 1));
    if first < last {
        (first, last)
    } else {
        (first - 1.0, last + 1.0)
    }
}

/// From zero, unless the values are far from it and close to one another.
fn range(series: &[Series]) -> (i128, i128) {
    let values = || {
        series
            .iter()
            .flat_map(|one| &one.points)
            .flatten()
            .map(|&n| i128::from(n))
    };
    let (least, greatest) = (values().min().unwrap_or(0), values().max().unwrap_or(0));
    let far_from_zero = least.signum() == greatest.signum() && least != greatest;
    if far_from_zero && (greatest - least) * 4 < greatest.abs().min(least.abs()) {
        return (least, greatest);
    }
    (least.min(0), greatest.max(0))
}

fn entries<'s>(pen: &Pen, series: &'s [Series]) -> Vec<(&'s str, Colour)> {
    let colour = |(at, one): (usize, &Series)| pen.theme.role_colour(one.role, at);
    series
        .iter()
        .enumerate()
        .map(|entry| (entry.1.name.as_str(), colour(entry)))
        .collect()
}

fn name_plan(pen: &Pen, axis: &Axis, width_px: f64) -> Option<NamePlan> {
    match axis {
        Axis::Days(_) => None,
        Axis::Labels(names) => Some(NamePlan::new(pen, names, pitch(names, width_px))),
    }
}

fn pitch(names: &[String], width_px: f64) -> f64 {
    width_px / names.len().saturating_sub(1).max(1) as f64
}

fn below(pen: &Pen, plot: &Plot, names: &[String], plan: NamePlan) {
    let step = pitch(names, plot.frame.width());
    plan.draw(pen, names, (step, plot.frame.bottom), |at| {
        plot.at(at as f64, 0.0).0
    });
}

/// Date ticks of the finest rhythm whose labels leave room between one another.
fn dates(pen: &Pen, plot: &Plot, chart: &Chart, days: &[i32], edges_px: (f64, f64)) {
    let look = pen.label().hanging();
    let (first, last) = (days[0], days[days.len() - 1]);
    let gap = days
        .windows(2)
        .map(|pair| pair[1] - pair[0])
        .min()
        .unwrap_or(1);
    let most = (plot.frame.width() / look.size_px / 2.0) as usize + 1;
    let rhythms = RHYTHMS
        .iter()
        .filter(|rhythm| rhythm.days_apart() >= gap.min(365));
    for rhythm in rhythms.filter(|rhythm| rhythm.count(first, last) <= most) {
        let ticks = rhythm.ticks((first, last), days, &chart.locale);
        let placed: Vec<(f64, f64, &DateTick)> = ticks
            .iter()
            .map(|tick| {
                let x = plot.at(f64::from(tick.day), 0.0).0;
                let width = look.width_px(&tick.label);
                let left = (x - width / 2.0).min(edges_px.1 - width).max(edges_px.0);
                (left, left + width, tick)
            })
            .collect();
        if placed
            .windows(2)
            .any(|pair| pair[0].1 + look.size_px > pair[1].0)
        {
            continue;
        }
        for (left, _, tick) in placed {
            let x = plot.at(f64::from(tick.day), 0.0).0;
            let foot = plot.frame.bottom;
            pen.hairline(
                (x, foot + 1.0),
                (x, foot + 4.0 * pen.em),
                pen.tones.line_strong,
            );
            pen.text(&tick.label, (left, foot + look.size_px * 0.85), look);
        }
        return;
    }
}

fn strokes<'a>(pen: &Pen<'a>, plot: &Plot<'a>, axis: &Axis, series: &[Series]) {
    let order = [Role::Previous, Role::Other, Role::Primary];
    for role in order {
        for (at, one) in series
            .iter()
            .enumerate()
            .filter(|(_, one)| one.role == role)
        {
            let look = (
                pen.theme.role_colour(role, at),
                width_px(pen, plot, axis.len(), role),
            );
            for run in runs(axis, &one.points) {
                stroke(pen, plot, run, look);
            }
        }
    }
}

fn stroke<'a>(pen: &Pen<'a>, plot: &Plot<'a>, run: Vec<(f64, f64)>, look: (Colour, f64)) {
    match run[..] {
        [(x, y)] => pen.dot(plot.at(x, y), look.0, 3.0 * pen.em.sqrt()),
        _ => plot.path(pen, thin_out(plot, run), look),
    }
}

/// Lines are finer where points stand close.
fn width_px(pen: &Pen, plot: &Plot, points: usize, role: Role) -> f64 {
    let distance = plot.frame.width() / points.max(1) as f64;
    let full = if role == Role::Primary { 2.2 } else { 1.7 };
    (if distance < 4.0 { full * 0.62 } else { full }) * pen.em
}

/// The unbroken stretches of a series.
fn runs(axis: &Axis, points: &[Option<i64>]) -> Vec<Vec<(f64, f64)>> {
    let mut runs = vec![Vec::new()];
    for (at, point) in points.iter().enumerate() {
        match (point, runs.last_mut()) {
            (Some(n), Some(run)) => run.push((place(axis, at), *n as f64)),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Keeps first, least, greatest and last of the points that fall on the same half pixel: the line
/// looks the same and a hundred thousand points stay drawable (M4, Jugel et al. 2014).
fn thin_out(plot: &Plot, run: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    if (run.len() as f64) < plot.frame.width() * 4.0 {
        return run;
    }
    let column = |point: &(f64, f64)| (plot.at(point.0, point.1).0 * 2.0) as i64;
    let kept = run
        .chunk_by(|a, b| column(a) == column(b))
        .flat_map(|same| {
            let by_value = |a: &&(f64, f64), b: &&(f64, f64)| a.1.total_cmp(&b.1);
            let ends = [same.first(), same.last()];
            let peaks = [same.iter().min_by(by_value), same.iter().max_by(by_value)];
            let mut four: Vec<(f64, f64)> =
                ends.into_iter().chain(peaks).flatten().copied().collect();
            four.sort_by(|a, b| a.0.total_cmp(&b.0));
            four.dedup();
            four
        });
    kept.collect()
}
