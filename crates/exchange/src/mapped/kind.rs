//! The words that files use for what a document is.

use std::collections::BTreeMap;

use crate::mapping::KindWord;

const SALE: [&str; 9] = [
    "sale",
    "order",
    "invoice",
    "payment",
    "paid",
    "verkauf",
    "bestellung",
    "rechnung",
    "auftrag",
];
const RETURN: [&str; 13] = [
    "return",
    "returned",
    "refund",
    "refunded",
    "credit",
    "credit note",
    "creditnote",
    "retoure",
    "rückgabe",
    "gutschrift",
    "erstattung",
    "storno",
    "stornorechnung",
];
const ADJUSTMENT: [&str; 4] = ["adjustment", "correction", "korrektur", "berichtigung"];
const WRITE_OFF: [&str; 7] = [
    "write-off",
    "write off",
    "writeoff",
    "shrinkage",
    "schwund",
    "verlust",
    "abschreibung",
];

/// The meaning of a word: the mapping's own words come first, case does not matter.
pub(super) fn meaning(word: &str, own: &BTreeMap<String, KindWord>) -> Option<KindWord> {
    let word = word.trim().to_lowercase();
    let owned = own
        .iter()
        .find(|(known, _)| known.trim().to_lowercase() == word);
    if let Some((_, meaning)) = owned {
        return Some(*meaning);
    }
    let known: [(&[&str], KindWord); 4] = [
        (&SALE, KindWord::Sale),
        (&RETURN, KindWord::Return),
        (&ADJUSTMENT, KindWord::Adjustment),
        (&WRITE_OFF, KindWord::WriteOff),
    ];
    known
        .iter()
        .find(|(words, _)| words.contains(&word.as_str()))
        .map(|(_, meaning)| *meaning)
}
