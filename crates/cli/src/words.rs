//! English for the errors that scripts meet most; the rest is told by its code.
use app::AppError;

/// One line that says what happened, where, and what to do.
pub fn sentence(error: &AppError) -> String {
    let detail = error.detail.as_deref().unwrap_or_default();
    let words = match error.code.as_str() {
        "book_missing" => format!("there is no book at {detail}"),
        "file_exists" => format!("{detail} exists already; it is never overwritten"),
        "book_damaged" => format!("this is no book, or it is damaged: {detail}"),
        "book_newer" => format!("the book needs version {detail} or newer of Counterbook"),
        "book_read_only" => format!("the book can only be read ({detail})"),
        "book_busy" => "the book is busy in another program; try again".to_owned(),
        "disk_full" => "the disk is full; nothing was changed".to_owned(),
        "file_unwritable" => format!("cannot write {detail}"),
        "file_unreadable" => format!("cannot read the file: {detail}"),
        "currency_unknown" => format!("{detail:?} is not a currency code of ISO 4217"),
        "country_unknown" => format!("{detail:?} is not a country code of two capital letters"),
        "layout_unknown" => "the file's layout is not known: give a mapping with --as".to_owned(),
        "report_unknown" => format!("there is no report {detail:?}; see counterbook report --help"),
        "by_unknown" => format!("this report goes by one of: {detail}"),
        "day_malformed" => format!("{detail:?} is not a day of the form YYYY-MM-DD"),
        "day_before_first" => "the last day comes before the first".to_owned(),
        "unknown_verb" => format!("there is no verb {detail:?}; see counterbook verbs"),
        "cancelled" => "called off".to_owned(),
        _ => return error.to_string(),
    };
    match &error.report_id {
        Some(report) => format!("{words} (report {report})"),
        None => words,
    }
}
