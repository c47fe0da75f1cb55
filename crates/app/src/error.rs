//! The one error of the product's boundary. A code and a place, never a sentence and never
//! personal data: the interface owns the words.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What the caller can do about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AppErrorKind {
    /// The input is wrong: change `field`.
    Invalid,
    /// The record has changed meanwhile, or no longer allows this: look at it again.
    Conflict,
    /// There is no such record.
    NotFound,
    /// Not now: no book, no disk space, a busy or read-only file. The same call may work later.
    Unavailable,
    /// A fault of the program or of the file; `report_id` names the report.
    Broken,
}

/// Why a verb did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema, thiserror::Error)]
#[error("{code}{}", place(self))]
pub struct AppError {
    /// What the caller can do about it.
    pub kind: AppErrorKind,
    /// What is wrong; one of [`crate::codes::CODES`].
    #[ts(as = "crate::codes::ErrorCode")]
    pub code: String,
    /// The path of the input's field, such as `lines.2.quantity_milli`.
    pub field: Option<String>,
    /// A figure or name for the sentence.
    pub detail: Option<String>,
    /// The report of a broken program or file.
    pub report_id: Option<Uuid>,
}

impl AppError {
    fn new(kind: AppErrorKind, code: &str) -> Self {
        Self {
            kind,
            code: code.to_owned(),
            field: None,
            detail: None,
            report_id: None,
        }
    }

    /// A wrong input as a whole.
    pub fn invalid(code: &str) -> Self {
        Self::new(AppErrorKind::Invalid, code)
    }

    /// A wrong field of the input.
    pub fn at(field: impl Into<String>, code: &str) -> Self {
        Self {
            field: Some(field.into()),
            ..Self::invalid(code)
        }
    }

    /// A record in another state than the caller believes.
    pub fn conflict(code: &str) -> Self {
        Self::new(AppErrorKind::Conflict, code)
    }

    /// A record that is not there.
    pub fn not_found(code: &str) -> Self {
        Self::new(AppErrorKind::NotFound, code)
    }

    /// Something that cannot be done now.
    pub fn unavailable(code: &str) -> Self {
        Self::new(AppErrorKind::Unavailable, code)
    }

    /// A fault of the program or the file.
    pub fn broken(code: &str) -> Self {
        Self::new(AppErrorKind::Broken, code)
    }

    /// The same error with a figure or name for its sentence.
    #[must_use]
    pub fn with(mut self, detail: impl ToString) -> Self {
        self.detail = Some(detail.to_string());
        self
    }

    /// The same error at a field of the input.
    #[must_use]
    pub fn in_field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// The same error with its field as a part of an outer one: `lines.2` before `quantity`.
    #[must_use]
    pub fn under(mut self, outer: &str) -> Self {
        self.field = Some(match self.field.take() {
            Some(inner) => format!("{outer}.{inner}"),
            None => outer.to_owned(),
        });
        self
    }
}

/// The part of the one-line form that says where and what.
fn place(error: &AppError) -> String {
    let mut text = String::new();
    if let Some(field) = &error.field {
        text.push_str(&format!(" at {field}"));
    }
    if let Some(detail) = &error.detail {
        text.push_str(&format!(": {detail}"));
    }
    if let Some(report) = &error.report_id {
        text.push_str(&format!(" (report {report})"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_reads_as_one_line_with_its_place() {
        let error = AppError::at("quantity_milli", "quantity_zero")
            .under("lines.2")
            .with(0);
        assert_eq!(
            error.to_string(),
            "quantity_zero at lines.2.quantity_milli: 0"
        );
    }

    #[test]
    fn an_error_has_all_five_keys_on_the_wire() {
        let wire = serde_json::to_value(AppError::unavailable("no_book")).unwrap();
        let expected = serde_json::json!({
            "kind": "unavailable", "code": "no_book", "field": null, "detail": null,
            "report_id": null
        });
        assert_eq!(wire, expected);
    }
}
