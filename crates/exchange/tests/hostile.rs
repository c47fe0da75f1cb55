//! Files and strings that have broken other programs. Each file must give documents or a clear
//! error, and every row that is read must be accounted for.

#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use exchange::{
    Cell, CsvWriter, DateFormat, Field, ForeignDocument, Inspection, Layout, Mapping, ReadError,
    Report, RowKind, Source, inspect, read,
};
use proptest::prelude::*;

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/csv")
        .join(folder)
}

/// Files of a folder by name.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(fixtures(folder)).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    assert!(!files.is_empty());
    files
}

/// Mappings that read the first columns of any file as each kind of row.
fn mappings() -> [Mapping; 3] {
    let mut orders = Mapping::new(RowKind::OrderLines)
        .with(Field::DocumentNumber, 0)
        .with(Field::PlacedAt, 1)
        .with(Field::Sku, 0)
        .with(Field::Quantity, 2)
        .with(Field::UnitPrice, 2);
    orders.date_format = Some(DateFormat::YearMonthDayDash);
    let products = Mapping::new(RowKind::Products)
        .with(Field::Sku, 0)
        .with(Field::Price, 1);
    let customers = Mapping::new(RowKind::Customers)
        .with(Field::Name, 0)
        .with(Field::Tags, 1);
    [orders, products, customers].map(|mapping| Mapping {
        has_header: false,
        ..mapping
    })
}

fn report(source: &Source, layout: &Layout) -> Result<(u32, Report), ReadError> {
    let documents = read(source, layout, 2)?;
    let (total_rows, mut report) = (documents.total_rows(), Report::default());
    for batch in documents {
        report.add(&batch?);
    }
    Ok((total_rows, report))
}

/// Reads a source in every way and checks that rows are accounted for.
fn read_every_way(source: &Source) {
    let inspected = inspect(source);
    let suggested = inspected.ok().and_then(|found| found.suggested);
    let layouts = mappings()
        .into_iter()
        .chain(suggested)
        .map(|m| Layout::Mapped(Box::new(m)));
    for layout in layouts.chain([Layout::OnlineRetail]) {
        match report(source, &layout) {
            Ok((total_rows, report)) => assert_eq!(report.tally.total(), total_rows, "{source:?}"),
            Err(error) => assert!(!error.to_string().is_empty() && !error.code().is_empty()),
        }
    }
}

#[test]
fn every_hostile_file_gives_documents_or_a_clear_error() {
    for folder in ["csv_spectrum", "csvkit", "agate", "blns", "csv_injection"] {
        for path in files(folder) {
            read_every_way(&Source::file(path));
        }
    }
}

#[test]
fn the_files_of_csv_spectrum_hold_what_they_should() {
    let expectations = files("csv_spectrum/expected");
    assert_eq!(expectations.len(), 11);
    for path in expectations {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let file = fixtures("csv_spectrum").join(format!("{name}.csv"));
        let found = inspect(&Source::file(file)).unwrap();
        let expected = std::fs::read_to_string(path).unwrap();
        let expected: Vec<serde_json::Map<String, serde_json::Value>> =
            serde_json::from_str(&expected).unwrap();
        let headers: Vec<_> = found
            .columns
            .iter()
            .map(|c| c.header.clone().unwrap())
            .collect();
        assert_eq!(
            headers,
            expected[0].keys().cloned().collect::<Vec<_>>(),
            "{name}"
        );
        let rows: Vec<Vec<String>> = expected
            .iter()
            .map(|row| {
                row.values()
                    .map(|cell| cell.as_str().unwrap().trim().to_owned())
                    .collect()
            })
            .collect();
        assert_eq!(found.preview, rows, "{name}");
    }
}

#[test]
fn the_form_of_every_csvkit_file_is_found() {
    let form = |name: &str| {
        let found: Inspection = inspect(&Source::file(fixtures(name))).unwrap();
        (
            found.encoding,
            found.delimiter,
            found.has_header,
            found.rows_seen,
            found.columns.len(),
        )
    };
    let table = [
        ("csvkit/dummy.csv", "UTF-8", ',', true, 1, 3),
        ("csvkit/dummy.csv.gz", "UTF-8", ',', true, 1, 3),
        ("csvkit/dummy.tsv", "UTF-8", '\t', true, 1, 3),
        ("csvkit/sniff_limit.csv", "UTF-8", ';', true, 1, 3),
        ("csvkit/mac_newlines.csv", "UTF-8", ',', true, 2, 3),
        ("csvkit/no_header_row.csv", "UTF-8", ',', false, 1, 3),
        ("csvkit/test_empty_columns.csv", "UTF-8", ',', true, 3, 5),
        ("csvkit/test_header_newline.csv", "UTF-8", ',', true, 1, 3),
        ("csvkit/test_latin1.csv", "windows-1252", ',', true, 2, 3),
        ("csvkit/test_utf16_big.csv", "UTF-16BE", ',', true, 2, 3),
        ("csvkit/test_utf16_little.csv", "UTF-16LE", ',', true, 2, 3),
        ("csvkit/test_utf8_bom.csv", "UTF-8", ',', true, 2, 3),
        ("csvkit/bad.csv", "UTF-8", ',', true, 3, 4),
        ("agate/agate_test_cr.csv", "UTF-8", ',', true, 3, 6),
        ("agate/agate_test_csv_sniff.csv", "UTF-8", '|', true, 3, 6),
    ];
    for (name, encoding, delimiter, has_header, rows, columns) in table {
        let expected = (encoding.to_owned(), delimiter, has_header, rows, columns);
        assert_eq!(form(name), expected, "{name}");
    }
}

