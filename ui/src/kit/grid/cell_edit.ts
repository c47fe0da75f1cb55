// Editing one cell of a table where it stands: what a column allows, and what typed text means.
import { readFigure, type Separators } from '../fields/arithmetic';
import { digitsOf, type FigureKind } from '../form/figures';

export type CellValue = string | number | null;

/** How the cells of a column are edited in place. */
export interface CellEdit<Row> {
  /** Text, or a figure in its smallest unit; an empty box is an empty text or null. */
  kind: FigureKind | 'text';
  value: (row: Row) => CellValue;
  /** Whether this row's cell can be edited; all can when absent. */
  can?: (row: Row) => boolean;
  /** Changes the record; a refusal is shown at the cell. */
  save: (row: Row, value: CellValue) => Promise<unknown>;
}

/** What typed text means for a cell; `why` names what is wrong with it. */
export type CellRead = { value: CellValue }
  | { why: 'not_a_number' | 'too_many_decimals' | 'divided_by_zero' | 'too_large' };

export function readCell(kind: CellEdit<never>['kind'], text: string, by: Separators): CellRead {
  if (kind === 'text') return { value: text.trim() };
  const read = readFigure(text, digitsOf(kind), by);
  if (read.state === 'bad') return { why: read.why };
  if (read.state === 'empty') return { value: null };
  const value = Number(read.value);
  return Number.isSafeInteger(value) ? { value } : { why: 'too_large' };
}

/** Where the cursor goes when a cell was written. */
export type Onward = 'stay' | 'down' | 'up' | 'right' | 'left';

/** What a key does in a cell being edited; undefined when it is typed there. */
export function onwardOf(event: { key: string; shiftKey: boolean }): Onward | 'leave' | undefined {
  if (event.key === 'Escape') return 'leave';
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down';
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
  return undefined;
}
