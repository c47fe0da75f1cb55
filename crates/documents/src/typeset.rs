//! From content and template to pages.

use crate::content::{Attachment, Content};
use crate::error::TypesetError;
use crate::metadata::{self, Metadata};
use crate::templates::Template;
use crate::world::Desk;
use serde::{Deserialize, Serialize};
use typst::WorldExt as _;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_svg::SvgOptions;

/// So many compilations a page's parts are remembered for the next one.
const REMEMBERED: usize = 4;

/// How a PDF is made.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Pdf {
    /// Files to be put into it.
    pub attachments: Vec<Attachment>,
    /// What the attached files demand of the metadata.
    pub metadata: Option<Metadata>,
}

/// The document as PDF/A-3b: made to be kept, with room for attached files. The same content and
/// template give the same bytes.
///
/// # Errors
///
/// The template's mistake with its line.
pub fn pdf(template: &Template, content: &Content, how: &Pdf) -> Result<Vec<u8>, TypesetError> {
    let desk = Desk::new(template, content, &how.attachments);
    let bytes = written(&desk, content)?;
    match &how.metadata {
        Some(more) => metadata::add(bytes, more),
        None => Ok(bytes),
    }
}

/// Documents of one template as one PDF, each from a page of its own on; `None` of no document.
///
/// # Errors
///
/// The template's mistake with its line.
pub fn bound(template: &Template, contents: &[Content]) -> Result<Option<Vec<u8>>, TypesetError> {
    let Some(first) = contents.first() else {
        return Ok(None);
    };
    written(&Desk::bound(template, contents), first).map(Some)
}

/// The file, with the properties that its content gives it.
fn written(desk: &Desk, content: &Content) -> Result<Vec<u8>, TypesetError> {
    let document = typeset(desk)?;
    let standards = PdfStandards::new(&[PdfStandard::A_3b])
        .map_err(|error| TypesetError::Form(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {:?}", content.title, content.number)),
        creator: Smart::Custom(Some("Counterbook".to_owned())),
        timestamp: day(&content.date).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| first(desk, &errors));
    typst::comemo::evict(REMEMBERED);
    bytes
}

/// The document's pages as SVG, for the screen.
///
/// # Errors
///
/// The template's mistake with its line.
pub fn pages(template: &Template, content: &Content) -> Result<Vec<String>, TypesetError> {
    drawn(&Desk::new(template, content, &[]))
}

fn drawn(desk: &Desk) -> Result<Vec<String>, TypesetError> {
    let document = typeset(desk)?;
    let options = SvgOptions::default();
    let pages = document.pages().iter();
    let pages = pages.map(|page| typst_svg::svg(page, &options)).collect();
    typst::comemo::evict(REMEMBERED);
    Ok(pages)
}

/// A document of the product's own that has words of its own kind, as JSON; with the title and the
/// day that the file is to tell.
pub(crate) fn sheet_pdf(
    source: &str,
    said: &[u8],
    named: (&str, &str),
) -> Result<Vec<u8>, TypesetError> {
    let bare = Content {
        title: named.0.to_owned(),
        date: named.1.to_owned(),
        ..Content::default()
    };
    written(&Desk::of(source, said), &bare)
}

/// The pages of one as SVG.
pub(crate) fn sheet_pages(source: &str, said: &[u8]) -> Result<Vec<String>, TypesetError> {
    drawn(&Desk::of(source, said))
}

fn typeset(desk: &Desk) -> Result<PagedDocument, TypesetError> {
    typst::compile::<PagedDocument>(desk)
        .output
        .map_err(|errors| first(desk, &errors))
}

/// The first mistake stands for all: the others mostly follow from it.
fn first(desk: &Desk, errors: &[SourceDiagnostic]) -> TypesetError {
    let Some(error) = errors.first() else {
        return TypesetError::Form(String::new());
    };
    let file = error.span.id().filter(|file| desk.is_template(*file));
    let place = file.and_then(|file| Some((file, desk.range(error.span)?.start)));
    TypesetError::Template {
        line: place.map_or(0, |(file, byte)| desk.line_of(file, byte)),
        message: error.message.to_string(),
    }
}

fn day(iso: &str) -> Option<Datetime> {
    let mut parts = iso.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Datetime::from_ymd_hms(year, month, day, 0, 0, 0)
}
