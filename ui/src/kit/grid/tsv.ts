// Rows as tab-separated text, as a spreadsheet takes them from the clipboard.
import type { Column } from './columns.svelte';

/** A cell without what would break the row: a tab or a line break becomes a space. */
const cell = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

/** The header and the rows; a true minus becomes a hyphen, so that a spreadsheet reads a figure. */
export function tsvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const figure = (column: Column<Row>, text: string) =>
    column.kind === 'number' ? text.replace(/\u200e?−/, '-') : text;
  const line = (row: Row) =>
    columns.map((column) => cell(figure(column, column.text(row)))).join('\t');
  const head = columns.map((column) => cell(column.title())).join('\t');
  return [head, ...rows.map(line)].join('\n');
}
