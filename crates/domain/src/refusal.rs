//! A refusal: why a decision was not taken, with the field it concerns.

/// Why a verb refuses. `code` is stable and has a sentence in every language of the interface;
/// `field` is the path of the input that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}")]
pub struct Refusal {
    /// Stable machine-readable code, for example `quantity_zero`.
    pub code: &'static str,
    /// Path of the input field, for example `lines.2.quantity_milli`.
    pub field: Option<String>,
    /// A figure or name that the sentence needs; never personal data.
    pub detail: Option<String>,
}

impl Refusal {
    /// A refusal that concerns the action as a whole.
    pub fn new(code: &'static str) -> Self {
        Self {
            code,
            field: None,
            detail: None,
        }
    }

    /// A refusal at one field of the input.
    pub fn at(field: impl Into<String>, code: &'static str) -> Self {
        Self {
            code,
            field: Some(field.into()),
            detail: None,
        }
    }

    /// The same refusal with a detail for its sentence.
    pub fn with(mut self, detail: impl ToString) -> Self {
        self.detail = Some(detail.to_string());
        self
    }
}
