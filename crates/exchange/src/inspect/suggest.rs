//! A mapping to start from, by the names of the columns and by what they hold.

use std::collections::BTreeMap;

use super::column::{ColumnGuess, ColumnKind};
use super::names::{self, Rank};
use crate::date::DateFormat;
use crate::dialect::Dialect;
use crate::mapping::{Column, ColumnRef, Field, Mapping, RowKind};
use crate::number::DecimalMark;

const KINDS: [RowKind; 3] = [RowKind::OrderLines, RowKind::Products, RowKind::Customers];

/// The kind of rows that explains most of the columns, with all its required fields before others.
pub(super) fn mapping(columns: &[ColumnGuess], dialect: &Dialect) -> Option<Mapping> {
    let candidates = KINDS.map(|rows| (rows, assigned(rows, columns)));
    let scored = candidates
        .into_iter()
        .map(|(rows, found)| (score(rows, &found), rows, found));
    // Of equal scores the first counts, so the order of the kinds matters.
    let best = scored.rev().max_by_key(|(score, _, _)| *score)?;
    let (_, rows, found) = best;
    if found.len() < FIELDS_NEEDED {
        return None;
    }
    let mut mapping = Mapping::new(rows);
    mapping.date_format = found
        .get(&Field::PlacedAt)
        .and_then(|place| date_format(columns, place));
    mapping.decimal = decimal(columns, &found);
    mapping.columns = found
        .into_iter()
        .map(|(field, places)| (field, column(places)))
        .collect();
    mapping.encoding = Some(dialect.encoding.name().to_lowercase());
    mapping.delimiter = Some(char::from(dialect.delimiter));
    mapping.quote = Some(char::from(dialect.quote));
    mapping.has_header = dialect.has_header;
    mapping.skip_rows = dialect.skip_rows;
    Some(mapping)
}

/// Fewer named columns may be a coincidence.
const FIELDS_NEEDED: usize = 3;
/// What having all required fields is worth, in further fields.
const COMPLETE: usize = 3;

type Found = BTreeMap<Field, Vec<usize>>;

fn score(rows: RowKind, found: &Found) -> usize {
    let complete = rows
        .required()
        .iter()
        .all(|field| found.contains_key(field));
    found.len() + if complete { COMPLETE } else { 0 }
}

/// The best named column for each field, those whose cells fit first; no column serves two fields.
fn assigned(rows: RowKind, columns: &[ColumnGuess]) -> Found {
    let mut ranked: Vec<(bool, Rank, Field, usize)> = Vec::new();
    for field in rows.fields() {
        for column in columns {
            let misfit = !fits(*field, column);
            let rank = names::rank(*field, column.header.as_deref().unwrap_or_default());
            ranked.extend(rank.map(|rank| (misfit, rank, *field, column.index)));
        }
    }
    ranked.sort();
    let mut found = Found::new();
    for (_, _, field, place) in ranked {
        let taken = found.values().any(|places| places.contains(&place));
        if !taken && !found.contains_key(&field) {
            found.insert(field, vec![place]);
        }
    }
    join_names(rows, columns, &mut found);
    found
}

/// A name in parts: first and last name in two columns, or a company.
fn join_names(rows: RowKind, columns: &[ColumnGuess], found: &mut Found) {
    let field = match rows {
        RowKind::OrderLines => Field::CustomerName,
        RowKind::Customers => Field::Name,
        RowKind::Products => return,
    };
    if found.contains_key(&field) {
        return;
    }
    let named = |part| {
        let fits = |column: &&ColumnGuess| {
            names::is_part(part, column.header.as_deref().unwrap_or_default())
        };
        columns.iter().find(fits).map(|column| column.index)
    };
    let places: Vec<usize> = match (named(names::FIRST), named(names::LAST)) {
        (Some(first), Some(last)) => vec![first, last],
        (_, last) => last.or_else(|| named(names::COMPANY)).into_iter().collect(),
    };
    if !places.is_empty() {
        found.insert(field, places);
    }
}

fn fits(field: Field, column: &ColumnGuess) -> bool {
    let number = matches!(
        column.kind,
        ColumnKind::Integer | ColumnKind::Decimal | ColumnKind::Empty
    );
    match field {
        Field::PlacedAt => matches!(column.kind, ColumnKind::Date | ColumnKind::Empty),
        field if field.may_be_joined() => true,
        _ => number,
    }
}

fn column(places: Vec<usize>) -> Column {
    match places[..] {
        [place] => Column::One(ColumnRef::Index(place)),
        _ => Column::Joined(places.into_iter().map(ColumnRef::Index).collect()),
    }
}

/// The only format, or none when a person must choose.
fn date_format(columns: &[ColumnGuess], places: &[usize]) -> Option<DateFormat> {
    let guess = columns.get(*places.first()?)?;
    guess
        .date_formats
        .first()
        .copied()
        .filter(|_| !guess.ambiguous)
}

/// The mark that the mapped numbers need.
fn decimal(columns: &[ColumnGuess], found: &Found) -> DecimalMark {
    let numbers = found.iter().filter(|(field, _)| !field.may_be_joined());
    let guesses = numbers.filter_map(|(_, places)| columns.get(*places.first()?));
    let mut sure = guesses.filter(|guess| guess.decimal_marks.len() == 1);
    sure.next()
        .map_or(DecimalMark::default(), |guess| guess.decimal_marks[0])
}
