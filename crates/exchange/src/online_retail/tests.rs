//! The rules of the table, row by row.

use super::*;
use crate::{Batch, ForeignDocument, ForeignOrder, Layout, Source, read};

fn run(rows: &str) -> Batch {
    let text = format!("{}\n{rows}", COLUMNS.join(","));
    let source = Source::bytes("x.csv", text.into_bytes());
    let mut batches = read(&source, &Layout::OnlineRetail, 2).unwrap();
    batches.next().unwrap().unwrap()
}

fn order(rows: &str) -> ForeignOrder {
    match run(rows).documents.pop() {
        Some(ForeignDocument::Order(order)) => order,
        other => panic!("no order but {other:?}"),
    }
}

fn refusal(rows: &str) -> ProblemCode {
    let batch = run(rows);
    assert!(batch.documents.is_empty());
    batch.problems[0].code
}

#[test]
fn an_invoice_becomes_a_sale() {
    let order = order(
        "536365,85123A, WHITE HEART ,6,12/1/2010 8:26,2.55,17850,United Kingdom\n\
         536365,POST,POSTAGE,1,12/1/2010 8:26,18,17850,United Kingdom\n",
    );
    assert_eq!(
        (order.external_id.as_str(), order.kind.clone()),
        ("536365", ForeignKind::Sale)
    );
    assert_eq!(order.placed_at.to_string(), "2010-12-01 08:26:00");
    assert_eq!(order.customer_code.as_deref(), Some("17850"));
    assert_eq!(
        (order.country.as_deref(), order.country_code),
        (Some("United Kingdom"), Some("GB"))
    );
    assert_eq!(order.currency.as_deref(), Some("GBP"));
    assert_eq!(order.rows().collect::<Vec<_>>(), [2, 3]);
    let line = &order.lines[0];
    assert_eq!(
        (line.sku.as_str(), line.title.as_str()),
        ("85123A", "WHITE HEART")
    );
    assert_eq!(
        (line.quantity_milli, line.unit_price_micro, line.service),
        (6_000, 2_550_000, false)
    );
    assert!(order.lines[1].service);
}

#[test]
fn the_series_of_the_number_says_what_a_document_is() {
    let credit = order("C536379,D,Discount,-1,12/1/2010 9:41,27.5,14527,United Kingdom\n");
    assert_eq!(
        (credit.kind, credit.lines[0].quantity_milli),
        (ForeignKind::Return, -1_000)
    );
    let debt = order("A563186,B,Adjust bad debt,1,8/12/2011 14:51,-11062.06,,United Kingdom\n");
    assert_eq!(debt.kind, ForeignKind::Adjustment);
    assert_eq!(debt.lines[0].unit_price_micro, -11_062_060_000);
    assert!(debt.lines[0].service);
    assert_eq!(debt.customer_code, None);
    let gone = order("536996,22712,damaged,-20,12/3/2010 15:30,0,,United Kingdom\n");
    assert_eq!(
        gone.kind,
        ForeignKind::WriteOff {
            reason: "damaged".into()
        }
    );
    let silent = order("536996,22712,,-20,12/3/2010 15:30,0,,United Kingdom\n");
    assert_eq!(
        silent.kind,
        ForeignKind::WriteOff {
            reason: String::new()
        }
    );
}

#[test]
fn services_are_told_from_goods_by_their_number() {
    let table = [
        ("POST", true),
        ("BANK CHARGES", true),
        ("m", true),
        ("gift_0001_20", true),
        ("PADS", false),
        ("post", false),
        ("DCGS0003", false),
        ("84997b", false),
    ];
    for (sku, service) in table {
        assert_eq!(is_service(sku), service, "{sku}");
    }
}

