//! The time of day behind a date: `T10:14`, ` 8:26`, ` 2:05:09 PM`, ` 10:14:00 -0400`, `Z`.

use chrono::NaiveTime;

use super::digits;

/// Reads what follows a date. Nothing at all is midnight; anything unknown is `None`.
pub(super) fn parse(text: &str) -> Option<(NaiveTime, Option<i16>)> {
    if text.is_empty() {
        return Some((NaiveTime::MIN, None));
    }
    let text = text.trim_start_matches(',');
    let rest = text
        .strip_prefix('T')
        .or_else(|| text.strip_prefix(' '))?
        .trim_start();
    let (hour, rest) = digits(rest, 2)?;
    let (minute, rest) = two(rest.strip_prefix(':')?)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(seconds) => two(seconds)?,
        None => (0, rest),
    };
    let (hour, rest) = half_day(hour, fraction_skipped(rest))?;
    let offset = offset(rest.trim())?;
    Some((NaiveTime::from_hms_opt(hour, minute, second)?, offset))
}

fn two(text: &str) -> Option<(u32, &str)> {
    let (value, rest) = digits(text, 2)?;
    (text.len() - rest.len() == 2).then_some((value, rest))
}

fn fraction_skipped(text: &str) -> &str {
    match text.strip_prefix(['.', ',']) {
        Some(rest) => rest.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => text,
    }
}

/// Turns an hour before AM or PM into one of 24.
fn half_day(hour: u32, text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start();
    let Some(mark) = rest.get(..2).map(str::to_ascii_lowercase) else {
        return Some((hour, text));
    };
    let afternoon = match mark.as_str() {
        "am" => 0,
        "pm" => 12,
        _ => return Some((hour, text)),
    };
    (1..=12)
        .contains(&hour)
        .then_some((hour % 12 + afternoon, &rest[2..]))
}

/// Minutes east of UTC; the outer `None` refuses the text.
fn offset(text: &str) -> Option<Option<i16>> {
    let (sign, rest) = match text {
        "" => return Some(None),
        "Z" | "z" | "UTC" | "GMT" => return Some(Some(0)),
        _ => match text.split_at_checked(1)? {
            ("+", rest) => (1, rest),
            ("-", rest) => (-1, rest),
            _ => return None,
        },
    };
    let (hours, minutes) = match rest.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None => rest.split_at_checked(2)?,
    };
    let (hours, after_hours) = two(hours)?;
    let (minutes, after_minutes) = if minutes.is_empty() {
        (0, "")
    } else {
        two(minutes)?
    };
    let whole = after_hours.is_empty() && after_minutes.is_empty() && hours <= 14 && minutes < 60;
    let total = i16::try_from(hours * 60 + minutes).ok()?;
    whole.then_some(Some(sign * total))
}
