// What keys do in a table: move, select, sort, open and copy. The drawing is told nothing but the
// outcome, which is in the model.
import { rowsPerPage, type Sizes } from './viewport';
import type { GridModel } from './model.svelte';
import { tsvOf } from './tsv';

/** What a table does beyond moving about. */
export interface GridActions<Row> {
  open?: ((row: Row) => void) | undefined;
  copied: (rows: number) => void;
}

const vertical: Record<string, (row: number, page: number, last: number) => number> = {
  ArrowDown: (row) => row + 1,
  ArrowUp: (row) => row - 1,
  PageDown: (row, page) => row + page,
  PageUp: (row, page) => Math.max(0, row - page),
  Home: () => 0,
  End: (_, __, last) => last,
};

function moveDown<Row>(model: GridModel<Row>, event: KeyboardEvent, sizes: Sizes): boolean {
  const step = vertical[event.key];
  if (!step || event.altKey) return false;
  const to = step(model.cursor.row, rowsPerPage(sizes), model.rows.total - 1);
  if (event.shiftKey) void model.extendTo(to);
  else model.moveAlone(to);
  return true;
}

function moveAcross<Row>(model: GridModel<Row>, event: KeyboardEvent, mirrored: boolean): boolean {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return false;
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const step = (event.key === 'ArrowRight') === mirrored ? -1 : 1;
  const column = model.columns.shown[model.cursor.column];
  if (event.shiftKey && column) {
    model.columns.resize(column.key, model.columns.widthOf(column) + step * 16);
  } else {
    model.moveTo(model.cursor.row, model.cursor.column + step);
  }
  return true;
}

function act<Row>(model: GridModel<Row>, event: KeyboardEvent, does: GridActions<Row>): boolean {
  const onHeader = model.cursor.row < 0;
  const column = model.columns.shown[model.cursor.column];
  if (onHeader && (event.key === 'Enter' || event.key === ' ') && column) {
    model.columns.sortBy(column.key);
    return true;
  }
  if (event.key === 'F2') return model.edit();
  if (event.key === ' ') model.toggle();
  else if (event.key === 'Enter' && model.current !== undefined) does.open?.(model.current);
  else return false;
  return true;
}

async function copy<Row>(model: GridModel<Row>, does: GridActions<Row>): Promise<void> {
  const current = model.current === undefined ? [] : [model.current];
  const rows = model.selection.size > 0 ? model.selection.rows : current;
  await navigator.clipboard.writeText(tsvOf(model.columns.shown, rows));
  does.copied(rows.length);
}

function chords<Row>(model: GridModel<Row>, event: KeyboardEvent, does: GridActions<Row>): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return false;
  const key = event.key.toLowerCase();
  if (key === 'c') void copy(model, does);
  else if (key === 'a') void model.selectAll();
  else return false;
  return true;
}

/** Takes a key press in the table; true when it meant something here. */
export function onGridKey<Row>(
  model: GridModel<Row>, event: KeyboardEvent, sizes: Sizes, mirrored: boolean,
  does: GridActions<Row>,
): boolean {
  if (event.key === 'Escape' && model.selection.size > 0) {
    model.selection.clear();
    return true;
  }
  return chords(model, event, does) || moveDown(model, event, sizes)
    || moveAcross(model, event, mirrored) || act(model, event, does);
}
