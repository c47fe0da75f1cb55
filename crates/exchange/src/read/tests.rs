//! Reading by mappings.

use super::*;
use crate::limits;
use crate::{DateFormat, DecimalMark, Field, ForeignDocument, ForeignKind, ProblemCode, RowKind};
use crate::{Report, RowClass};

fn orders() -> Mapping {
    let mut mapping = Mapping::new(RowKind::OrderLines)
        .with(Field::DocumentNumber, "Order")
        .with(Field::PlacedAt, "Date")
        .with(Field::Sku, "SKU")
        .with(Field::Quantity, "Qty")
        .with(Field::UnitPrice, "Price");
    mapping.date_format = Some(DateFormat::YearMonthDayDash);
    mapping
}

fn all(text: &str, mapping: Mapping) -> (Vec<ForeignDocument>, Report) {
    let source = Source::bytes("x.csv", text.as_bytes().to_vec());
    let layout = Layout::Mapped(Box::new(mapping));
    let (mut documents, mut report) = (Vec::new(), Report::default());
    for batch in read(&source, &layout, 2).unwrap() {
        let batch = batch.unwrap();
        report.add(&batch);
        documents.extend(batch.documents);
    }
    (documents, report)
}

fn kinds(text: &str, mapping: Mapping) -> Vec<ForeignKind> {
    let kind = |document| match document {
        ForeignDocument::Order(order) => order.kind,
        other => panic!("no order but {other:?}"),
    };
    all(text, mapping).0.into_iter().map(kind).collect()
}

#[test]
fn every_field_of_an_order_line_arrives() {
    let mut mapping = orders()
        .with(Field::Title, "Title")
        .with(Field::Discount, "Off")
        .with(Field::TaxRate, "VAT")
        .with(Field::CustomerCode, "Code")
        .with(Field::CustomerName, ["First", "Last"])
        .with(Field::CustomerEmail, "Mail")
        .with(Field::Country, "Land")
        .with(Field::Currency, "Cur")
        .with(Field::Channel, "Via")
        .with(Field::PlacedAt, ["Date", "Time"]);
    mapping.decimal = DecimalMark::Comma;
    mapping.service_skus = vec!["SHIP".into()];
    let text = "Order;Date;Time;SKU;Title;Qty;Price;Off;VAT;Code;First;Last;Mail;Land;Cur;Via\n\
                7;2025-12-24;14:05;SHIP;Versand;1,5;1.234,56;-2,00;8,875 %;K1;\
                Ada;Roe;a@b.c;Österreich;eur;web\n\
                7;;;A;;1;0;;;;;;;;;\n";
    let (documents, report) = all(text, mapping);
    let [ForeignDocument::Order(order)] = &documents[..] else {
        panic!("{report:?}")
    };
    assert_eq!(order.placed_at.to_string(), "2025-12-24 14:05:00");
    assert_eq!(order.customer_name.as_deref(), Some("Ada Roe"));
    assert_eq!(order.customer_code.as_deref(), Some("K1"));
    assert_eq!(order.customer_email.as_deref(), Some("a@b.c"));
    assert_eq!(
        (order.country.as_deref(), order.country_code),
        (Some("Österreich"), Some("AT"))
    );
    assert_eq!(
        (order.currency.as_deref(), order.channel.as_deref()),
        (Some("EUR"), Some("web"))
    );
    let line = &order.lines[0];
    assert_eq!(
        (line.quantity_milli, line.unit_price_micro),
        (1_500, 1_234_560_000)
    );
    assert_eq!(
        (line.discount_micro, line.tax_rate_ppm),
        (2_000_000, Some(88_750))
    );
    assert!(line.service && !order.lines[1].service);
    assert_eq!(report.tally.accepted[&RowClass::SaleLine], 2);
}

