//! Tables of printed dates.

use proptest::prelude::*;

use super::*;

fn parsed(format: &str, text: &str) -> Option<(String, Option<i16>)> {
    let format: DateFormat = serde_json::from_value(format.into()).unwrap();
    let time = format.parse(text)?;
    Some((time.at.to_string(), time.utc_offset_minutes))
}

/// Format, text, local time (empty: no such date), minutes east of UTC.
const PRINTED: [(&str, &str, &str, Option<i16>); 18] = [
    ("M/D/YYYY", "12/1/2010 8:26", "2010-12-01 08:26:00", None),
    ("D/M/YYYY", "12/1/2010 8:26", "2010-01-12 08:26:00", None),
    ("D/M/YYYY", "31/12/12", "2012-12-31 00:00:00", None),
    ("M/D/YYYY", "08/14/99", "1999-08-14 00:00:00", None),
    (
        "YYYY-MM-DD",
        "2026-09-03 10:14:00 -0400",
        "2026-09-03 10:14:00",
        Some(-240),
    ),
    (
        "YYYY-MM-DD",
        "2009-01-01T10:50:49-08:00",
        "2009-01-01 10:50:49",
        Some(-480),
    ),
    (
        "YYYY-MM-DD",
        "2009-01-01T10:50:49.123Z",
        "2009-01-01 10:50:49",
        Some(0),
    ),
    ("YYYY-MM-DD", "2015-11-04", "2015-11-04 00:00:00", None),
    (
        "YYYY/MM/DD",
        "2015/1/4 3:05 pm",
        "2015-01-04 15:05:00",
        None,
    ),
    ("YYYYMMDD", "20140102", "2014-01-02 00:00:00", None),
    ("YYYYMMDD", "20140102T0815", "", None),
    ("D.M.YYYY", "9.12.2011 12:50", "2011-12-09 12:50:00", None),
    (
        "D.M.YYYY",
        "09.12.11, 23:59:59",
        "2011-12-09 23:59:59",
        None,
    ),
    ("D-MMM-YYYY", "26-May-26", "2026-05-26 00:00:00", None),
    (
        "D MMM YYYY",
        "9. Dezember 2011",
        "2011-12-09 00:00:00",
        None,
    ),
    (
        "D MMM YYYY",
        "3 März 2024 08:00",
        "2024-03-03 08:00:00",
        None,
    ),
    (
        "MMM D, YYYY",
        "Dec 9, 2011 12:05 AM",
        "2011-12-09 00:05:00",
        None,
    ),
    ("M-D-YYYY", "2-29-2024", "2024-02-29 00:00:00", None),
];

#[test]
fn printed_dates_become_local_times() {
    for (format, text, at, offset) in PRINTED {
        let expected = (!at.is_empty()).then(|| (at.to_owned(), offset));
        assert_eq!(parsed(format, text), expected, "{format} {text}");
    }
}

#[test]
fn what_is_not_such_a_date_is_refused() {
    let table = [
        ("M/D/YYYY", "13/1/2010"),
        ("D/M/YYYY", "1/13/2010"),
        ("D/M/YYYY", "29/2/2023"),
        ("D/M/YYYY", "1.2.2023"),
        ("D/M/YYYY", "1/2/202"),
        ("YYYY-MM-DD", "24-01-02"),
        ("YYYY-MM-DD", "2024-01-02 25:00"),
        ("YYYY-MM-DD", "2024-01-02 10:5"),
        ("YYYY-MM-DD", "2024-01-02 13:05 PM"),
        ("YYYY-MM-DD", "2024-01-02 10:00 +99:00"),
        ("YYYY-MM-DD", "2024-01-02x"),
        ("YYYY-MM-DD", "0001-01-01"),
        ("YYYYMMDD", "201401021"),
        ("D MMM YYYY", "3 Foo 2024"),
        ("D MMM YYYY", ""),
    ];
    for (format, text) in table {
        assert_eq!(parsed(format, text), None, "{format} {text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_a_date_or_is_not(text in "\\PC{0,32}") {
        for format in DateFormat::ALL {
            if let Some(time) = format.parse(&text) {
                prop_assert!(text.contains(|c: char| c.is_ascii_digit()), "{:?}", time);
            }
        }
    }
}
