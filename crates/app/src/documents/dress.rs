//! What documents are dressed in: the look, the mark and the templates of the business. What was
//! issued keeps what it was issued with, found again among everything that was ever said.
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use book::Read;
use documents::{EDITION, Kind, Template, built_in, edition};
use domain::settings::{PAPERS, PaperTemplate, Papers};
use domain::{Subject, SubjectKind};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::issue::digest;

/// What an issued document was dressed in, by digest; nothing said before there was a choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Dress {
    /// The edition of the product's template, when it is one of those.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<u32>,
    /// SHA-256 of the business's own template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// SHA-256 of the mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
}

/// Everything that was said of papers, oldest first.
pub(super) fn said(read: Read<'_>, book: Uuid) -> book::Result<Vec<Papers>> {
    let entries = read.entries_about(Subject::new(SubjectKind::Book, book))?;
    let papers = entries.iter().filter(|entry| entry.kind == PAPERS);
    let said = papers.filter_map(|entry| serde_json::from_str(&entry.payload).ok());
    Ok(said.collect())
}

/// The papers as they are now.
pub(super) fn now(read: Read<'_>, book: Uuid) -> book::Result<Papers> {
    let mut papers = Papers::default();
    for entry in read.entries_about(Subject::new(SubjectKind::Book, book))? {
        papers.apply(&entry);
    }
    Ok(papers)
}

/// The template of a kind as it is now.
pub(super) fn template(papers: &Papers, kind: Kind) -> Template {
    let mut template = built_in(kind);
    if let Some(own) = papers.template(kind.word()) {
        own.source.clone_into(&mut template.source);
    }
    template.logo = papers.logo().and_then(picture);
    template
}

/// What a document issued now is dressed in.
pub(super) fn dress(papers: &Papers, kind: Kind) -> Dress {
    let own = papers.template(kind.word());
    Dress {
        edition: own.is_none().then_some(EDITION),
        template: own.map(|own| digest(own.source.as_bytes())),
        logo: papers.logo().map(|logo| digest(logo.as_bytes())),
    }
}

/// The template that an issued document was typeset with.
pub(super) fn worn(dress: &Dress, kind: Kind, said: &[Papers]) -> Template {
    let own = dress.template.as_ref().and_then(|sha256| {
        let all = said
            .iter()
            .flat_map(|papers| papers.templates.iter().flatten());
        let is_meant = |own: &&PaperTemplate| digest(own.source.as_bytes()) == *sha256;
        all.into_iter().find(is_meant)
    });
    let mut template = edition(kind, dress.edition.unwrap_or(1));
    if let Some(own) = own {
        own.source.clone_into(&mut template.source);
    }
    template.logo = dress.logo.as_ref().and_then(|sha256| {
        let mut all = said.iter().filter_map(Papers::logo);
        let logo = all.find(|logo| digest(logo.as_bytes()) == *sha256)?;
        picture(logo)
    });
    template
}

/// The bytes of a picture.
pub(super) fn picture(base64: &str) -> Option<Vec<u8>> {
    BASE64.decode(base64).ok()
}

/// A picture as it is kept.
pub(super) fn kept_picture(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}
