//! The digits of a printed number: groups checked, scaled exactly.

use super::affix::Bare;
use super::{DecimalMark, NumberFault};

/// Digits before the mark that are looked at; 19 fill an `i64`, leading zeros may add some.
const DIGITS: usize = 40;

/// The value in units of `10^-digits`.
pub(super) fn scaled(bare: &Bare<'_>, mark: DecimalMark, digits: u32) -> Result<i64, NumberFault> {
    let (whole, fraction) = match bare.body.split_once(mark.character()) {
        Some((whole, fraction)) => (whole, fraction),
        None => (&*bare.body, ""),
    };
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(fault_of(fraction, mark));
    }
    let whole = ungrouped(whole, mark)?;
    let (kept, cut) = fraction.split_at(fraction.len().min(digits as usize));
    if cut.bytes().any(|byte| byte != b'0') {
        return Err(NumberFault::TooPrecise);
    }
    let missing = digits as usize - kept.len();
    let zeros = std::iter::repeat_n(b'0', missing);
    let sign = if bare.negative { -1 } else { 1 };
    whole
        .bytes()
        .chain(kept.bytes())
        .chain(zeros)
        .try_fold(0_i64, |value, byte| {
            let digit = i64::from(byte - b'0') * sign;
            value
                .checked_mul(10)
                .and_then(|value| value.checked_add(digit))
                .ok_or(NumberFault::TooLarge)
        })
}

/// A second mark or a group behind the mark: the other decimal mark is meant.
fn fault_of(fraction: &str, mark: DecimalMark) -> NumberFault {
    let numeric = |c: char| c.is_ascii_digit() || is_group(c, mark) || c == mark.character();
    if fraction.chars().all(numeric) {
        NumberFault::Grouping
    } else {
        NumberFault::NotANumber
    }
}

/// Digits without their group separators: one kind of separator, three digits in the last group,
/// two or three in those between (Indian lakh and crore), one to three in the first.
fn ungrouped(whole: &str, mark: DecimalMark) -> Result<String, NumberFault> {
    if whole.len() > DIGITS {
        return Err(NumberFault::TooLarge);
    }
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return Ok(whole.to_owned());
    };
    if !is_group(separator, mark) {
        return Err(NumberFault::NotANumber);
    }
    let groups: Vec<&str> = whole.split(separator).collect();
    if !groups
        .iter()
        .all(|group| group.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return Err(NumberFault::NotANumber);
    }
    let last = groups.len() - 1;
    let fits = groups.iter().enumerate().all(|(place, group)| match place {
        0 => (1..=3).contains(&group.len()),
        place if place == last => group.len() == 3,
        _ => group.len() == 2 || group.len() == 3,
    });
    if fits {
        Ok(groups.concat())
    } else {
        Err(NumberFault::Grouping)
    }
}

fn is_group(separator: char, mark: DecimalMark) -> bool {
    let other = match mark {
        DecimalMark::Point => ',',
        DecimalMark::Comma => '.',
    };
    separator == other
        || matches!(
            separator,
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’'
        )
}
