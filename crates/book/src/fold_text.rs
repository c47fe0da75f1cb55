//! Text folded for search and for sorting: without case, accents and typographic variants.
//!
//! The same fold makes the words that are stored and the words that are looked for, so that
//! "Müller", "MULLER" and "muller" are one. Queries hold words only: whatever a person types is
//! looked for and never read as the search engine's syntax.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Most words of a query; more would only narrow what is empty already.
const QUERY_WORDS: usize = 12;
/// Most characters of a query that are read.
const QUERY_CHARS: usize = 200;

/// Folds a text: compatibility forms taken apart, marks dropped, lower case, letters that do not
/// come apart written out (`ß` as `ss`, `ø` as `o`).
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c));
    let mut folded = String::with_capacity(text.len());
    for c in plain.flat_map(char::to_lowercase) {
        match written_out(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded
}

fn written_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        _ => return None,
    })
}

/// The words of a text, folded, as the search index holds them.
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded
        .split(|c| !is_word_char(c))
        .filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// A full-text query for records in which every word of `text` begins some word, or `None` when
/// there is no word in it.
pub fn fts_query(text: &str) -> Option<String> {
    let head: String = text.chars().take(QUERY_CHARS).collect();
    let mut query = String::new();
    for word in words(&head).iter().take(QUERY_WORDS) {
        if !query.is_empty() {
            query.push_str(" AND ");
        }
        query.push('"');
        query.push_str(word);
        query.push_str("\"*");
    }
    (!query.is_empty()).then_some(query)
}

/// Whether the index keeps a character within a word. Letters that SQLite's tables do not know as
/// letters part words there, and a word with such a gap is an error in a query.
fn is_word_char(c: char) -> bool {
    c.is_alphanumeric()
        && !is_combining_mark(c)
        && !matches!(c,
        '\u{19b0}'..='\u{19c0}' | '\u{19c8}'..='\u{19c9}' | '\u{1cf2}'..='\u{1cf3}'
        | '\u{1f150}'..='\u{1f169}' | '\u{1f170}'..='\u{1f189}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_fold_to_one() {
        for (text, folded) in [
            ("MÜLLER", "muller"),
            ("Mu\u{308}ller", "muller"),
            ("Straße STRASSE", "strasse strasse"),
            (
                "Œuvre Æsop Øre Łódź Đorđe Þór",
                "oeuvre aesop ore lodz dorde thor",
            ),
            ("İstanbul ısı", "istanbul isi"),
            ("ﬁne ２５ ①", "fine 25 1"),
            ("Ἀθῆναι", "αθηναι"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["Straße", "İẞΣς", "Ǆ", "が", "각", "ﬃ", "K"] {
            assert_eq!(fold(&fold(text)), fold(text), "{text}");
        }
    }

    #[test]
    fn what_is_typed_is_words_and_never_syntax() {
        for (text, query) in [
            ("ann smi", Some(r#""ann"* AND "smi"*"#)),
            (
                r#""* NEAR( words:x ^a -b"#,
                Some(r#""near"* AND "words"* AND "x"* AND "a"* AND "b"*"#),
            ),
            ("O'Neil", Some(r#""o"* AND "neil"*"#)),
            (" \t'\"*()", None),
            ("", None),
        ] {
            assert_eq!(fts_query(text).as_deref(), query, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_cut() {
        let query = fts_query(&"ab ".repeat(10_000)).unwrap();
        assert_eq!(query.matches("AND").count(), QUERY_WORDS - 1);
    }

    /// Each word must be one token of the index: two would be a phrase, which it refuses.
    #[test]
    fn every_letter_is_searchable() {
        let conn = rusqlite::Connection::open_in_memory().unwrap();
        conn.execute_batch(
            "CREATE VIRTUAL TABLE search USING fts5(words, content='', detail=none,
             tokenize='unicode61 remove_diacritics 0')",
        )
        .unwrap();
        let mut search = conn
            .prepare("SELECT count(*) FROM search WHERE search MATCH ?1")
            .unwrap();
        for c in '\0'..=char::MAX {
            if c.is_alphanumeric() || is_combining_mark(c) {
                let query = fts_query(&format!("a{c}b")).unwrap();
                let found = search.query_row([&query], |row| row.get::<_, i64>(0));
                assert_eq!(found, Ok(0), "{:x}: {query}", c as u32);
            }
        }
    }
}
