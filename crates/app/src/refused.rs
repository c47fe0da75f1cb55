//! From the errors of the crates below to the one error of the boundary: exhaustive, so that a new
//! kind of error does not compile until it is decided what the caller can do about it.
use ::book::BookError;
use charts::ChartError;
use domain::Refusal;
use exchange::ReadError;

use crate::error::{AppError, AppErrorKind};

impl From<BookError> for AppError {
    fn from(error: BookError) -> Self {
        match error {
            BookError::Missing(path) => Self::not_found("book_missing").with(path.display()),
            BookError::Exists(path) => Self::invalid("file_exists").with(path.display()),
            BookError::Damaged { path, detail } => {
                Self::broken("book_damaged").with(format!("{}: {detail}", path.display()))
            }
            BookError::Newer { needed, .. } => Self::unavailable("book_newer").with(needed),
            BookError::NotWritable(path) => {
                Self::unavailable("file_unwritable").with(path.display())
            }
            BookError::ReadOnly(code) => Self::unavailable("book_read_only").with(code),
            BookError::DiskFull => Self::unavailable("disk_full"),
            BookError::Busy => Self::unavailable("book_busy"),
            BookError::Refused(refusal) => refusal.into(),
            BookError::NotFound(what) => Self::not_found(unknown(what)),
            BookError::Cancelled => Self::unavailable("cancelled"),
            BookError::Chain { seq, detail } => {
                Self::broken("journal_broken").with(format!("entry {seq}: {detail}"))
            }
            BookError::Inconsistent(detail) => Self::broken("book_inconsistent").with(detail),
            error @ BookError::Sqlite(_) => Self::broken("database").with(error),
            BookError::Io(error) => Self::unavailable("file_unreadable").with(error),
        }
    }
}

impl From<Refusal> for AppError {
    /// A refused field is a wrong input; a refused action met a record in another state.
    fn from(refusal: Refusal) -> Self {
        let kind = match (refusal.code, &refusal.field) {
            ("version_conflict", _) => AppErrorKind::Conflict,
            (_, Some(_)) => AppErrorKind::Invalid,
            (code, None) if code.ends_with("_unknown") => AppErrorKind::NotFound,
            (_, None) => AppErrorKind::Conflict,
        };
        Self {
            kind,
            code: refusal.code.to_owned(),
            field: refusal.field,
            detail: refusal.detail,
            report_id: None,
        }
    }
}

impl From<ChartError> for AppError {
    /// Sizes come from outside; whatever else a chart cannot be is a fault of this program.
    fn from(error: ChartError) -> Self {
        match &error {
            ChartError::Size { .. } => Self::at("width_px", "out_of_range").with(error),
            _ => Self::broken("internal").with(error),
        }
    }
}

impl From<ReadError> for AppError {
    fn from(error: ReadError) -> Self {
        let code = error.code();
        match &error {
            ReadError::Mapping(_) => {
                let field = error.field().filter(|field| !field.is_empty());
                let place = field.map_or("mapping".to_owned(), |field| format!("mapping.{field}"));
                Self::at(place, code).with(error)
            }
            ReadError::Encoding { .. } => Self::at("options.encoding", code).with(error),
            ReadError::Delimiter { .. } => Self::at("options.delimiter", code).with(error),
            ReadError::Io(_) | ReadError::Changed => {
                Self::unavailable(code).in_field("path").with(error)
            }
            ReadError::NotText { .. }
            | ReadError::Empty
            | ReadError::Limit { .. }
            | ReadError::UnclosedQuote { .. }
            | ReadError::MissingColumn { .. } => Self::at("path", code).with(error),
        }
    }
}

fn unknown(what: &str) -> &'static str {
    match what {
        "image" => "image_unknown",
        "order" => "order_unknown",
        "product" => "product_unknown",
        "customer" => "customer_unknown",
        "document" => "document_unknown",
        "attachment" => "attachment_unknown",
        "run" => "run_unknown",
        "till" => "till_unknown",
        "price_list" => "price_list_unknown",
        "promotion" => "promotion_unknown",
        "person" => "person_unknown",
        "supplier" => "supplier_unknown",
        "purchase" => "purchase_unknown",
        "lot" => "lot_unknown",
        _ => "record_unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(error: impl Into<AppError>) -> AppErrorKind {
        error.into().kind
    }

    #[test]
    fn a_refused_field_is_invalid_and_a_refused_action_a_conflict() {
        assert_eq!(
            kind(Refusal::at("lines", "order_empty")),
            AppErrorKind::Invalid
        );
        assert_eq!(
            kind(Refusal::new("order_not_draft")),
            AppErrorKind::Conflict
        );
        assert_eq!(kind(Refusal::new("order_unknown")), AppErrorKind::NotFound);
        assert_eq!(
            kind(Refusal::at("expected_version", "version_conflict")),
            AppErrorKind::Conflict
        );
    }

    #[test]
    fn a_full_disk_is_unavailable_and_a_damaged_file_broken() {
        assert_eq!(kind(BookError::DiskFull), AppErrorKind::Unavailable);
        let damaged = BookError::Damaged {
            path: "x".into(),
            detail: "y".into(),
        };
        assert_eq!(kind(damaged), AppErrorKind::Broken);
    }
}
