//! Typesetting within limits. A template of the product is typeset here and now; one that somebody
//! wrote could run for ever or eat all memory, and the typesetter cannot be interrupted: it is
//! typeset by a child, this very program started anew, which ends itself at its limits and is
//! ended from here when it does not.
mod child;
mod parent;
#[cfg(test)]
pub(crate) mod tests;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use documents::{Content, Pdf, Template, TypesetError};
use serde::{Deserialize, Serialize};

pub use child::{is_asked, serve};

/// The one argument that makes a program of ours a typesetter.
const ARGUMENT: &str = "typeset-alone";
/// What one document may take.
const TIME: Duration = Duration::from_secs(10);
/// What each further document of a batch may take.
const TIME_MORE: Duration = Duration::from_millis(200);
/// What a template may need.
const MEMORY_BYTES: u64 = 768_000_000;

/// How the templates are typeset that are not the product's own.
#[derive(Clone, Debug)]
pub struct Typesetter {
    /// The program; this one when absent.
    pub program: Option<PathBuf>,
    /// The arguments that make it a typesetter.
    pub arguments: Vec<OsString>,
    /// What one document may take.
    pub time: Duration,
    /// The memory that it may need, in bytes.
    pub memory_bytes: u64,
}

/// What is typeset, and as what.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Work {
    /// Pages for the screen.
    Pages(Content),
    /// One document as PDF.
    Pdf(Content, Pdf),
    /// Several as one PDF.
    Bound(Vec<Content>),
}

/// What came of it: the pages, or the file in base64.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Typeset {
    Pages(Vec<String>),
    Pdf(Option<String>),
}

impl Typesetter {
    /// The program that runs, within the product's limits.
    pub fn own_program() -> Self {
        Self {
            program: None,
            arguments: vec![ARGUMENT.into()],
            time: TIME,
            memory_bytes: MEMORY_BYTES,
        }
    }

    /// The document's pages as SVG.
    pub(crate) fn pages(
        &self,
        template: &Template,
        content: &Content,
    ) -> Result<Vec<String>, TypesetError> {
        if template.is_built_in() {
            return documents::pages(template, content);
        }
        match self.alone(template, &Work::Pages(content.clone()), self.time)? {
            Typeset::Pages(pages) => Ok(pages),
            Typeset::Pdf(_) => Err(parent::no_answer()),
        }
    }

    /// The document as PDF.
    pub(crate) fn pdf(
        &self,
        template: &Template,
        content: &Content,
        how: &Pdf,
    ) -> Result<Vec<u8>, TypesetError> {
        if template.is_built_in() {
            return documents::pdf(template, content, how);
        }
        let work = Work::Pdf(content.clone(), how.clone());
        let file = self.file(template, &work, self.time)?;
        file.ok_or_else(parent::no_answer)
    }

    /// Several documents as one PDF; `None` of no document.
    pub(crate) fn bound(
        &self,
        template: &Template,
        contents: &[Content],
    ) -> Result<Option<Vec<u8>>, TypesetError> {
        if template.is_built_in() {
            return documents::bound(template, contents);
        }
        let more = u32::try_from(contents.len()).unwrap_or(u32::MAX);
        let time = self.time.saturating_add(TIME_MORE.saturating_mul(more));
        self.file(template, &Work::Bound(contents.to_vec()), time)
    }

    fn file(
        &self,
        template: &Template,
        work: &Work,
        time: Duration,
    ) -> Result<Option<Vec<u8>>, TypesetError> {
        let Typeset::Pdf(file) = self.alone(template, work, time)? else {
            return Err(parent::no_answer());
        };
        let bytes = file.map(|file| BASE64.decode(file)).transpose();
        bytes.map_err(|_| parent::no_answer())
    }
}

impl Work {
    fn typeset(&self, template: &Template) -> Result<Typeset, TypesetError> {
        let kept = |file: Vec<u8>| BASE64.encode(file);
        Ok(match self {
            Self::Pages(content) => Typeset::Pages(documents::pages(template, content)?),
            Self::Pdf(content, how) => {
                Typeset::Pdf(Some(kept(documents::pdf(template, content, how)?)))
            }
            Self::Bound(contents) => Typeset::Pdf(documents::bound(template, contents)?.map(kept)),
        })
    }
}
