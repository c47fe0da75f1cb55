//! How the business's documents look, and what it has to say on them. It is said in entries of its
//! own, `book.papers`, and kept out of the settings that every write reads: a logo is large.

use crate::entry::Entry;
use crate::limits::{LIST_ITEMS, NAME_CHARS};
use crate::refusal::Refusal;
use crate::said::take;
use crate::text;
use serde::{Deserialize, Serialize};

/// The kind of the entries.
pub const PAPERS: &str = "book.papers";
/// Characters of a template.
pub const TEMPLATE_CHARS: usize = 40_000;
/// Characters of a logo, in base64: some 96 kB of picture.
pub const LOGO_CHARS: usize = 128 * 1024;
/// Characters of a text on documents.
const TEXT_CHARS: usize = 2_000;

/// Payload of `book.papers`, and what it folds to; `None` in an entry means "not said".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Papers {
    /// How documents look.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub look: Option<PaperLook>,
    /// The mark of the business: a picture (PNG) in base64; empty for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// Templates in place of the product's, replaced as a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub templates: Option<Vec<PaperTemplate>>,
}

/// How documents look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PaperLook {
    /// The one colour, `#rrggbb`; the product's when empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub accent: String,
    /// The sheet.
    pub sheet: Sheet,
    /// The lines beside the mark; address and contact of the business when empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub letterhead: String,
    /// What is said on documents of a kind and language.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<PaperText>,
    /// Columns that are left out, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<String>,
}

/// The size of a sheet of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sheet {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// What is said on documents; the text of the narrowest kind and language counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PaperText {
    /// Of which kind of document; of all when empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// In which language; in every one when empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Before the table.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub opening: String,
    /// After the sums.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub closing: String,
    /// At the foot of each page.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub foot: String,
}

/// A template in place of the product's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperTemplate {
    /// Of which kind of document.
    pub kind: String,
    /// Its text, in the typesetter's language.
    pub source: String,
}

/// Which of an order's texts a part of them is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperPlace {
    /// Before the table.
    Opening,
    /// After the sums.
    Closing,
    /// At the foot of each page.
    Foot,
}

impl Papers {
    /// Folds one more entry; one that is about something else changes nothing.
    pub fn apply(&mut self, entry: &Entry) {
        if entry.kind != PAPERS {
            return;
        }
        let Ok(said) = serde_json::from_str::<Self>(&entry.payload) else {
            return;
        };
        take(&mut self.look, said.look);
        take(&mut self.logo, said.logo);
        take(&mut self.templates, said.templates);
    }

    /// The template of a kind, when it is not the product's.
    pub fn template(&self, kind: &str) -> Option<&PaperTemplate> {
        let mut templates = self.templates.iter().flatten();
        templates.find(|template| template.kind == kind)
    }

    /// The logo, when there is one.
    pub fn logo(&self) -> Option<&str> {
        self.logo.as_deref().filter(|logo| !logo.is_empty())
    }
}

impl PaperLook {
    /// What is said at a place of documents of a kind, in a language: the narrowest that says
    /// anything there. The kind counts for more than the language.
    pub fn text(&self, place: PaperPlace, kind: &str, language: &str) -> Option<&str> {
        let fits = |said: &str, asked: &str| said.is_empty() || said == asked;
        let fitting = self.texts.iter().filter(|text| {
            fits(&text.kind, kind) && fits(&text.language, language) && !text.at(place).is_empty()
        });
        let narrow = |text: &&PaperText| (!text.kind.is_empty(), !text.language.is_empty());
        fitting.max_by_key(narrow).map(|text| text.at(place))
    }
}

impl PaperText {
    fn at(&self, place: PaperPlace) -> &str {
        match place {
            PaperPlace::Opening => &self.opening,
            PaperPlace::Closing => &self.closing,
            PaperPlace::Foot => &self.foot,
        }
    }
}

