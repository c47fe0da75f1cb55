//! The words on paper, by language.
use documents::Kind;

use crate::language::Language;

/// The words of a language. `{}` is where a figure goes.
pub(super) struct Words {
    titles: [&'static str; 7],
    pub date: &'static str,
    pub order: &'static str,
    pub placed: &'static str,
    pub reference: &'static str,
    pub customer: &'static str,
    pub valid_until: &'static str,
    pub promised: &'static str,
    pub pay_by: &'static str,
    pub sku: &'static str,
    pub item: &'static str,
    pub quantity: &'static str,
    pub to_ship: &'static str,
    pub shipped: &'static str,
    pub unit_price: &'static str,
    pub tax: &'static str,
    pub total: &'static str,
    pub off: &'static str,
    pub order_discount: &'static str,
    pub net: &'static str,
    pub tax_on: &'static str,
    pub tax_within: &'static str,
    pub paid: &'static str,
    pub due: &'static str,
    pub please_pay: &'static str,
    pub settled: &'static str,
    pub in_book: &'static str,
    pub reverse_charge: &'static str,
    pub exempt: &'static str,
    pub promotion: &'static str,
    pub tax_number: &'static str,
    pub page: &'static str,
    pub preview: &'static str,
    pub copy: &'static str,
    pub parcels: &'static str,
}

impl Words {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &ENGLISH,
            Language::De => &GERMAN,
        }
    }

    /// What a document is called.
    pub(super) fn title(&self, kind: Kind) -> &'static str {
        let place = Kind::ALL.iter().position(|other| *other == kind);
        place.map_or("", |place| self.titles[place])
    }
}

/// A sentence with a figure in it.
pub(super) fn with(sentence: &str, figures: &[&str]) -> String {
    figures.iter().fold(sentence.to_owned(), |text, figure| {
        text.replacen("{}", figure, 1)
    })
}

const ENGLISH: Words = Words {
    titles: [
        "Quote",
        "Order confirmation",
        "Invoice",
        "Credit note",
        "Packing slip",
        "Pick list",
        "Delivery",
    ],
    date: "Date",
    order: "Order",
    placed: "Ordered",
    reference: "Your number",
    customer: "Customer no.",
    valid_until: "Valid until",
    promised: "Delivery",
    pay_by: "Pay by",
    sku: "SKU",
    item: "Item",
    quantity: "Quantity",
    to_ship: "To ship",
    shipped: "Sent before",
    unit_price: "Unit price",
    tax: "Tax",
    total: "Total",
    off: "less {}",
    order_discount: "{} off everything is in these totals.",
    net: "Net",
    tax_on: "{} on {}",
    tax_within: "of this {} on {}",
    paid: "Paid",
    due: "Due",
    please_pay: "Please pay {} by {}.",
    settled: "Paid in full. Thank you.",
    in_book: "In {}, at {} ({}): total {}, tax in it {}.",
    reverse_charge: "Reverse charge: the recipient owes the tax.",
    exempt: "Exempt from tax: {}",
    promotion: "{}: {} off",
    tax_number: "Tax no. {}",
    page: "Page {} of {}",
    preview: "Preview",
    copy: "Copy",
    parcels: "Items",
};

const GERMAN: Words = Words {
    titles: [
        "Angebot",
        "Auftragsbestätigung",
        "Rechnung",
        "Gutschrift",
        "Lieferschein",
        "Pickliste",
        "Lieferung",
    ],
    date: "Datum",
    order: "Auftrag",
    placed: "Bestellt",
    reference: "Ihre Nummer",
    customer: "Kundennr.",
    valid_until: "Gültig bis",
    promised: "Lieferung",
    pay_by: "Zahlbar bis",
    sku: "Artikelnr.",
    item: "Artikel",
    quantity: "Menge",
    to_ship: "Zu liefern",
    shipped: "Schon gesandt",
    unit_price: "Einzelpreis",
    tax: "Steuer",
    total: "Betrag",
    off: "abzüglich {}",
    order_discount: "{} Rabatt auf alles sind in den Beträgen enthalten.",
    net: "Netto",
    tax_on: "{} auf {}",
    tax_within: "darin {} auf {}",
    paid: "Bezahlt",
    due: "Offen",
    please_pay: "Bitte zahlen Sie {} bis zum {}.",
    settled: "Vollständig bezahlt. Vielen Dank.",
    in_book: "In {}, zu {} ({}): Summe {}, darin Steuer {}.",
    reverse_charge: "Steuerschuldnerschaft des Leistungsempfängers.",
    exempt: "Steuerbefreit: {}",
    promotion: "{}: {} Nachlass",
    tax_number: "Steuernr. {}",
    page: "Seite {} von {}",
    preview: "Vorschau",
    copy: "Kopie",
    parcels: "Stück",
};
