//! Country names as files print them, and the ISO 3166-1 code that each maps to. English and
//! German names, three-letter codes and the common short forms are known; a region that is no
//! country ("European Community", "Channel Islands", "Unspecified") maps to nothing.

use std::collections::HashMap;
use std::sync::LazyLock;

static NAMES: &str = include_str!("country/names.txt");

static CODES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let rows = NAMES.lines().filter(|line| !line.starts_with('#'));
    let spellings = rows.flat_map(|row| {
        let code = row.split('|').next().unwrap_or_default();
        row.split('|')
            .map(move |spelling| (spelling.to_lowercase(), code))
    });
    spellings.collect()
});

/// The two-letter code of a printed country, whatever its case.
pub fn country_code(printed: &str) -> Option<&'static str> {
    CODES.get(&printed.trim().to_lowercase()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_countries_map_to_their_codes() {
        let table = [
            ("United Kingdom", Some("GB")),
            ("EIRE", Some("IE")),
            ("RSA", Some("ZA")),
            ("USA", Some("US")),
            ("Czech Republic", Some("CZ")),
            ("Hong Kong", Some("HK")),
            ("Deutschland", Some("DE")),
            ("österreich", Some("AT")),
            (" ch ", Some("CH")),
            ("DEU", Some("DE")),
            ("Channel Islands", None),
            ("European Community", None),
            ("Unspecified", None),
            ("", None),
        ];
        for (printed, code) in table {
            assert_eq!(country_code(printed), code, "{printed}");
        }
    }

    #[test]
    fn no_spelling_belongs_to_two_countries() {
        let rows = NAMES.lines().filter(|line| !line.starts_with('#'));
        let mut owners = HashMap::new();
        for row in rows {
            let code = &row[..2];
            for spelling in row.split('|').map(str::to_lowercase) {
                let owner = owners.insert(spelling.clone(), code);
                assert!(
                    owner.is_none_or(|owner| owner == code),
                    "{spelling}: {owner:?} and {code}"
                );
            }
        }
        assert_eq!(
            owners
                .values()
                .collect::<std::collections::HashSet<_>>()
                .len(),
            249
        );
    }
}
