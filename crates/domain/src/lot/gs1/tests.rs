//! Labels of GS1: a table of what they say, and those that are refused.

use super::*;

const GTIN: &str = "09506000134352";

struct Vector {
    code: &'static str,
    gtin: Option<&'static str>,
    lot: Option<&'static str>,
    serial: Option<&'static str>,
    expires: Option<&'static str>,
    pieces: Option<i64>,
}

const NOTHING: Vector = Vector {
    code: "",
    gtin: None,
    lot: None,
    serial: None,
    expires: None,
    pieces: None,
};

const VECTORS: [Vector; 15] = [
    Vector {
        code: "(01)09506000134352",
        gtin: Some(GTIN),
        ..NOTHING
    },
    Vector {
        code: "(01)09506000134352(17)201225(10)ABC123",
        gtin: Some(GTIN),
        lot: Some("ABC123"),
        expires: Some("2020-12-25"),
        ..NOTHING
    },
    Vector {
        code: "01095060001343521720122510ABC123",
        gtin: Some(GTIN),
        lot: Some("ABC123"),
        expires: Some("2020-12-25"),
        ..NOTHING
    },
    Vector {
        code: "]C10109506000134352\u{1d}17260630",
        gtin: Some(GTIN),
        expires: Some("2026-06-30"),
        ..NOTHING
    },
    Vector {
        code: "]d2010950600013435210L-7/b\u{1d}1727020021X9",
        gtin: Some(GTIN),
        lot: Some("L-7/b"),
        serial: Some("X9"),
        expires: Some("2027-02-28"),
        ..NOTHING
    },
    // Day 00 of February in a leap year, and of December.
    Vector {
        code: "(17)280200",
        expires: Some("2028-02-29"),
        ..NOTHING
    },
    Vector {
        code: "(17)261200",
        expires: Some("2026-12-31"),
        ..NOTHING
    },
    // Fifty years ahead is this century, one more the one before.
    Vector {
        code: "(17)760101",
        expires: Some("2076-01-01"),
        ..NOTHING
    },
    Vector {
        code: "(17)770101",
        expires: Some("1977-01-01"),
        ..NOTHING
    },
    // Expiry goes before best before, whatever stands first.
    Vector {
        code: "(15)270101(17)270301",
        expires: Some("2027-03-01"),
        ..NOTHING
    },
    Vector {
        code: "(15)270101",
        expires: Some("2027-01-01"),
        ..NOTHING
    },
    // A weight between, and a count.
    Vector {
        code: "0109506000134352310300175010LOT\u{1d}3024",
        gtin: Some(GTIN),
        lot: Some("LOT"),
        pieces: Some(24),
        ..NOTHING
    },
    Vector {
        code: "(02)09506000134352(37)0012(400)PO-77",
        gtin: Some(GTIN),
        pieces: Some(12),
        ..NOTHING
    },
    // A bracket within a lot's code is part of it.
    Vector {
        code: "(10)A(b)c(21)7",
        lot: Some("A(b)c"),
        serial: Some("7"),
        ..NOTHING
    },
    // The separator alone tells what it is, also at the beginning.
    Vector {
        code: "\u{1d}10A\u{1d}21B",
        lot: Some("A"),
        serial: Some("B"),
        ..NOTHING
    },
];

#[test]
fn labels_say_what_their_elements_say() {
    for vector in VECTORS {
        let expected = Label {
            gtin: vector.gtin.map(str::to_owned),
            lot: vector.lot.map(str::to_owned),
            serial: vector.serial.map(str::to_owned),
            expires: vector.expires.and_then(Day::parse),
            pieces: vector.pieces,
        };
        let found = read(vector.code, 2026);
        assert_eq!(found, Ok(Some(expected)), "{:?}", vector.code);
    }
}

#[test]
fn other_codes_are_no_labels() {
    for code in [
        "9506000134352",
        "09506000134352",
        "0109506000134352",
        "0109506000134351A1",
        "85123A",
        "",
        "LOT(10)",
    ] {
        assert_eq!(read(code, 2026), Ok(None), "{code:?}");
    }
}

#[test]
fn a_label_that_breaks_off_or_lies_is_refused() {
    for (code, expected) in [
        ("(01)09506000134351", "check_digit_wrong"),
        ("(01)9506000134352", "label_malformed"),
        ("(17)261301", "label_malformed"),
        ("(17)260230", "label_malformed"),
        ("(17)2602", "label_malformed"),
        ("(10)", "label_malformed"),
        ("(10)123456789012345678901", "label_malformed"),
        ("(1)5", "label_malformed"),
        ("(01)09506000134352 x(", "label_malformed"),
        ("]C1", "label_malformed"),
        ("]C1010950600013435", "label_malformed"),
        ("]C110", "label_malformed"),
        ("]C1XY", "label_malformed"),
    ] {
        let refused = read(code, 2026).map_err(|refusal| refusal.code);
        assert_eq!(refused, Err(expected), "{code:?}");
    }
}

#[test]
fn an_article_number_is_looked_up_in_its_shorter_forms_too() {
    let label = read("(01)00000096385074", 2026).unwrap().unwrap();
    assert_eq!(
        label.codes(),
        [
            "00000096385074",
            "0000096385074",
            "000096385074",
            "96385074"
        ]
    );
}
