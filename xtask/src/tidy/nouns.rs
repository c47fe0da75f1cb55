//! Noun folders leave each other alone: a file of `app/src/orders` does not name
//! `crate::products`, a file of `ui/src/orders` does not import from `../products`. What two nouns
//! share moves down to a shared place.

use super::Exception;
use super::sources::Source;

const APP: &str = "crates/app/src/";
const UI: &str = "ui/src/";

/// Folders of the verbs, one a noun. `jobs` is not among them: any verb may start one.
const APP_NOUNS: [&str; 11] = [
    "orders",
    "products",
    "customers",
    "stock",
    "till",
    "receipts",
    "reports",
    "imports",
    "book",
    "people",
    "training",
];
/// Folders of the screens, one a noun.
const UI_NOUNS: [&str; 11] = [
    "counter",
    "orders",
    "products",
    "customers",
    "stock",
    "reports",
    "imports",
    "settings",
    "today",
    "start",
    "staff",
];

/// Imports in `source` from a noun folder other than its own.
pub fn check(source: &Source) -> Vec<Exception> {
    if let Some(inside) = source.path.strip_prefix(APP) {
        return strangers(source, inside, &APP_NOUNS, |line, noun| {
            names(line, &format!("crate::{noun}::"))
                || names(line, &format!("super::super::{noun}"))
        });
    }
    match source.path.strip_prefix(UI) {
        Some(inside) => strangers(source, inside, &UI_NOUNS, |line, noun| {
            let imports = line.contains("from ") || line.contains("import(");
            imports
                && [format!("../{noun}/"), format!("$/{noun}/")]
                    .iter()
                    .any(|path| line.contains(path))
        }),
        None => Vec::new(),
    }
}

fn strangers(
    source: &Source,
    inside: &str,
    nouns: &[&str],
    names_noun: impl Fn(&str, &str) -> bool,
) -> Vec<Exception> {
    let Some((own, _)) = inside
        .split_once('/')
        .filter(|(own, _)| nouns.contains(own))
    else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        for noun in nouns
            .iter()
            .filter(|noun| **noun != own && names_noun(line, noun))
        {
            let what =
                format!("the noun `{own}` names the noun `{noun}`: move what they share down");
            found.push(Exception::new(&source.path, index + 1, what));
        }
    }
    found
}

/// Whether `line` holds `path` as a whole path, not as the tail of a longer one.
fn names(line: &str, path: &str) -> bool {
    line.match_indices(path)
        .any(|(at, _)| !line[..at].ends_with([':', '_']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(path: &str, text: &str) -> usize {
        check(&Source::new(path.to_owned(), text.to_owned())).len()
    }

    #[test]
    fn a_noun_may_name_itself_and_shared_places() {
        let text = "use crate::orders::Order;\nuse crate::errors::AppError;";
        assert_eq!(said("crates/app/src/orders/place.rs", text), 0);
        let text = "import A from '../kit/Table.svelte';\nimport { b } from './b';";
        assert_eq!(said("ui/src/orders/Orders.svelte", text), 0);
    }

    #[test]
    fn a_noun_that_names_another_is_an_exception() {
        assert_eq!(
            said(
                "crates/app/src/orders/place.rs",
                "use crate::products::Product;"
            ),
            1
        );
        let text = "import P from '../products/Product.svelte';";
        assert_eq!(said("ui/src/orders/Orders.svelte", text), 1);
    }

    #[test]
    fn the_table_of_verbs_may_name_every_noun() {
        assert_eq!(
            said("crates/app/src/commands.rs", "use crate::orders::place;"),
            0
        );
        assert_eq!(
            said("ui/src/App.svelte", "import T from './today/Today.svelte';"),
            0
        );
    }
}
