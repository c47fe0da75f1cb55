//! `documents.try_papers`: how a document would look, with a template as it is being written.
use documents::{Template, TypesetError, built_in};
use domain::settings::{Papers, Settings, papers};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::dress;
use super::papers::{PaperKind, PaperLook, look_terms};
use super::sample::{Sample, content, kind_of};
use crate::App;
use crate::error::AppError;
use crate::language::Language;

/// What is tried.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PapersTrial {
    /// Of which kind of document.
    #[ts(optional = false)]
    pub kind: PaperKind,
    /// The language of its words; English when absent.
    pub language: Option<Language>,
    /// How it looks; as it is now when absent.
    pub look: Option<PaperLook>,
    /// The text of the template; the one of now when absent.
    pub source: Option<String>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PapersTried {
    /// The pages as SVG; none when the template is wrong.
    pub pages: Vec<String>,
    /// What is wrong with the template.
    pub mistake: Option<TemplateMistake>,
    /// The template of now: the business's own, or the product's.
    pub source: String,
    /// The product's template.
    pub built_in: String,
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TemplateMistake {
    /// The line, from 1; 0 where none is to blame.
    pub line: i64,
    /// What is wrong, as the typesetter says it in English.
    pub message: String,
}

/// What it takes.
pub type Input = PapersTrial;
/// What it gives.
pub type Output = PapersTried;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let look = input.look.as_ref().map(look_terms);
    let checked = papers(Papers {
        look,
        ..Papers::default()
    })?;
    let book = app.book()?.book.id();
    let (settings, now) = app.read_rows(|read| Ok((read.settings()?, dress::now(read, book)?)))?;
    let kind = kind_of(input.kind);
    let mut template = dress::template(&now, kind);
    let source = template.source.clone();
    if let Some(tried) = input.source {
        template.source = tried;
    }
    let papers = Papers {
        look: checked.look.or_else(|| now.look.clone()),
        ..now
    };
    let language = input.language.unwrap_or_default();
    let tried = tried(app, (&settings, &papers), (input.kind, language), &template)?;
    let (pages, mistake) = match tried {
        Ok(pages) => (pages, None),
        Err(error) => (Vec::new(), Some(mistake(error))),
    };
    Ok(PapersTried {
        pages,
        mistake,
        source,
        built_in: built_in(kind).source,
    })
}

/// The pages of a made-up document, or what is wrong with its template.
pub(super) fn tried(
    app: &App,
    (settings, papers): (&Settings, &Papers),
    (kind, language): (PaperKind, Language),
    template: &Template,
) -> Result<Result<Vec<String>, TypesetError>, AppError> {
    let look = papers.look.clone().unwrap_or_default();
    let said = content(&Sample {
        settings,
        look: &look,
        has_logo: template.logo.is_some(),
        kind: kind_of(kind),
        language,
        day: app.today()?,
    });
    Ok(app.typesetter().pages(template, &said))
}

fn mistake(error: TypesetError) -> TemplateMistake {
    match error {
        TypesetError::Template { line, message } => TemplateMistake {
            line: i64::try_from(line).unwrap_or(0),
            message,
        },
        other => TemplateMistake {
            line: 0,
            message: other.to_string(),
        },
    }
}