#[test]
fn fixed_values_stand_in_for_empty_cells() {
    let mut mapping = orders().with(Field::Currency, "Cur");
    mapping.fixed.currency = Some("EUR".into());
    mapping.fixed.channel = Some("fair".into());
    let text = "Order,Date,SKU,Qty,Price,Cur\n1,2025-01-02,A,1,1,USD\n2,2025-01-02,A,1,1,\n";
    let (documents, _) = all(text, mapping);
    let found = documents.iter().map(|document| match document {
        ForeignDocument::Order(order) => (order.currency.clone(), order.channel.clone()),
        other => panic!("{other:?}"),
    });
    let fair = Some("fair".to_owned());
    let expected = [
        (Some("USD".to_owned()), fair.clone()),
        (Some("EUR".to_owned()), fair),
    ];
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn the_signs_of_the_quantities_say_what_a_document_is() {
    let text = "Order,Date,SKU,Qty,Price\n1,2025-01-02,A,2,1\n2,2025-01-02,A,-2,1\n";
    assert_eq!(
        kinds(text, orders()),
        [ForeignKind::Sale, ForeignKind::Return]
    );
    let mut off = orders().with(Field::Title, "SKU");
    off.negative_quantity = crate::mapping::NegativeQuantity::WriteOff;
    assert_eq!(
        kinds(text, off)[1],
        ForeignKind::WriteOff { reason: "A".into() }
    );
    let mut refuse = orders();
    refuse.negative_quantity = crate::mapping::NegativeQuantity::Refuse;
    let (documents, report) = all(text, refuse);
    assert_eq!(
        (documents.len(), report.problems.first[0].code),
        (1, ProblemCode::NegativeQuantity)
    );
}

#[test]
fn the_kind_column_comes_before_the_signs() {
    let mut mapping = orders().with(Field::Kind, "Kind");
    mapping
        .kinds
        .insert("Zurück".into(), crate::mapping::KindWord::Return);
    let text = "Order,Date,SKU,Qty,Price,Kind\n\
                1,2025-01-02,A,2,1,Refund\n2,2025-01-02,A,-2,1,GUTSCHRIFT\n\
                3,2025-01-02,A,2,1,zurück\n4,2025-01-02,A,1,-5,Adjustment\n\
                5,2025-01-02,A,1,1,Layaway\n6,2025-01-02,A,-1,1,Sale\n";
    let (documents, report) = all(text, mapping);
    for document in &documents[..3] {
        let ForeignDocument::Order(order) = document else {
            panic!("{document:?}")
        };
        assert_eq!(
            (&order.kind, order.lines[0].quantity_milli),
            (&ForeignKind::Return, -2_000)
        );
    }
    assert!(matches!(&documents[3], ForeignDocument::Order(order)
        if order.kind == ForeignKind::Adjustment && order.lines[0].service));
    let codes: Vec<_> = report
        .problems
        .first
        .iter()
        .map(|problem| problem.code)
        .collect();
    assert_eq!(
        codes,
        [ProblemCode::UnknownKind, ProblemCode::NegativeQuantity]
    );
}

#[test]
fn a_document_that_sells_and_takes_back_is_refused() {
    let text = "Order,Date,SKU,Qty,Price\n1,2025-01-02,A,2,1\n1,2025-01-02,B,-1,1\n";
    let (documents, report) = all(text, orders());
    assert_eq!(documents, []);
    assert_eq!(report.tally.refused["mixed_signs"], 1);
    assert_eq!(report.tally.refused["document_refused"], 1);
}

#[test]
fn every_row_is_accounted_for() {
    let text = "Order,Date,SKU,Qty,Price\n1,2025-01-02,A,2,1\n,,,,\n,2025-01-02,A,1,1\n\
                2,2025-01-02,A,1,1,surplus\n3,,A,1,1\n1,2025-01-02,A,2,1\n2,2025-01-02,B,1,0.001\n";
    let (_, report) = all(text, orders());
    assert_eq!(report.tally.total(), 7);
    assert_eq!(report.tally.accepted_total(), 2);
    assert_eq!(
        (
            report.duplicates.count,
            report.duplicates.first[0].row_number
        ),
        (1, 7)
    );
    let refused: Vec<_> = report
        .tally
        .refused
        .iter()
        .map(|(code, n)| (code.as_str(), *n))
        .collect();
    let expected = [
        ("blank_row", 1),
        ("column_count", 1),
        ("document_refused", 1),
        ("missing_value", 2),
    ];
    assert_eq!(refused, expected);
}

#[test]
fn an_encoding_that_shows_late_is_found_out() {
    let mut text = "Order,Date,SKU,Qty,Price\n".to_owned();
    (0..9_000).for_each(|n| text.push_str(&format!("{n},2025-01-02,A,1,1\n")));
    text.push_str("9001,2025-01-02,Grün,1,1\n");
    let latin = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
    let source = Source::bytes("x.csv", latin);
    let documents = read(&source, &Layout::Mapped(Box::new(orders())), 2).unwrap();
    assert_eq!(
        (documents.encoding(), documents.total_rows()),
        ("windows-1252", 9_001)
    );
    let last = documents.last().unwrap().unwrap().documents.pop();
    assert!(matches!(last, Some(ForeignDocument::Order(order)) if order.lines[0].sku == "Grün"));
}

#[test]
fn a_named_encoding_is_believed_and_its_faults_are_refused_by_row() {
    let mut mapping = orders();
    mapping.encoding = Some("utf-8".into());
    let bytes = b"Order,Date,SKU,Qty,Price\n1,2025-01-02,Gr\xfcn,1,1\n2,2025-01-02,A,1,1\n";
    let source = Source::bytes("x.csv", bytes.to_vec());
    let mut documents = read(&source, &Layout::Mapped(Box::new(mapping)), 2).unwrap();
    let batch = documents.next().unwrap().unwrap();
    assert_eq!(
        (batch.documents.len(), batch.problems[0].code),
        (1, ProblemCode::BadEncoding)
    );
}

#[test]
fn a_mapping_that_does_not_fit_the_file_names_its_field() {
    let source = Source::bytes("x.csv", b"Order,Date,SKU,Qty,Qty\n".to_vec());
    let open = |mapping| match read(&source, &Layout::Mapped(Box::new(mapping)), 2) {
        Err(ReadError::Mapping(error)) => (error.field, error.code.as_str()),
        other => panic!("{:?}", other.err()),
    };
    let ambiguous = ("columns.quantity".to_owned(), "mapping_column_ambiguous");
    assert_eq!(open(orders()), ambiguous);
    let missing = ("columns.unit_price".to_owned(), "mapping_column_missing");
    assert_eq!(open(orders().with(Field::Quantity, 3)), missing);
    let beyond = orders().with(Field::Quantity, 9);
    assert_eq!(
        open(beyond),
        ("columns.quantity".to_owned(), "mapping_column_missing")
    );
}

#[test]
fn products_and_customers_come_row_by_row() {
    let mapping = Mapping::new(RowKind::Products)
        .with(Field::Sku, 0)
        .with(Field::Price, 1)
        .with(Field::StockOnHand, 2);
    let (documents, report) = all(
        "sku,price,stock\nA,£1.40,12.5\n,2,1\nA,£1.40,12.5\n",
        mapping,
    );
    assert!(matches!(&documents[0], ForeignDocument::Product(product)
        if product.price_micro == Some(1_400_000) && product.on_hand_milli == Some(12_500)));
    assert_eq!(
        (documents.len(), report.duplicates.first[0].same_as_row),
        (2, 2)
    );
    let mapping = Mapping::new(RowKind::Customers)
        .with(Field::Name, 0)
        .with(Field::Phone, 1)
        .with(Field::Tags, 2);
    let (documents, report) = all("n,p,t\nAda,'+49 30,\"a; b,\"\n,1,\n", mapping);
    assert!(
        matches!(&documents[..], [ForeignDocument::Customer(customer)]
        if customer.phone.as_deref() == Some("+49 30") && customer.tags == ["a", "b"])
    );
    assert_eq!(report.tally.refused["missing_value"], 1);
}

#[test]
fn a_document_may_not_grow_without_end() {
    let mut text = "Order,Date,SKU,Qty,Price\n".to_owned();
    text.push_str(&"1,2025-01-02,A,1,1\n".repeat(limits::DOCUMENT_ROWS + 1));
    let source = Source::bytes("x.csv", text.into_bytes());
    let mut documents = read(&source, &Layout::Mapped(Box::new(orders())), 2).unwrap();
    let error = documents.find_map(Result::err).unwrap();
    assert_eq!(error.code(), "file_over_limit");
    assert!(documents.next().is_none());
}

#[test]
fn a_file_that_changes_between_the_passes_is_an_error() {
    let rows = |first: u32| {
        let rows = (first..first + 20_000).map(|n| format!("{n},2025-01-02,A,1,1\n"));
        format!("Order,Date,SKU,Qty,Price\n{}", rows.collect::<String>())
    };
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(&file, rows(100_000)).unwrap();
    let mut documents = read(
        &Source::file(file.path()),
        &Layout::Mapped(Box::new(orders())),
        2,
    )
    .unwrap();
    std::fs::write(&file, rows(200_000)).unwrap();
    let error = documents.find_map(Result::err).unwrap();
    assert_eq!(error.code(), "file_changed");
}

#[test]
fn a_producer_thread_gives_the_same_batches_and_stops_when_dropped() {
    let mut text = "Order,Date,SKU,Qty,Price\n".to_owned();
    (0..5_000).for_each(|n| text.push_str(&format!("{n},2025-01-02,A,1,1\n")));
    let source = Source::bytes("x.csv", text.into_bytes());
    let open = || read(&source, &Layout::Mapped(Box::new(orders())), 2).unwrap();
    let numbers = |batches: &mut dyn Iterator<Item = Result<Batch, ReadError>>| {
        batches
            .flat_map(|batch| batch.unwrap().documents)
            .collect::<Vec<_>>()
    };
    let ahead = numbers(&mut read_ahead(open()).unwrap());
    assert_eq!(ahead.len(), 5_000);
    assert_eq!(ahead, numbers(&mut open()));
    let mut dropped = read_ahead(open()).unwrap();
    assert_eq!(
        dropped.next().unwrap().unwrap().documents.len(),
        limits::BATCH_DOCUMENTS
    );
}