#[test]
fn what_is_no_table_is_refused_by_name() {
    for (name, code) in [
        ("csvkit/dummy.xls", "file_not_text"),
        ("csvkit/dummy.xlsx", "file_not_text"),
        ("csvkit/empty.csv", "file_empty"),
        ("csvkit", "file_unreadable"),
    ] {
        assert_eq!(
            inspect(&Source::file(fixtures(name))).unwrap_err().code(),
            code,
            "{name}"
        );
    }
}

#[test]
fn dates_and_numbers_of_csvkit_are_judged_as_its_authors_do() {
    let column = |name: &str, place: usize| {
        inspect(&Source::file(fixtures(name)))
            .unwrap()
            .columns
            .swap_remove(place)
    };
    let dates = column("csvkit/test_date_format.csv", 0);
    assert_eq!(
        (dates.date_formats, dates.ambiguous),
        (vec![DateFormat::DayMonthYearSlash], false)
    );
    let packed = column("csvkit/test_numeric_date_format.csv", 0).date_formats;
    assert_eq!(packed, [DateFormat::YearMonthDayPacked]);
    let marks = column("csvkit/test_locale.csv", 0).decimal_marks;
    assert_eq!(marks, [exchange::DecimalMark::Comma]);
    assert_eq!(column("csvkit/date_like_number.csv", 0).date_formats, []);
}

/// Writes names to a file and reads them back as customers.
fn round_trip(names: &[String]) -> Vec<Option<String>> {
    let mut writer = CsvWriter::new(Vec::new(), true).unwrap();
    writer
        .row(&[Cell::Text("Code"), Cell::Text("Name")])
        .unwrap();
    for (number, name) in (0_i64..).zip(names) {
        writer
            .row(&[Cell::Integer(number), Cell::Text(name)])
            .unwrap();
    }
    let source = Source::bytes("names.csv", writer.finish().unwrap());
    let mapping = Mapping::new(RowKind::Customers)
        .with(Field::Code, "Code")
        .with(Field::Name, "Name");
    let mapping = Mapping {
        delimiter: Some(','),
        quote: Some('"'),
        ..mapping
    };
    let batches = read(&source, &Layout::Mapped(Box::new(mapping)), 2).unwrap();
    let documents = batches.flat_map(|batch| {
        let batch = batch.unwrap();
        assert_eq!(batch.problems, []);
        batch.documents
    });
    let name = |document| match document {
        ForeignDocument::Customer(customer) => customer.name,
        other => panic!("no customer but {other:?}"),
    };
    documents.map(name).collect()
}

fn trimmed(name: &str) -> Option<String> {
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

#[test]
fn naughty_strings_come_back_as_they_went() {
    let json = std::fs::read_to_string(fixtures("blns/blns.json")).unwrap();
    let names: Vec<String> = serde_json::from_str(&json).unwrap();
    assert!(names.len() > 400);
    let expected: Vec<_> = names.iter().map(|name| trimmed(name)).collect();
    assert_eq!(round_trip(&names), expected);
}

#[test]
fn formulas_are_harmless_in_the_file_and_whole_when_read() {
    let payloads = std::fs::read_to_string(fixtures("csv_injection/csv-payload.txt")).unwrap();
    let payloads: Vec<String> = payloads.lines().map(str::to_owned).collect();
    let mut writer = CsvWriter::new(Vec::new(), false).unwrap();
    payloads
        .iter()
        .for_each(|text| writer.row(&[Cell::Text(text)]).unwrap());
    let written = String::from_utf8(writer.finish().unwrap()).unwrap();
    for line in written.lines() {
        let cell = line.trim_start_matches('"');
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{line}");
    }
    let expected: Vec<_> = payloads.iter().map(|text| trimmed(text)).collect();
    assert_eq!(round_trip(&payloads), expected);
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        read_every_way(&Source::bytes("x.csv", bytes));
    }

    #[test]
    fn random_tables_are_accounted_for(text in "([A-C1-3]?[,;\"'\n0-9./-]{0,6}){0,40}") {
        read_every_way(&Source::bytes("x.csv", text.into_bytes()));
    }

    #[test]
    fn any_text_survives_writing_and_reading(name in "[^\u{0}]{1,20}") {
        prop_assert_eq!(round_trip(std::slice::from_ref(&name)), vec![trimmed(&name)]);
    }
}
