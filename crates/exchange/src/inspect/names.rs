//! The names that shops, platforms and spreadsheets give to columns, in English and German.
//! Names are compared without case, blanks and punctuation.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::mapping::Field;

/// How well a name fits: the place in the list, less is better.
pub(super) type Rank = usize;

pub(super) const FIRST: &[&str] = &[
    "firstname",
    "billingfirstname",
    "firstnamebilling",
    "vorname",
    "givenname",
];
pub(super) const LAST: &[&str] = &[
    "lastname",
    "billinglastname",
    "lastnamebilling",
    "nachname",
    "familyname",
    "surname",
];

pub(super) const COMPANY: &[&str] = &["company", "companyname", "firma", "firmenname"];

/// How well a header fits a field, if at all.
pub(super) fn rank(field: Field, header: &str) -> Option<Rank> {
    let name = plain(header);
    NAMES
        .get(field.as_str())?
        .iter()
        .position(|known| *known == name)
}

/// Whether a header is one of the names of a part of a name.
pub(super) fn is_part(part: &[&str], header: &str) -> bool {
    part.contains(&plain(header).as_str())
}

/// Whether any field or part of a name is called so.
pub(super) fn is_known(header: &str) -> bool {
    let name = plain(header);
    NAMES.values().any(|names| names.contains(&name.as_str()))
        || [FIRST, LAST, COMPANY]
            .iter()
            .any(|part| is_part(part, header))
}

fn plain(header: &str) -> String {
    header
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Names by the word of the field; an indented line goes on with the field before it.
static NAMES: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut names: HashMap<_, Vec<_>> = HashMap::new();
    let mut field = "";
    for line in include_str!("names.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let (head, words) = line.split_once(':').unwrap_or(("", line));
        field = if head.is_empty() { field } else { head };
        names
            .entry(field)
            .or_default()
            .extend(words.split_whitespace());
    }
    names
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RowKind;

    #[test]
    fn every_field_has_names_and_every_name_is_plain() {
        let kinds = [RowKind::OrderLines, RowKind::Products, RowKind::Customers];
        for field in kinds.iter().flat_map(|kind| kind.fields()) {
            let names = &NAMES[field.as_str()];
            assert!(
                !names.is_empty() && names.iter().all(|name| plain(name) == *name),
                "{field:?}"
            );
        }
        assert_eq!(NAMES.len(), Field::COUNT);
    }

    #[test]
    fn headers_are_compared_without_case_and_punctuation() {
        assert_eq!(rank(Field::Barcode, "GTIN (UPC, EAN, or ISBN)"), Some(6));
        assert_eq!(rank(Field::Sku, "Lineitem sku"), Some(1));
        assert_eq!(rank(Field::Sku, "Colour"), None);
    }
}
