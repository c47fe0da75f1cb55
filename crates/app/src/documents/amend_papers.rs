//! `documents.amend_papers`: changes how the business's documents look. What was issued stays.
use book::Said;
use book::dto::Touched;
use domain::settings::{PAPERS, Papers, papers};
use domain::{Subject, SubjectKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::dress::{self, kept_picture};
use super::papers::{DocumentPapers, PaperLook, PaperTemplate, look_terms, shown, template_terms};
use super::preview::refused;
use super::sample::kind_of;
use super::try_papers::tried;
use crate::App;
use crate::error::AppError;
use crate::face::Face;
use crate::language::Language;
use crate::parse::nullable;
use crate::request::{Create, Written, check_version};
use crate::write::Call;

/// The largest picture that is read.
const LOGO_BYTES: u64 = 10 * 1024 * 1024;

/// What of the papers changes; what is absent stays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PapersAmend {
    /// The version that the caller saw.
    #[ts(optional = false)]
    pub expected_version: i64,
    /// How documents look.
    pub look: Option<PaperLook>,
    /// The mark: a file, PNG or JPEG; null takes it away.
    #[serde(default, deserialize_with = "nullable")]
    pub logo: Option<Option<String>>,
    /// Templates of the business's own, replaced as a list; what is not in it has the product's.
    pub templates: Option<Vec<PaperTemplate>>,
}

/// What it takes.
pub type Input = Create<PapersAmend>;
/// What it gives.
pub type Output = Written<DocumentPapers>;

impl Face for DocumentPapers {
    const KIND: SubjectKind = SubjectKind::Book;

    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let id = app.book()?.book.id();
    let templates = input.body.templates.as_deref();
    let said = papers(Papers {
        look: input.body.look.as_ref().map(look_terms),
        logo: input.body.logo.as_ref().map(logo).transpose()?,
        templates: templates.map(|all| all.iter().map(template_terms).collect()),
    })?;
    check_templates(app, &said, templates.unwrap_or_default())?;
    app.write(
        Call::about(input.part, id),
        |tx| {
            check_version(tx.settings().version, input.body.expected_version)?;
            let book = Subject::new(SubjectKind::Book, id);
            tx.append(Said::new(book, PAPERS, &said))?;
            Ok(id)
        },
        |read, id| {
            let version = read.settings()?.version;
            Ok(shown(dress::now(read, id)?, version))
        },
    )
}

/// Reads a mark and makes it fit to be kept.
fn logo(path: &Option<String>) -> Result<String, AppError> {
    let Some(path) = path else {
        return Ok(String::new());
    };
    let unreadable = |error: String| AppError::at("logo", "file_unreadable").with(error);
    let size = std::fs::metadata(path).map_err(|error| unreadable(error.to_string()))?;
    if size.len() > LOGO_BYTES {
        return Err(AppError::at("logo", "file_over_limit").with(LOGO_BYTES));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(error.to_string()))?;
    let kept =
        documents::logo(&bytes).map_err(|error| AppError::at("logo", "no_picture").with(error))?;
    Ok(kept_picture(&kept))
}

/// Nothing is kept that could not be typeset.
fn check_templates(app: &App, said: &Papers, templates: &[PaperTemplate]) -> Result<(), AppError> {
    if templates.is_empty() {
        return Ok(());
    }
    let book = app.book()?.book.id();
    let (settings, now) = app.read_rows(|read| Ok((read.settings()?, dress::now(read, book)?)))?;
    let papers = Papers {
        look: said.look.clone().or(now.look),
        logo: said.logo.clone().or(now.logo),
        templates: said.templates.clone(),
    };
    for (index, template) in templates.iter().enumerate() {
        let worn = dress::template(&papers, kind_of(template.kind));
        let what = (template.kind, Language::En);
        tried(app, (&settings, &papers), what, &worn)?.map_err(|error| {
            refused(error, kind_of(template.kind)).in_field(format!("templates.{index}.source"))
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
