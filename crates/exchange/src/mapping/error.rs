//! What can be wrong with a mapping, and where in it.

/// Something in a mapping that does not fit itself or the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{detail}", prefix(.field))]
pub struct MappingError {
    /// The path of the field in the JSON (`columns.quantity`); empty for the whole mapping.
    pub field: String,
    /// What kind of mistake it is.
    pub code: MappingFault,
    /// The mistake in English.
    pub detail: String,
}

/// The kinds of mistakes in a mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MappingFault {
    /// Not readable as this field, or a value that the field does not take.
    Invalid,
    /// The field must be mapped or set.
    Required,
    /// Rows of this kind have no such field.
    NotForTheseRows,
    /// The file has no such column.
    ColumnMissing,
    /// Several columns have this header.
    ColumnAmbiguous,
}

impl MappingFault {
    /// The stable word for the mistake.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "mapping_invalid",
            Self::Required => "mapping_required",
            Self::NotForTheseRows => "mapping_not_for_these_rows",
            Self::ColumnMissing => "mapping_column_missing",
            Self::ColumnAmbiguous => "mapping_column_ambiguous",
        }
    }
}

impl MappingError {
    pub(crate) fn new(field: &str, code: MappingFault, detail: impl Into<String>) -> Self {
        Self {
            field: field.to_owned(),
            code,
            detail: detail.into(),
        }
    }
}

fn prefix(field: &str) -> String {
    if field.is_empty() {
        String::new()
    } else {
        format!("{field}: ")
    }
}
