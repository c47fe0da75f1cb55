//! The words of a purchase order, by language.
use crate::language::Language;

/// The words of a language.
pub(super) struct PurchaseWords {
    pub account: &'static str,
    pub expected: &'static str,
    pub your_code: &'static str,
    pub our_code: &'static str,
    pub packs: &'static str,
    pub unit_cost: &'static str,
    pub goods: &'static str,
    pub contact: &'static str,
    pub draft: &'static str,
}

impl PurchaseWords {
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &ENGLISH,
            Language::De => &GERMAN,
        }
    }
}

const ENGLISH: PurchaseWords = PurchaseWords {
    account: "Our customer no.",
    expected: "Deliver by",
    your_code: "Your code",
    our_code: "Our SKU {}",
    packs: "{} × {}",
    unit_cost: "Unit cost",
    goods: "Goods",
    contact: "Attn. {}",
    draft: "Draft",
};

const GERMAN: PurchaseWords = PurchaseWords {
    account: "Unsere Kundennr.",
    expected: "Lieferung bis",
    your_code: "Ihre Nummer",
    our_code: "Unsere Artikelnr. {}",
    packs: "{} × {}",
    unit_cost: "Stückpreis",
    goods: "Waren",
    contact: "z. Hd. {}",
    draft: "Entwurf",
};
