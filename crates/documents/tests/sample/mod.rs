//! An invoice to try things on.

use documents::{Align, Column, Content, Fact, Party, Row, Sum};

fn fact(label: &str, value: &str) -> Fact {
    Fact {
        label: label.into(),
        value: value.into(),
    }
}

fn column(title: &str, align: Align, wide: bool) -> Column {
    Column {
        title: title.into(),
        align,
        wide,
    }
}

fn sum(label: &str, value: &str, strong: bool) -> Sum {
    Sum {
        label: label.into(),
        value: value.into(),
        strong,
    }
}

/// An invoice of so many lines.
pub fn invoice(lines: usize) -> Content {
    Content {
        language: "en".into(),
        title: "Invoice".into(),
        number: Some("I-A-000042".into()),
        date: "2026-11-24".into(),
        sender: Party {
            name: "Corner Shop Ltd".into(),
            address: vec!["12 High Street".into(), "York YO1 7EP".into()],
            contact: vec!["+44 1904 555 010".into(), "office@corner.example".into()],
        },
        recipient: Some(Party {
            name: "Café Lindgren AB".into(),
            address: vec![
                "Storgatan 4".into(),
                "411 24 Göteborg".into(),
                "Sweden".into(),
            ],
            contact: vec!["VAT SE556012345601".into()],
        }),
        facts: vec![
            fact("Date", "24 Nov 2026"),
            fact("Order", "A-001045"),
            fact("Customer", "C-0042"),
            fact("Pay by", "8 Dec 2026"),
        ],
        opening: Some("Thank you for your order.".into()),
        columns: vec![
            column("SKU", Align::Start, false),
            column("Item", Align::Start, true),
            column("Qty", Align::End, false),
            column("Unit price", Align::End, false),
            column("VAT", Align::End, false),
            column("Total", Align::End, false),
        ],
        rows: (0..lines).map(row).collect(),
        sums: vec![
            sum("Net", "109.62", false),
            sum("VAT 20 % on 109.62", "21.92", false),
            sum("Total GBP", "131.54", true),
            sum("Paid", "60.00", false),
            sum("Due", "71.54", true),
        ],
        closing: vec!["Please transfer the amount due to the account below.".into()],
        legal: vec!["Corner Shop Ltd".into(), "VAT GB123456789".into()],
        page_words: "Page {} of {}".into(),
        ..Content::default()
    }
}

fn row(index: usize) -> Row {
    let cells = [
        &format!("85123{index}"),
        "White hanging heart T-light holder",
        "6",
        "2.55",
        "20 %",
        "18.36",
    ];
    Row {
        cells: cells.map(str::to_owned).to_vec(),
        detail: (index % 3 == 1).then(|| "10 % off".to_owned()),
    }
}
