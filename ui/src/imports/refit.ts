// A mapping after the file is read in another way: what was chosen stays as far as its columns are
// still there, the form of the file is the new one, and what is open comes from the suggestion.
import type { Column, ColumnGuess, Field, Inspection, Mapping } from '../api';
import { customOf, meaningOf, noMapping, withMeaning } from './mapping';
import { pathOf } from '../kit/custom/fields';

/** The mapping that a file begins with. */
export function startOf(found: Inspection): Mapping {
  return withOwn({ ...(found.suggested ?? noMapping()), ...formOf(found) }, found);
}

/** The mapping with columns that are called like a field of the book's own. */
function withOwn(mapping: Mapping, { columns }: Inspection): Mapping {
  let own = mapping;
  for (const { key, title } of customOf(mapping.rows)) {
    const named = columns.find((column) => meaningOf(own, column) === ''
      && [title, key].some((name) => name.toLowerCase() === column.header?.trim().toLowerCase()));
    if (named) own = withMeaning(own, named, pathOf(key));
  }
  return own;
}

/** The mapping that was chosen for one reading of a file, for another reading of the same file. */
export function refit(mapping: Mapping, before: Inspection, found: Inspection): Mapping {
  let fitted: Mapping = { ...mapping, columns: {}, custom: {} };
  for (const column of before.columns) {
    const field = meaningOf(mapping, column);
    const same = field && sameColumn(column, before, found);
    if (field && same) fitted = withMeaning(fitted, same, field);
  }
  if (Object.keys(fitted.columns).length === 0) return startOf(found);
  const date_format = dateFormatOf(fitted, found);
  return { ...completed(fitted, found), date_format, ...formOf(found) };
}

/** How the file is cut into rows and cells: as it was looked at. */
function formOf({ encoding, delimiter, quote, has_header, skip_rows }: Inspection) {
  return { encoding, delimiter, quote, has_header, skip_rows };
}

/** The same column of the other reading: by its place when there are as many, else by its name. */
function sameColumn(
  column: ColumnGuess, before: Inspection, found: Inspection,
): ColumnGuess | undefined {
  if (before.columns.length === found.columns.length) return found.columns[column.index];
  const named = found.columns.filter(({ header }) => header !== null && header === column.header);
  return named.length === 1 ? named[0] : undefined;
}

/** Adds what is suggested for fields and columns that nobody has chosen. */
function completed(mapping: Mapping, { suggested, columns }: Inspection): Mapping {
  if (suggested?.rows !== mapping.rows) return mapping;
  const free = (refs: Column) =>
    [refs].flat().every((ref) => columns.some((column) => column.index === ref
      && meaningOf(mapping, column) === ''));
  const more = Object.entries(suggested.columns).filter(([field, refs]) =>
    mapping.columns[field as Field] === undefined && refs !== undefined && free(refs));
  return { ...mapping, columns: { ...mapping.columns, ...Object.fromEntries(more) } };
}

/** The format that was chosen while it still fits the column of dates, else the only one. */
function dateFormatOf(mapping: Mapping, { columns, suggested }: Inspection) {
  const dates = columns.find((column) => meaningOf(mapping, column) === 'placed_at')
    ?? columns.find((column) => holdsDays(mapping, column));
  const { date_format } = mapping;
  if (date_format && dates?.date_formats.includes(date_format)) return date_format;
  return suggested?.date_format ?? null;
}

/** Whether a column fills in a custom field that holds a day. */
function holdsDays(mapping: Mapping, column: ColumnGuess): boolean {
  const days = customOf(mapping.rows).filter(({ kind }) => kind === 'date');
  return days.some(({ key }) => meaningOf(mapping, column) === pathOf(key));
}
