//! The words on paper, by language.
use documents::Kind;

use crate::language::Language;

/// The words of a language. `{}` is where a figure goes.
pub(super) struct Words {
    titles: [&'static str; 10],
    methods: [&'static str; 4],
    pub date: &'static str,
    pub order: &'static str,
    pub placed: &'static str,
    pub reference: &'static str,
    pub customer: &'static str,
    pub valid_until: &'static str,
    pub promised: &'static str,
    pub pay_by: &'static str,
    pub lot: &'static str,
    pub place: &'static str,
    pub wave: &'static str,
    pub orders: &'static str,
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
    /// How many points took how much off.
    pub points: &'static str,
    pub tax_number: &'static str,
    pub page: &'static str,
    pub preview: &'static str,
    pub copy: &'static str,
    /// On every page of what was made in training.
    pub training: &'static str,
    pub parcels: &'static str,
    pub invoice: &'static str,
    pub credit: &'static str,
    pub reason: &'static str,
    pub account: &'static str,
    pub change: &'static str,
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

    /// What a way to pay is called; as the book writes it where it is its own.
    pub(super) fn method<'a>(&self, method: &'a str) -> &'a str
    where
        'static: 'a,
    {
        let place = METHODS.iter().position(|known| *known == method);
        place.map_or(method, |place| self.methods[place])
    }
}

/// The ways to pay that every book has, as they are written.
const METHODS: [&str; 4] = ["cash", "card", "bank", "other"];

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
        "Receipt",
        "Statement of account",
        "Purchase order",
    ],
    methods: ["Cash", "Card", "Bank transfer", "Other payment"],
    date: "Date",
    order: "Order",
    placed: "Ordered",
    reference: "Your number",
    customer: "Customer no.",
    valid_until: "Valid until",
    promised: "Delivery",
    pay_by: "Pay by",
    lot: "Lot",
    place: "Place",
    wave: "Pick list for {} orders",
    orders: "Orders",
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
    points: "{} points redeemed: {} off",
    tax_number: "Tax no. {}",
    page: "Page {} of {}",
    preview: "Preview",
    copy: "Copy",
    training: "Training",
    parcels: "Items",
    invoice: "Invoice",
    credit: "Credit",
    reason: "Reason: {}",
    account: "IBAN {}",
    change: "Change",
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
        "Quittung",
        "Kontoauszug",
        "Bestellung",
    ],
    methods: ["Bar", "Karte", "Überweisung", "Andere Zahlung"],
    date: "Datum",
    order: "Auftrag",
    placed: "Bestellt",
    reference: "Ihre Nummer",
    customer: "Kundennr.",
    valid_until: "Gültig bis",
    promised: "Lieferung",
    pay_by: "Zahlbar bis",
    lot: "Charge",
    place: "Ort",
    wave: "Pickliste für {} Aufträge",
    orders: "Aufträge",
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
    points: "{} Punkte eingelöst: {} Nachlass",
    tax_number: "Steuernr. {}",
    page: "Seite {} von {}",
    preview: "Vorschau",
    copy: "Kopie",
    training: "Übung",
    parcels: "Stück",
    invoice: "Rechnung",
    credit: "Gutschrift",
    reason: "Grund: {}",
    account: "IBAN {}",
    change: "Rückgeld",
};