/// Checks what is said of papers.
pub fn papers(mut said: Papers) -> Result<Papers, Refusal> {
    said.look = said.look.map(checked_look).transpose()?;
    if said
        .logo
        .as_ref()
        .is_some_and(|logo| logo.len() > LOGO_CHARS)
    {
        return Err(Refusal::at("logo", "too_long").with(LOGO_CHARS));
    }
    let templates = said.templates.as_deref().unwrap_or_default();
    for (index, template) in templates.iter().enumerate() {
        let at = |name: &str| format!("templates.{index}.{name}");
        if templates[..index].iter().any(|it| it.kind == template.kind) {
            return Err(Refusal::at(at("kind"), "claimed_twice"));
        }
        if template.source.trim().is_empty() {
            return Err(Refusal::at(at("source"), "required"));
        }
        if template.source.chars().count() > TEMPLATE_CHARS {
            return Err(Refusal::at(at("source"), "too_long").with(TEMPLATE_CHARS));
        }
    }
    Ok(said)
}

fn checked_look(mut look: PaperLook) -> Result<PaperLook, Refusal> {
    look.accent = look.accent.trim().to_lowercase();
    if !look.accent.is_empty() && !is_colour(&look.accent) {
        return Err(Refusal::at("look.accent", "colour_shape"));
    }
    let note = |field: &str, said: &str, limit: usize| {
        let kept = text::note(field, Some(said), limit)?;
        Ok::<String, Refusal>(kept.unwrap_or_default())
    };
    look.letterhead = note("look.letterhead", &look.letterhead, NAME_CHARS * 3)?;
    if look.texts.len() > LIST_ITEMS {
        return Err(Refusal::at("look.texts", "too_many").with(LIST_ITEMS));
    }
    for (index, said) in look.texts.iter_mut().enumerate() {
        let at = |name: &str| format!("look.texts.{index}.{name}");
        said.opening = note(&at("opening"), &said.opening, TEXT_CHARS)?;
        said.closing = note(&at("closing"), &said.closing, TEXT_CHARS)?;
        said.foot = note(&at("foot"), &said.foot, TEXT_CHARS)?;
    }
    look.texts.retain(|said| {
        !(said.opening.is_empty() && said.closing.is_empty() && said.foot.is_empty())
    });
    Ok(look)
}

fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(kind: &str, language: &str, foot: &str) -> PaperText {
        PaperText {
            kind: kind.into(),
            language: language.into(),
            foot: foot.into(),
            ..PaperText::default()
        }
    }

    #[test]
    fn the_narrowest_text_counts_and_one_that_says_nothing_there_does_not() {
        let look = PaperLook {
            texts: vec![
                text("", "", "all"),
                text("invoice", "", "invoices"),
                text("", "de", "German"),
                text("invoice", "de", ""),
            ],
            ..PaperLook::default()
        };
        let foot = |kind, language| look.text(PaperPlace::Foot, kind, language);
        assert_eq!(foot("quote", "en"), Some("all"));
        assert_eq!(foot("quote", "de"), Some("German"));
        assert_eq!(foot("invoice", "de"), Some("invoices"));
        assert_eq!(look.text(PaperPlace::Opening, "invoice", "de"), None);
    }

    #[test]
    fn a_colour_is_six_digits_after_a_hash() {
        let said = |accent: &str| {
            let look = Some(PaperLook {
                accent: accent.into(),
                ..PaperLook::default()
            });
            papers(Papers {
                look,
                ..Papers::default()
            })
        };
        assert!(said(" #0B6B4F ").is_ok() && said("").is_ok());
        for wrong in ["red", "#fff", "#12345g", "#1234567"] {
            let refused = said(wrong).expect_err(wrong);
            assert_eq!(refused.code, "colour_shape");
        }
    }

    #[test]
    fn a_template_says_something_within_bounds_and_once_for_a_kind() {
        let said = |sources: &[&str]| {
            let templates = sources.iter().map(|source| PaperTemplate {
                kind: "invoice".into(),
                source: (*source).into(),
            });
            papers(Papers {
                templates: Some(templates.collect()),
                ..Papers::default()
            })
        };
        assert!(said(&["#x"]).is_ok());
        assert_eq!(said(&[" "]).expect_err("blank").code, "required");
        assert_eq!(said(&["a", "b"]).expect_err("twice").code, "claimed_twice");
        let long = "x".repeat(TEMPLATE_CHARS + 1);
        assert_eq!(said(&[&long]).expect_err("long").code, "too_long");
    }
}
