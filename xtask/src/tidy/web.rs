//! What holds for the user interface: colours are literals in the tokens alone, and the window's
//! own API is named in one file alone, so that everything else runs in a plain browser.

use super::Exception;
use super::sources::Source;

const TOKENS: &str = "ui/src/kit/tokens.css";
/// The look of a page that leaves the program and must stand alone.
const FOR_CUSTOMERS: &str = "crates/app/src/documents/status.css";
const HOST: &str = "ui/src/host/tauri.ts";
/// Where the choice between the hosts is made.
const HOSTS: &str = "ui/src/host/";
const COLOUR_FUNCTIONS: [&str; 6] = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "lab("];

/// Exceptions in one file of the user interface.
pub fn check(source: &Source) -> Vec<Exception> {
    let mut found = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        let imports = line.contains("@tauri-apps/") && source.path != HOST;
        let looks = line.contains("__TAURI") && !source.path.starts_with(HOSTS);
        if imports || looks {
            let what = format!("the window's own API is named in {HOST} alone");
            found.push(Exception::new(&source.path, index + 1, what));
        }
        if source.path != TOKENS && source.path != FOR_CUSTOMERS && has_colour(source, line) {
            let what = format!("a literal colour: colours live in {TOKENS}");
            found.push(Exception::new(&source.path, index + 1, what));
        }
    }
    found
}

fn has_colour(source: &Source, line: &str) -> bool {
    let function = COLOUR_FUNCTIONS
        .iter()
        .any(|function| line.contains(function));
    let style = source.path.ends_with(".css");
    function
        || hex_colours(line).any(|before| style || before == '"' || before == '\'' || before == ' ')
}

/// The character before each `#` that is followed by exactly 3, 4, 6 or 8 hexadecimal digits.
fn hex_colours(line: &str) -> impl Iterator<Item = char> {
    line.match_indices('#').filter_map(|(at, _)| {
        let rest = &line[at + 1..];
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
        let word = &rest[..word.unwrap_or(rest.len())];
        let digits = word.chars().all(|c| c.is_ascii_hexdigit());
        let colour = digits && matches!(word.len(), 3 | 4 | 6 | 8);
        colour.then(|| line[..at].chars().next_back().unwrap_or(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(path: &str, text: &str) -> usize {
        check(&Source::new(path.to_owned(), text.to_owned())).len()
    }

    #[test]
    fn a_literal_colour_outside_the_tokens_is_an_exception() {
        assert_eq!(said("ui/src/kit/Button.svelte", "  color: #0b6b50;"), 1);
        assert_eq!(
            said("ui/src/kit/Button.svelte", "  color: rgb(0 0 0 / 40%);"),
            1
        );
        assert_eq!(said("ui/src/kit/tokens.css", "  --accent: #0b6b50;"), 0);
    }

    #[test]
    fn what_only_looks_like_a_colour_is_none() {
        assert_eq!(said("ui/src/a.svelte", "{#each rows as row}{#if a}"), 0);
        assert_eq!(
            said("ui/src/a.ts", "this.#add(1); location.hash = '#/orders';"),
            0
        );
        assert_eq!(said("ui/src/a.svelte", "<a href=\"#/today\">"), 0);
    }

    #[test]
    fn the_windows_api_is_named_in_one_file_alone() {
        let line = "import { invoke } from '@tauri-apps/api/core';";
        assert_eq!(said("ui/src/orders/a.ts", line), 1);
        assert_eq!(said("ui/src/host/tauri.ts", line), 0);
    }
}
