//! Text from outside: trimmed, bounded, without control characters; and folded for search.

use crate::refusal::Refusal;

/// A required one-line text: trimmed, not empty, at most `limit` characters.
pub fn required(field: &str, text: &str, limit: usize) -> Result<String, Refusal> {
    let text = line(field, text, limit)?;
    if text.is_empty() {
        Err(Refusal::at(field, "required"))
    } else {
        Ok(text)
    }
}

/// An optional one-line text: `None` when blank.
pub fn optional(field: &str, text: Option<&str>, limit: usize) -> Result<Option<String>, Refusal> {
    let Some(text) = text else { return Ok(None) };
    let text = line(field, text, limit)?;
    Ok((!text.is_empty()).then_some(text))
}

/// An optional text of several lines.
pub fn note(field: &str, text: Option<&str>, limit: usize) -> Result<Option<String>, Refusal> {
    let Some(text) = text else { return Ok(None) };
    let kept: String = text
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    let kept = kept.trim();
    bounded(field, kept, limit)?;
    Ok((!kept.is_empty()).then(|| kept.to_owned()))
}

fn line(field: &str, text: &str, limit: usize) -> Result<String, Refusal> {
    let text = text.trim();
    bounded(field, text, limit)?;
    if text.chars().any(char::is_control) {
        return Err(Refusal::at(field, "control_character"));
    }
    Ok(text.to_owned())
}

fn bounded(field: &str, text: &str, limit: usize) -> Result<(), Refusal> {
    if text.len() > limit && text.chars().count() > limit {
        return Err(Refusal::at(field, "too_long").with(limit));
    }
    Ok(())
}

/// Whether a text is an ISO 3166-1 alpha-2 shaped country code (two capitals).
pub fn country_code(field: &str, text: &str) -> Result<String, Refusal> {
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) {
        Ok(text.to_owned())
    } else {
        Err(Refusal::at(field, "country_unknown").with(text))
    }
}
