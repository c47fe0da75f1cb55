//! The rules that a mapping keeps by itself, before any file is opened.

use encoding_rs::Encoding;

use super::{Column, ColumnRef, Field, Mapping, MappingError, MappingFault, RowKind};

const JOINED_COLUMNS: usize = 8;
const SKIPPED_ROWS: u32 = 10_000;

/// Names an entry of `columns` that cannot be read: the path to it would otherwise be lost.
pub(super) fn columns(mapping: &serde_json::Value) -> Result<(), MappingError> {
    let columns = mapping
        .get("columns")
        .and_then(|columns| columns.as_object());
    for (name, column) in columns.into_iter().flatten() {
        let invalid = |detail| {
            let path = format!("columns.{name}");
            Err(MappingError::new(&path, MappingFault::Invalid, detail))
        };
        if serde_json::from_value::<Field>(name.as_str().into()).is_err() {
            return invalid("there is no such field");
        }
        if serde_json::from_value::<Column>(column.clone()).is_err() {
            return invalid("a column is its header, its place counted from 0, or a list of these");
        }
    }
    Ok(())
}

/// Every mistake, in the order of the fields.
pub(super) fn faults(mapping: &Mapping) -> Vec<MappingError> {
    let mut faults = Vec::new();
    required(mapping, &mut faults);
    for (field, column) in &mapping.columns {
        faults.extend(column_fault(mapping, *field, column));
    }
    for (key, column) in &mapping.custom {
        faults.extend(custom_fault(mapping, key, column));
    }
    settings(mapping, &mut faults);
    faults
}

fn required(mapping: &Mapping, faults: &mut Vec<MappingError>) {
    for field in mapping.rows.required() {
        if !mapping.columns.contains_key(field) {
            faults.push(at(
                *field,
                MappingFault::Required,
                "no column is given for this field",
            ));
        }
    }
    let identity = [Field::Code, Field::Name, Field::Email];
    let identified = identity
        .iter()
        .any(|field| mapping.columns.contains_key(field));
    if mapping.rows == RowKind::Customers && !identified {
        let detail = "a customer needs a code, a name or an e-mail address";
        faults.push(at(Field::Code, MappingFault::Required, detail));
    }
    if mapping.columns.contains_key(&Field::PlacedAt) && mapping.date_format.is_none() {
        let detail = "dates are mapped, so say how they are written";
        faults.push(MappingError::new(
            "date_format",
            MappingFault::Required,
            detail,
        ));
    }
}

fn column_fault(mapping: &Mapping, field: Field, column: &Column) -> Option<MappingError> {
    if !mapping.rows.fields().contains(&field) {
        let detail = "rows of this kind have no such field";
        return Some(at(field, MappingFault::NotForTheseRows, detail));
    }
    let parts = column.parts();
    let joined = matches!(column, Column::Joined(_));
    let invalid = |detail| Some(at(field, MappingFault::Invalid, detail));
    if parts.is_empty() || parts.len() > JOINED_COLUMNS {
        return invalid("give one to eight columns");
    }
    if joined && !field.may_be_joined() {
        return invalid("a number comes from one column");
    }
    let by_header = |part: &ColumnRef| matches!(part, ColumnRef::Header(_));
    if !mapping.has_header && parts.iter().any(by_header) {
        return invalid("the file has no header; give the place of the column, counted from 0");
    }
    None
}

fn custom_fault(mapping: &Mapping, key: &str, column: &ColumnRef) -> Option<MappingError> {
    let fault = |code, detail| Some(MappingError::new(&format!("custom.{key}"), code, detail));
    if mapping.rows == RowKind::OrderLines {
        let detail = "rows of this kind have no custom fields";
        return fault(MappingFault::NotForTheseRows, detail);
    }
    if !mapping.has_header && matches!(column, ColumnRef::Header(_)) {
        let detail = "the file has no header; give the place of the column, counted from 0";
        return fault(MappingFault::Invalid, detail);
    }
    None
}

fn settings(mapping: &Mapping, faults: &mut Vec<MappingError>) {
    let mut check = |fits: bool, field: &str, detail: &str| {
        if !fits {
            faults.push(MappingError::new(field, MappingFault::Invalid, detail));
        }
    };
    let known = |label: &String| Encoding::for_label(label.as_bytes()).is_some();
    check(
        mapping.encoding.as_ref().is_none_or(known),
        "encoding",
        "no such encoding is known",
    );
    let detail = "a delimiter is one ASCII sign, no letter, digit or quote";
    check(
        mapping.delimiter.is_none_or(is_delimiter),
        "delimiter",
        detail,
    );
    let quote_fits = mapping
        .quote
        .is_none_or(|sign| is_delimiter_or_quote(sign) && sign != '\t');
    let differ = mapping.quote.is_none() || mapping.quote != mapping.delimiter;
    check(
        quote_fits && differ,
        "quote",
        "a quote is one ASCII sign, not the delimiter",
    );
    check(
        mapping.skip_rows <= SKIPPED_ROWS,
        "skip_rows",
        "at most 10,000 rows can be skipped",
    );
    let currency = mapping.fixed.currency.as_deref();
    let detail = "a currency is three capital letters, as in EUR";
    check(currency.is_none_or(is_currency), "fixed.currency", detail);
    let words = mapping.kinds.keys().all(|word| !word.trim().is_empty());
    check(words, "kinds", "a word must not be empty");
}

/// Whether a sign can stand between fields.
pub(crate) fn is_delimiter(sign: char) -> bool {
    is_delimiter_or_quote(sign) && !matches!(sign, '"' | '\'')
}

fn is_delimiter_or_quote(sign: char) -> bool {
    sign == '\t' || (sign.is_ascii_punctuation() && !matches!(sign, '-' | '+' | '.'))
}

/// Whether a text has the shape of an ISO 4217 code.
pub(crate) fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn at(field: Field, code: MappingFault, detail: &str) -> MappingError {
    MappingError::new(&format!("columns.{}", field.as_str()), code, detail)
}
