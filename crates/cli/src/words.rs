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
        "currency_unknown" => format!("{detail:?} is not a currency code of ISO 4217"),
        "country_unknown" => format!("{detail:?} is not a country code of two capital letters"),
        "layout_unknown" => "the file's layout is not known: give a mapping with --as".to_owned(),
        "report_unknown" => format!("there is no report {detail:?}; see counterbook report --help"),
        "by_unknown" => format!("this report goes by one of: {detail}"),
        "day_malformed" => format!("{detail:?} is not a day of the form YYYY-MM-DD"),
        "day_before_first" => "the last day comes before the first".to_owned(),
        "place_unknown" => format!("{detail} is no folder that is there, and no hub"),
        "place_empty" => "there is no book at this place".to_owned(),
        "place_several_books" => format!("several books are there; name one with --id: {detail}"),
        "hub_away" => format!("the hub does not answer: {detail}"),
        "hub_code_incomplete" => {
            "the code lacks the keys of the book behind its full stop, or they \
            were mistyped: take all of it, or ask a device that is enrolled for a new one"
                .to_owned()
        }
        "hub_code_invalid" => "the code is wrong, used, too old, or for another book".to_owned(),
        "hub_needs_tls" => "plain http is for this machine alone; use https".to_owned(),
        "hub_refused" => format!("the hub refuses this device: {detail}"),
        "sync_not_enrolled" => "not enrolled at this hub; connect with --code first".to_owned(),
        "sync_no_place" => "name a place with --via; it is remembered".to_owned(),
        "sync_training" => "a copy to practise on is never copied anywhere".to_owned(),
        "unknown_verb" => format!("there is no verb {detail:?}; see counterbook verbs"),
        "cancelled" => "called off".to_owned(),
        // The readers of files say in the detail what they met.
        code if speaks_in_detail(code) && !detail.is_empty() => detail.to_owned(),
        code => plain(code, error.field.as_deref(), detail),
    };
    match &error.report_id {
        Some(report) => format!("{words} (report {report})"),
        None => words,
    }
}

fn speaks_in_detail(code: &str) -> bool {
    let of_files = ["file_", "mapping_", "column_", "quote_"];
    of_files.iter().any(|start| code.starts_with(start))
}

/// The code in words, with its place and its figure.
fn plain(code: &str, field: Option<&str>, detail: &str) -> String {
    let place = field.map(|field| format!("{field}: ")).unwrap_or_default();
    let figure = if detail.is_empty() {
        String::new()
    } else {
        format!(" ({detail})")
    };
    format!("{place}{}{figure}", code.replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_without_a_sentence_of_its_own_names_its_place() {
        let error = AppError::at("name", "too_long").with(200);
        assert_eq!(sentence(&error), "name: too long (200)");
    }

    #[test]
    fn what_a_reader_of_files_met_is_said_in_its_own_words() {
        let error = AppError::at("path", "file_empty").with("the file holds no rows");
        assert_eq!(sentence(&error), "the file holds no rows");
    }
}
