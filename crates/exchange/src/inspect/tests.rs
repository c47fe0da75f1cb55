//! What inspections find.

use super::*;
use crate::{DateFormat, DecimalMark, Field, RowKind};

fn look_at(text: &str) -> Inspection {
    inspect(&Source::bytes("x.csv", text.as_bytes().to_vec())).unwrap()
}

fn look_as(bytes: &[u8], options: InspectOptions) -> Result<Inspection, ReadError> {
    inspect_as(&Source::bytes("x.csv", bytes.to_vec()), &options)
}

#[test]
fn what_a_person_says_of_a_file_comes_before_what_it_seems_to_be() {
    let text = b"sku;title, long;price\nA;caf\xe9, black;1,5\n";
    let seen = look_as(text, InspectOptions::default()).unwrap();
    assert_eq!(
        (seen.encoding.as_str(), seen.delimiter, seen.has_header),
        ("windows-1252", ';', true)
    );
    let told = InspectOptions {
        encoding: Some("windows-1251".into()),
        delimiter: Some(','),
        has_header: Some(false),
    };
    let told = look_as(text, told).unwrap();
    let form = (told.encoding.as_str(), told.delimiter, told.has_header);
    assert_eq!(form, ("windows-1251", ',', false));
    assert_eq!(told.columns.len(), 3);
    let rows = [
        vec!["sku;title", "long;price"],
        vec!["A;caf\u{439}", "black;1", "5"],
    ];
    assert_eq!(told.preview, rows);
    assert_eq!(told.columns[0].header, None);
}

#[test]
fn the_suggestion_follows_what_was_said() {
    let text = b"sku|price\nA,1|1\n";
    let one = |delimiter| InspectOptions {
        delimiter: Some(delimiter),
        ..InspectOptions::default()
    };
    assert_eq!(look_as(text, one('|')).unwrap().columns.len(), 2);
    assert_eq!(look_as(text, one(';')).unwrap().columns.len(), 1);
    let three = b"sku;title;price\nA;Tea;1\n";
    let suggested = look_as(three, one(';')).unwrap().suggested.unwrap();
    assert_eq!(
        (suggested.rows, suggested.delimiter),
        (RowKind::Products, Some(';'))
    );
}

#[test]
fn a_byte_order_mark_comes_before_what_was_said() {
    let told = InspectOptions {
        encoding: Some("windows-1252".into()),
        ..InspectOptions::default()
    };
    let found = look_as("\u{feff}a,b\nÄ,1\n".as_bytes(), told).unwrap();
    assert_eq!(
        (found.encoding.as_str(), found.byte_order_mark),
        ("UTF-8", true)
    );
    assert_eq!(found.preview, [["Ä", "1"]]);
}

#[test]
fn an_impossible_option_is_refused_by_name() {
    let encoding = |label: &str| InspectOptions {
        encoding: Some(label.into()),
        ..InspectOptions::default()
    };
    let delimiter = |sign| InspectOptions {
        delimiter: Some(sign),
        ..InspectOptions::default()
    };
    for (options, code) in [
        (encoding("latin-nothing"), "encoding_unknown"),
        (encoding("replacement"), "encoding_unknown"),
        (delimiter('a'), "delimiter_unfit"),
        (delimiter('"'), "delimiter_unfit"),
        (delimiter('→'), "delimiter_unfit"),
    ] {
        assert_eq!(look_as(b"a,b\n1,2\n", options).unwrap_err().code(), code);
    }
}

#[test]
fn a_date_is_ambiguous_until_one_row_settles_it() {
    let open = look_at("when,n\n3/4/2024,1\n5/6/2024,2\n");
    assert_eq!(open.columns[0].kind, ColumnKind::Date);
    let both = [DateFormat::DayMonthYearSlash, DateFormat::MonthDayYearSlash];
    assert_eq!(
        (&open.columns[0].date_formats[..], open.columns[0].ambiguous),
        (&both[..], true)
    );
    let settled = look_at("when,n\n3/4/2024,1\n5/13/2024,2\n");
    assert_eq!(
        settled.columns[0].date_formats,
        [DateFormat::MonthDayYearSlash]
    );
    assert!(!settled.columns[0].ambiguous);
}

#[test]
fn the_row_that_settles_a_date_may_be_the_last_of_many() {
    let mut text = "when,n\n".to_owned();
    text.push_str(&"3/4/2024,1\n".repeat(50_000));
    text.push_str("31/12/2024,1\n");
    let found = look_at(&text);
    assert_eq!((found.rows_seen, found.complete), (50_001, true));
    assert_eq!(
        found.columns[0].date_formats,
        [DateFormat::DayMonthYearSlash]
    );
}

