//! The direction of dependencies: which crate of this workspace may name which. The window's
//! toolkit is named by the shell alone, SQLite by the book and by what lies under it.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Exception;
use crate::steps;

/// What a crate may depend on, of this workspace. A crate that is not in the list may depend on
/// none.
const MAY_NAME: [(&str, &[&str]); 16] = [
    ("book", &["domain", "gather", "locks"]),
    ("gather", &["disk"]),
    ("exchange", &["domain"]),
    ("sync", &["domain"]),
    ("hub", &["sync"]),
    (
        "app",
        &[
            "book",
            "charts",
            "documents",
            "domain",
            "einvoice",
            "exchange",
            "receipts",
            "sync",
        ],
    ),
    ("cli", &["app"]),
    ("devhost", &["app"]),
    ("counterbook-desktop", &["app", "cli"]),
    ("xtask", &["stage"]),
    ("stories", &["stage"]),
    (
        "bench",
        &[
            "app", "book", "charts", "domain", "exchange", "stage", "sync",
        ],
    ),
    ("crash", &["app", "book", "disk", "domain", "exchange"]),
    ("simulation", &["book", "domain", "hub", "sync"]),
    ("straight-line", &["app"]),
    ("conformance", &["app", "book", "domain", "exchange"]),
];

/// Packages from outside that only the named crates may depend on directly.
const KEPT_APART: [(&str, &[&str]); 9] = [
    ("tauri", &["counterbook-desktop"]),
    ("rfd", &["counterbook-desktop"]),
    (
        "rusqlite",
        &["book", "gather", "locks", "hub", "bench", "crash", "disk"],
    ),
    ("postgres", &["hub"]),
    ("plotters", &["charts"]),
    ("typst", &["documents"]),
    ("quick-xml", &["einvoice"]),
    ("axum", &["devhost", "hub"]),
    ("clap", &["cli", "devhost", "hub", "bench"]),
];

/// Exceptions among the dependencies of the workspace's crates.
pub fn check() -> Result<Vec<Exception>> {
    let arguments = [
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
        "--offline",
    ];
    let metadata: Value = serde_json::from_str(&steps::read(&mut steps::cargo(&arguments))?)?;
    let packages = metadata["packages"]
        .as_array()
        .context("cargo metadata names no packages")?;
    let depends: BTreeMap<&str, Vec<&str>> = packages
        .iter()
        .map(|package| (name_of(package), dependencies_of(package)))
        .collect();
    Ok(exceptions(&depends))
}

fn name_of(package: &Value) -> &str {
    package["name"].as_str().unwrap_or_default()
}

/// Dependencies that end up in the product: what only tests use may point anywhere.
fn dependencies_of(package: &Value) -> Vec<&str> {
    let all = package["dependencies"].as_array().into_iter().flatten();
    all.filter(|dependency| dependency["kind"] != "dev")
        .map(name_of)
        .collect()
}

fn exceptions(depends: &BTreeMap<&str, Vec<&str>>) -> Vec<Exception> {
    let mut found = Vec::new();
    for (name, dependencies) in depends {
        let allowed = MAY_NAME
            .iter()
            .find(|row| row.0 == *name)
            .map_or(&[][..], |row| row.1);
        for dependency in dependencies {
            if depends.contains_key(dependency) && !allowed.contains(dependency) {
                found.push(wrong(
                    name,
                    dependency,
                    "against the direction of dependencies",
                ));
            }
            let kept = KEPT_APART.iter().find(|row| row.0 == *dependency);
            if kept.is_some_and(|row| !row.1.contains(name)) {
                found.push(wrong(name, dependency, "which is kept to another crate"));
            }
        }
    }
    found
}

fn wrong(name: &str, dependency: &str, why: &str) -> Exception {
    Exception::new(
        &format!("crate {name}"),
        0,
        format!("depends on {dependency}, {why}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_may_name_what_lies_below_it() {
        let depends = BTreeMap::from([
            ("domain", vec!["serde"]),
            ("book", vec!["domain", "rusqlite"]),
        ]);
        assert!(exceptions(&depends).is_empty());
    }

    #[test]
    fn a_crate_that_names_what_lies_above_it_is_an_exception() {
        let depends = BTreeMap::from([("domain", vec!["book"]), ("book", vec!["domain"])]);
        assert_eq!(exceptions(&depends).len(), 1);
    }

    #[test]
    fn sqlite_outside_the_book_is_an_exception() {
        let depends = BTreeMap::from([("app", vec!["rusqlite"])]);
        assert_eq!(exceptions(&depends).len(), 1);
    }
}
