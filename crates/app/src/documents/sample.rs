//! A made-up document to see how documents look, with the words of the book's own business.
use documents::{Content, Fact, Kind, Party, Row};
use domain::Day;
use domain::settings::{PaperLook, PaperPlace, Settings};

use super::figures::{Figures, digits};
use super::letter::{dressed, is_priced, legal, sender};
use super::papers::word;
use super::sums::{strong, sum};
use super::table::{column, wide};
use super::words::{Words, with};
use crate::language::Language;
use documents::Align;

/// The goods of the sample: SKU, what it is, quantity, unit price, amount.
const GOODS: [(&str, &str, i64, i64, i64); 3] = [
    (
        "85123A",
        "White hanging heart T-light holder",
        6_000,
        2_550_000,
        1_530,
    ),
    ("71053", "White metal lantern", 6_000, 3_390_000, 2_034),
    (
        "84406B",
        "Cream cupid hearts coat hanger",
        8_000,
        2_750_000,
        2_200,
    ),
];
const TOTAL_MINOR: i64 = 5_764;
const NUMBER: &str = "A-000042";

/// What the sample is made for.
pub(super) struct Sample<'a> {
    pub settings: &'a Settings,
    pub look: &'a PaperLook,
    pub has_logo: bool,
    pub kind: Kind,
    pub language: Language,
    pub day: Day,
}

/// The document.
pub(super) fn content(sample: &Sample<'_>) -> Content {
    let words = Words::of(sample.language);
    let figures = Figures::new(sample.language, digits(sample.settings.currency()));
    let priced = is_priced(sample.kind);
    let said = |place| {
        let (kind, language) = (sample.kind.word(), sample.language.tag());
        let said = sample.look.text(place, kind, language);
        said.map(str::to_owned)
    };
    let (columns, rows) = table(sample, words, &figures);
    let fact = |label: &str, value: String| Fact {
        label: label.to_owned(),
        value,
    };
    let total = format!("{} {}", words.total, sample.settings.currency());
    let sums = vec![strong(&total, figures.money(TOTAL_MINOR))];
    let net = sum(words.net, figures.money(TOTAL_MINOR));
    Content {
        language: sample.language.tag().to_owned(),
        title: words.title(sample.kind).to_owned(),
        number: Some(NUMBER.to_owned()),
        date: sample.day.to_string(),
        sender: sender(sample.settings),
        recipient: (sample.kind != Kind::PickList).then(recipient),
        facts: vec![
            fact(words.date, figures.day(sample.day)),
            fact(words.order, NUMBER.to_owned()),
            fact(words.customer, "C-0042".to_owned()),
        ],
        opening: said(PaperPlace::Opening),
        columns,
        rows,
        sums: if priced {
            [vec![net], sums].concat()
        } else {
            Vec::new()
        },
        closing: said(PaperPlace::Closing).into_iter().collect(),
        legal: legal(sample.settings, words, priced),
        page_words: words.page.to_owned(),
        mark: Some(words.preview.to_owned()),
        ..dressed(sample.look, sample.has_logo, sample.kind, sample.language)
    }
}

fn recipient() -> Party {
    Party {
        name: "Café Lindgren AB".to_owned(),
        address: vec!["Storgatan 4".to_owned(), "411 24 Göteborg".to_owned()],
        contact: Vec::new(),
    }
}

fn table(
    sample: &Sample<'_>,
    words: &Words,
    figures: &Figures,
) -> (Vec<documents::Column>, Vec<Row>) {
    if sample.kind == Kind::Label {
        return (Vec::new(), Vec::new());
    }
    let hides = |name: &str| sample.look.hidden.iter().any(|hidden| hidden == name);
    let priced = is_priced(sample.kind);
    let prices = priced && sample.kind != Kind::CreditNote;
    let named = [
        ("sku", column(words.sku, Align::Start), true),
        ("item", wide(words.item), true),
        ("quantity", column(words.quantity, Align::End), true),
        ("unit_price", column(words.unit_price, Align::End), prices),
        ("total", column(words.total, Align::End), priced),
        (
            "tick",
            column("", Align::Tick),
            sample.kind == Kind::PickList,
        ),
    ];
    let shown: Vec<bool> = named
        .iter()
        .map(|(name, _, there)| *there && !hides(name))
        .collect();
    let kept = |all: Vec<String>| -> Vec<String> {
        let marked = all.into_iter().zip(&shown);
        marked
            .filter(|(_, shown)| **shown)
            .map(|(one, _)| one)
            .collect()
    };
    let rows = GOODS.map(|(sku, title, quantity, price, amount)| Row {
        cells: kept(vec![
            sku.to_owned(),
            title.to_owned(),
            figures.quantity(quantity),
            figures.price(price),
            figures.money(amount),
            String::new(),
        ]),
        detail: (priced && sku == "71053").then(|| with(words.off, &[&figures.percent(100_000)])),
    });
    let columns = named.into_iter().zip(&shown);
    let columns = columns.filter(|(_, shown)| **shown);
    (columns.map(|((_, it, _), _)| it).collect(), rows.to_vec())
}

/// The typesetter's kind of a kind on the wire: both have the same words.
pub(super) fn kind_of(kind: super::papers::PaperKind) -> Kind {
    let word = word(&kind);
    let mut all = Kind::ALL.into_iter();
    all.find(|known| known.word() == word)
        .unwrap_or(Kind::Invoice)
}
