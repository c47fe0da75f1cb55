//! Wall clocks and calendar words as screens show them.

use domain::Day;

const MINUTE_MS: i64 = 60_000;
const DAY_MINUTES: i64 = 24 * 60;

/// The wall clock of an instant, `YYYY-MM-DDTHH:MM`.
pub(crate) fn local(at_ms: i64, offset_min: i32) -> String {
    let minutes = at_ms
        .div_euclid(MINUTE_MS)
        .saturating_add(i64::from(offset_min));
    let day = i32::try_from(minutes.div_euclid(DAY_MINUTES)).unwrap_or(i32::MAX);
    let of_day = minutes.rem_euclid(DAY_MINUTES);
    format!("{}T{:02}:{:02}", Day(day), of_day / 60, of_day % 60)
}

/// The month of a day, `YYYY-MM`.
pub(crate) fn month(day: Day) -> String {
    let (year, month, _) = day.ymd();
    format!("{year:04}-{month:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wall_clock_is_that_of_the_place() {
        assert_eq!(local(0, 0), "1970-01-01T00:00");
        assert_eq!(local(-1, 0), "1969-12-31T23:59");
        assert_eq!(local(1_291_191_960_000, -300), "2010-12-01T03:26");
        assert_eq!(month(Day::parse("2010-12-31").unwrap()), "2010-12");
    }
}