#[test]
fn what_breaks_the_rules_is_refused_with_its_reason() {
    use ProblemCode as Code;
    let table = [
        ("536365,A,T,1,1/2/2010 8:26,1,1,France,x", Code::ColumnCount),
        ("536365,A,T,1,1/2/2010 8:26,1,1", Code::ColumnCount),
        ("53636,A,T,1,1/2/2010 8:26,1,1,France", Code::DocumentNumber),
        (
            "X536365,A,T,1,1/2/2010 8:26,1,1,France",
            Code::DocumentNumber,
        ),
        (",A,T,1,1/2/2010 8:26,1,1,France", Code::MissingValue),
        ("536365,,T,1,1/2/2010 8:26,1,1,France", Code::MissingValue),
        ("536365,A,T,,1/2/2010 8:26,1,1,France", Code::MissingValue),
        ("536365,A,T,one,1/2/2010 8:26,1,1,France", Code::BadNumber),
        (
            "536365,A,T,1.2345,1/2/2010 8:26,1,1,France",
            Code::TooPrecise,
        ),
        (
            "536365,A,T,1,1/2/2010 8:26,\"1,5\",1,France",
            Code::DecimalMark,
        ),
        ("536365,A,T,1,13/2/2010 8:26,1,1,France", Code::BadDate),
        ("536365,A,T,1,,1,1,France", Code::BadDate),
        (
            "536365,A,T,-1,1/2/2010 8:26,1,1,France",
            Code::NegativeQuantity,
        ),
        (
            "536365,A,T,-1,1/2/2010 8:26,0,1,France",
            Code::NegativeQuantity,
        ),
        (
            "C536365,A,T,1,1/2/2010 8:26,1,1,France",
            Code::PositiveQuantity,
        ),
        (",,,,,,,", Code::BlankRow),
    ];
    for (row, code) in table {
        assert_eq!(refusal(&format!("{row}\n")), code, "{row}");
    }
}

#[test]
fn one_bad_row_refuses_its_whole_document_and_no_other() {
    let batch = run("536365,A,T,1,1/2/2010 8:26,1,1,France\n\
         536365,A,T,x,1/2/2010 8:26,1,1,France\n\
         536366,A,T,1,1/2/2010 8:26,1,1,France\n");
    assert_eq!(batch.documents.len(), 1);
    let problems: Vec<_> = batch
        .problems
        .iter()
        .map(|p| (p.row_number, p.code))
        .collect();
    assert_eq!(
        problems,
        [
            (2, ProblemCode::DocumentRefused),
            (3, ProblemCode::BadNumber)
        ]
    );
    let bad = &batch.problems[1];
    assert_eq!(
        (bad.column.as_deref(), bad.value.as_str()),
        (Some("Quantity"), "x")
    );
}

#[test]
fn rows_of_an_invoice_find_together_across_the_file() {
    let batch = run("536365,A,T,1,1/2/2010 8:27,1,1,France\n\
         536366,A,T,1,1/2/2010 8:26,1,2,France\n\
         536365,B2,T,1,1/2/2010 8:26,1,1,France\n");
    let lines: Vec<_> = batch
        .documents
        .iter()
        .map(ForeignDocument::row_count)
        .collect();
    assert_eq!(lines, [1, 2]);
    assert!(
        matches!(&batch.notices[..], [crate::Notice::SeveralTimes(times)]
        if times.earliest.to_string() == "2010-01-02 08:26:00" && times.row_number == 2)
    );
}

#[test]
fn rows_that_contradict_each_other_are_refused() {
    let batch = run("536365,A,T,1,1/2/2010 8:26,1,1,France\n\
         536365,A,T,1,1/2/2010 8:26,1,2,France\n");
    let codes: Vec<_> = batch.problems.iter().map(|p| p.code).collect();
    assert_eq!(
        codes,
        [ProblemCode::DocumentRefused, ProblemCode::DocumentConflict]
    );
}

#[test]
fn the_columns_may_stand_in_any_order() {
    let header = ByteRecord::from(vec![
        "Country",
        "CustomerID",
        "UnitPrice",
        "InvoiceDate",
        "Quantity",
        "Description",
        "StockCode",
        "InvoiceNo",
    ]);
    assert!(is_header(&header));
    let plan = OnlineRetail::new(&header, CellReader { transcoded: false }).unwrap();
    assert_eq!(plan.places, [7, 6, 5, 4, 3, 2, 1, 0]);
    let short = ByteRecord::from(vec!["InvoiceNo", "StockCode"]);
    assert!(!is_header(&short));
}
