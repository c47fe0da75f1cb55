//! Every statement of this crate is planned by SQLite against the schema. A scan of a table that
//! can grow fails, unless the statement says why with `-- scan: reason`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use book::{Book, Identity};
use domain::DeviceId;
use rusqlite::{Connection, params_from_iter};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Tables of a few rows, whatever the shop sells.
const SMALL: [&str; 10] = [
    "meta",
    "person",
    "device",
    "settings",
    "series",
    "row_count",
    "sqlite_schema",
    "price_list",
    "promotion",
    "supplier",
];

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|other| other == ending) {
            found.push(path);
        }
    }
}

/// The texts in a Rust source that begin as a statement does. Templates with a hole and parts of
/// a statement are left to the tests of their module.
fn statements_in(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find('"') {
        let (text, end) = literal(&rest[start + 1..]);
        rest = &rest[start + 1 + end..];
        let words = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH ", "-- "];
        let whole = !text.contains('{') && !text.ends_with(' ');
        if whole && words.iter().any(|word| text.starts_with(word)) {
            found.push(text);
        }
    }
    found
}

/// A literal's text and where it ends; a backslash before a line's end joins the lines.
fn literal(source: &str) -> (String, usize) {
    let mut text = String::new();
    let mut chars = source.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (text, at + 1),
            '\\' => match chars.next() {
                Some((_, '\n')) => while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {},
                Some((_, 'n')) => text.push('\n'),
                Some((_, other)) => text.push(other),
                None => break,
            },
            other => text.push(other),
        }
    }
    (text, source.len())
}

fn every_statement() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut sql, mut rust) = (Vec::new(), Vec::new());
    files(&root, "sql", &mut sql);
    files(&root, "rs", &mut rust);
    let mut found = Vec::new();
    for path in sql
        .iter()
        .filter(|path| !path.starts_with(root.join("schema")))
    {
        found.push((
            path.display().to_string(),
            std::fs::read_to_string(path).unwrap(),
        ));
    }
    for path in rust {
        for text in statements_in(&std::fs::read_to_string(&path).unwrap()) {
            found.push((path.display().to_string(), text));
        }
    }
    found
}

fn plan(conn: &Connection, sql: &str) -> rusqlite::Result<Vec<String>> {
    let mut query = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let blanks = vec![rusqlite::types::Null; query.parameter_count()];
    let rows = query.query_map(params_from_iter(blanks), |row| row.get("detail"))?;
    rows.collect()
}

/// Whether a step of a plan reads a whole table. A search index without a term to look for does.
fn scans(tables: &[String], step: &str) -> bool {
    let Some(table) = step.strip_prefix("SCAN ") else {
        return false;
    };
    let name = table.split(' ').next().unwrap_or_default();
    let sought = table.contains("VIRTUAL TABLE INDEX") && !table.ends_with(':');
    tables.iter().any(|table| table == name) && !SMALL.contains(&name) && !sought
}

fn tables(conn: &Connection) -> Vec<String> {
    let mut query = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .unwrap();
    let names = query.query_map([], |row| row.get(0)).unwrap();
    names.map(Result::unwrap).collect()
}

#[test]
fn no_statement_scans_a_table_that_grows_without_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plans.counterbook");
    let device = DeviceId(Uuid::from_u128(1));
    let identity = Identity {
        book: Uuid::from_u128(2),
        device,
        prefix: "A".into(),
    };
    let book = Book::create(&path, &identity).unwrap();
    let conn = book.reader().unwrap();
    let (tables, statements) = (tables(&conn), every_statement());
    assert!(
        statements.len() > 80,
        "the sources hold more than {} statements",
        statements.len()
    );
    let mut wrong = Vec::new();
    for (place, sql) in statements {
        match plan(&conn, &sql) {
            Ok(_) if sql.contains("-- scan: ") => {}
            Ok(steps) if !steps.iter().any(|step| scans(&tables, step)) => {}
            Ok(steps) => wrong.push(format!("{place}\n{sql}\n{}", steps.join("\n"))),
            Err(error) => wrong.push(format!("{place}\n{sql}\n{error}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn statements_are_found_in_sources() {
    let source = r#"let a = "SELECT 1"; let b = "no"; let c = "SELECT 2 \
        FROM x"; let d = format!("SELECT {a}");"#;
    assert_eq!(statements_in(source), ["SELECT 1", "SELECT 2 FROM x"]);
}
