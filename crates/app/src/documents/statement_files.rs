//! Statements in a folder, a file for each customer: however many there are, one at a time is made,
//! typeset and written, and those that were written stay when somebody calls it off.
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use documents::{Kind, Pdf};

use super::preview::refused;
use super::statement::{MadeStatement, StatementPen};
use crate::App;
use crate::error::AppError;
use crate::settings::replace;

/// The most letters of a customer's name in the name of a file.
const NAME_CHARS: usize = 80;

/// The folder that statements are written to.
pub(super) struct Folder<'a> {
    app: &'a App,
    path: PathBuf,
    /// How often a name was taken.
    names: HashMap<String, usize>,
}

impl<'a> Folder<'a> {
    /// Makes the folder when it is not there.
    pub fn open(app: &'a App, path: &str) -> Result<Self, AppError> {
        let path = path.trim();
        if path.is_empty() {
            return Err(AppError::at("folder", "required"));
        }
        std::fs::create_dir_all(path).map_err(unwritable)?;
        Ok(Self {
            app,
            path: path.into(),
            names: HashMap::new(),
        })
    }

    /// Writes one statement.
    pub fn add(&mut self, pen: &StatementPen, made: &MadeStatement) -> Result<(), AppError> {
        let typesetter = self.app.typesetter();
        let pdf = typesetter.pdf(&pen.template(), &made.content, &Pdf::default());
        let pdf = pdf.map_err(|error| refused(error, Kind::Statement))?;
        let name = self.name(&made.account.name, &made.account.to);
        replace(&self.path.join(name), &pdf).map_err(unwritable)
    }

    /// Where they are.
    pub fn shown(&self) -> String {
        Path::new(&self.path).display().to_string()
    }

    /// Customers of one name follow each other; the same batch gives the same names again.
    fn name(&mut self, customer: &str, to: &str) -> String {
        let name = format!("{} {to}", plain(customer));
        // What is one name to a person is one to some file systems.
        let times = self.names.entry(name.to_lowercase()).or_default();
        *times += 1;
        match *times {
            1 => format!("{name}.pdf"),
            again => format!("{name} ({again}).pdf"),
        }
    }
}

/// A name without what some system cannot have in one.
fn plain(name: &str) -> String {
    let plain = |letter: char| match letter {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        other if other.is_control() => ' ',
        other => other,
    };
    let name: String = name.chars().map(plain).take(NAME_CHARS).collect();
    let name = name.trim_matches([' ', '.', '-']);
    if name.is_empty() { "statement" } else { name }.to_owned()
}

fn unwritable(error: std::io::Error) -> AppError {
    AppError::unavailable("file_unwritable")
        .in_field("folder")
        .with(error)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn names_of_files_are_names_on_every_system() {
        assert_eq!(plain("A/B: \"C\" GmbH & Co."), "A-B- -C- GmbH & Co");
        assert_eq!(plain("../.."), "statement");
        assert_eq!(plain("Zoë\tBrontë"), "Zoë Brontë");
    }
}