#[test]
fn dates_that_read_the_same_either_way_are_not_ambiguous() {
    let found = look_at("when,n\n4/4/2024,1\n5/5/2024,1\n");
    assert_eq!(found.columns[0].date_formats.len(), 2);
    assert!(!found.columns[0].ambiguous);
}

#[test]
fn columns_are_judged_by_all_their_cells() {
    let found = look_at(
        "int;code;point;comma;either;text;none\n\
         1;007;1.5;1,5;1,234;a;\n\
         -20;010;1,234.50;1.234,50;2,345;1;\n",
    );
    let kinds: Vec<_> = found.columns.iter().map(|column| column.kind).collect();
    use ColumnKind::{Decimal, Empty, Integer, Text};
    assert_eq!(
        kinds,
        [Integer, Text, Decimal, Decimal, Decimal, Text, Empty]
    );
    assert_eq!(found.columns[2].decimal_marks, [DecimalMark::Point]);
    assert_eq!(found.columns[3].decimal_marks, [DecimalMark::Comma]);
    assert!(found.columns[4].ambiguous);
    assert_eq!(found.delimiter, ';');
}

#[test]
fn a_header_is_told_from_values() {
    for (text, has_header) in [
        ("a,b,c\n1,2,3\n", true),
        ("1,2,3\n4,5,6\n", false),
        ("sku,name\nA,Apple\n", true),
        ("2024-01-02,x\n2024-01-03,y\n", false),
        ("Name,,\nx,1,2\n", true),
        ("a,b\n", true),
    ] {
        assert_eq!(look_at(text).has_header, has_header, "{text:?}");
    }
}

#[test]
fn the_preview_holds_the_first_rows_and_cuts_long_cells() {
    let long = "x".repeat(500);
    let found = look_at(&format!("a,b\n1,{long}\n{}", "2,y\n".repeat(50)));
    assert_eq!(found.preview.len(), limits::PREVIEW_ROWS);
    assert_eq!(found.preview[0][1].len(), limits::VALUE_CHARS);
    assert_eq!(found.rows_seen, 51);
}

#[test]
fn online_retail_is_recognised_by_its_columns() {
    let header = online_retail::COLUMNS.join(",");
    let row = "536365,85123A,HEART,6,12/1/2010 8:26,2.55,17850,United Kingdom";
    assert_eq!(
        look_at(&format!("{header}\n{row}\n")).layout,
        Some(KnownLayout::OnlineRetail)
    );
    assert_eq!(look_at("InvoiceNo,StockCode\n1,2\n").layout, None);
}

#[test]
fn a_german_order_list_gets_a_mapping_that_reads_it() {
    let text = "Bestellnummer;Bestelldatum;Kundennummer;Artikelnummer;\
                Bezeichnung;Menge;Einzelpreis\n\
                B-1;24.12.2025;K7;A-1;Kerze;2;1.234,50\n";
    let mapping = look_at(text).suggested.unwrap();
    assert_eq!(mapping.rows, RowKind::OrderLines);
    assert_eq!(mapping.date_format, Some(DateFormat::DayMonthYearPoint));
    assert_eq!(mapping.decimal, DecimalMark::Comma);
    assert_eq!(mapping.faults(), []);
    assert_eq!(mapping.columns.len(), 7);
}

#[test]
fn an_ambiguous_date_leaves_the_format_for_a_person_to_choose() {
    let text = "Order ID,Order date,SKU,Quantity,Price\n1,3/4/2024,A,1,2.50\n";
    let mapping = look_at(text).suggested.unwrap();
    assert_eq!(mapping.date_format, None);
    let fields: Vec<_> = mapping
        .faults()
        .into_iter()
        .map(|fault| fault.field)
        .collect();
    assert_eq!(fields, ["date_format"]);
}

#[test]
fn customers_and_products_are_told_apart() {
    let people = look_at("First Name,Last Name,Email,Phone,Zip,City,Country\nA,B,a@b.c,1,2,C,DE\n");
    let people = people.suggested.unwrap();
    assert_eq!(people.rows, RowKind::Customers);
    assert_eq!(
        people.columns[&Field::Name],
        crate::Column::Joined(vec![crate::ColumnRef::Index(0), crate::ColumnRef::Index(1),])
    );
    let goods = look_at("Handle,SKU,Name,Price,Cost,Barcode,In stock\ncoke,1,Cola,1.4,0.8,54,24\n");
    assert_eq!(goods.suggested.unwrap().rows, RowKind::Products);
    assert_eq!(look_at("x,y\n1,2\n").suggested, None);
}
