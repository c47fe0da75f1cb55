//! The words of a statement of account, by language.
use book::dto::StatementKind;

use crate::language::Language;

/// The words of a language. `{}` is where a figure goes.
pub(super) struct StatementWords {
    kinds: [&'static str; 6],
    pub period: &'static str,
    pub from_to: &'static str,
    pub currency: &'static str,
    pub entry: &'static str,
    pub debit: &'static str,
    pub credit: &'static str,
    pub balance: &'static str,
    pub opening: &'static str,
    pub closing: &'static str,
    pub ageing: &'static str,
    /// Not due, and late by 1 to 30, 31 to 60, 61 to 90 and more days.
    pub ages: [&'static str; 5],
    pub open: &'static str,
    pub held: &'static str,
}

impl StatementWords {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &ENGLISH,
            Language::De => &GERMAN,
        }
    }

    /// What a row is about.
    pub(super) fn kind(&self, kind: StatementKind) -> &'static str {
        let place = match kind {
            StatementKind::Order => 0,
            StatementKind::Change => 1,
            StatementKind::CreditNote => 2,
            StatementKind::Payment => 3,
            StatementKind::Refund => 4,
            StatementKind::Credit => 5,
        };
        self.kinds[place]
    }
}

const ENGLISH: StatementWords = StatementWords {
    kinds: [
        "Order",
        "Change of order",
        "Credit note",
        "Payment",
        "Refund",
        "Store credit",
    ],
    period: "Period",
    from_to: "{} to {}",
    currency: "Amounts in",
    entry: "Entry",
    debit: "Debit",
    credit: "Credit",
    balance: "Balance",
    opening: "Balance brought forward",
    closing: "Balance {} on {}",
    ageing: "What is owed, by days overdue",
    ages: ["Not due", "1 to 30", "31 to 60", "61 to 90", "Over 90"],
    open: "Open items",
    held: "Store credit that we hold for you: {} {}",
};

const GERMAN: StatementWords = StatementWords {
    kinds: [
        "Auftrag",
        "Änderung",
        "Gutschrift",
        "Zahlung",
        "Erstattung",
        "Guthaben",
    ],
    period: "Zeitraum",
    from_to: "{} bis {}",
    currency: "Beträge in",
    entry: "Vorgang",
    debit: "Soll",
    credit: "Haben",
    balance: "Saldo",
    opening: "Saldovortrag",
    closing: "Saldo {} am {}",
    ageing: "Offen nach Tagen der Überfälligkeit",
    ages: [
        "Nicht fällig",
        "1 bis 30",
        "31 bis 60",
        "61 bis 90",
        "Über 90",
    ],
    open: "Offene Posten",
    held: "Guthaben, das wir für Sie führen: {} {}",
};
