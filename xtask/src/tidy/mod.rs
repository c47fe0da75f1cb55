//! The walls of the house, checked by reading: sizes of files and functions, module headers,
//! names, the direction of dependencies, noun folders that leave each other alone, one place for
//! colours and one for the window's own API. Every exception is printed with its place; any
//! exception fails.

mod crates;
mod nouns;
mod rust;
mod sources;
mod web;

use anyhow::{Result, bail};

use crate::{files, paths};
use sources::Source;

/// One broken wall.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exception {
    /// The file, from the top folder.
    pub file: String,
    /// The line, from 1; 0 when the file as a whole is meant.
    pub line: usize,
    /// What is wrong and what the rule is.
    pub what: String,
}

impl Exception {
    fn new(file: &str, line: usize, what: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            what: what.into(),
        }
    }
}

/// Checks every wall and prints each exception; fails when there is one.
pub fn tidy() -> Result<()> {
    let sources = read_sources()?;
    let mut found = Vec::new();
    for source in &sources {
        found.extend(sources::check(source));
        found.extend(if source.is_rust() {
            rust::check(source)
        } else {
            web::check(source)
        });
        found.extend(nouns::check(source));
    }
    found.extend(crates::check()?);
    found.sort();
    for exception in &found {
        println!("{}:{}: {}", exception.file, exception.line, exception.what);
    }
    println!(
        "tidy: {} files read, {} exceptions",
        sources.len(),
        found.len()
    );
    if !found.is_empty() {
        bail!(
            "the walls of the house are broken in {} places",
            found.len()
        );
    }
    Ok(())
}

fn read_sources() -> Result<Vec<Source>> {
    let files = files::below(&paths::root())?;
    let wanted = files
        .iter()
        .filter(|file| files::ends_with(file, &["rs", "ts", "svelte", "css"]));
    wanted
        .map(|file| {
            Ok(Source::new(
                files::shown(file),
                std::fs::read_to_string(file)?,
            ))
        })
        .collect()
}
