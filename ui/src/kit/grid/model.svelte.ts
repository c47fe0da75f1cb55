// A long table apart from its drawing: rows, columns, selection, the cursor and the place. It
// outlives the screen that shows it, so that coming back from a record finds the list as it was.
import { Columns, type Column, type Sort } from './columns.svelte';
import type { Onward } from './cell_edit';
import { RowCache, type Fetch } from './row_cache.svelte';
import { Selection, SELECTED_MAX } from './selection.svelte';

/** Where the keyboard is: a row and a column; row -1 is the header. */
export interface Cursor {
  row: number;
  column: number;
}

/** What makes a table: a name to remember it by, its columns, its first sort. */
export interface GridSpec<Row> {
  name: string;
  columns: readonly Column<Row>[];
  /** Columns that this book has besides. */
  more?: () => readonly Column<Row>[];
  sort: Sort;
  idOf: (row: Row) => string;
  /** Gives rows a box to select them by mouse, and says what the row is called there. */
  tickOf?: (row: Row) => string;
}

export class GridModel<Row> {
  readonly rows = new RowCache<Row>();
  readonly columns: Columns<Row>;
  readonly selection: Selection<Row>;
  readonly name: string;
  readonly tickOf: ((row: Row) => string) | undefined;
  cursor = $state.raw<Cursor>({ row: 0, column: 0 });
  /** Whether the cell under the cursor is being edited in place. */
  editing = $state(false);
  /** Distance of the window from the first row in pixels. */
  top = $state(0);
  #question = '';
  #anchor = 0;

  constructor(spec: GridSpec<Row>) {
    this.name = spec.name;
    this.tickOf = spec.tickOf;
    this.columns = new Columns(spec.name, spec.columns, spec.sort, spec.more);
    this.selection = new Selection(spec.idOf);
  }

  /** Shows the answer to a question; the same question only refreshes and keeps the place. */
  ask(question: string, fetch: Fetch<Row>): void {
    if (question === this.#question) {
      this.rows.refresh();
      return;
    }
    this.#question = question;
    this.top = 0;
    this.editing = false;
    this.cursor = { row: 0, column: this.cursor.column };
    this.selection.clear();
    this.rows.ask(fetch);
  }

  /** The row under the cursor. */
  get current(): Row | undefined {
    return this.rows.at(this.cursor.row);
  }

  moveTo(row: number, column = this.cursor.column): void {
    const last = Math.max(0, this.rows.total - 1);
    const columns = this.columns.shown.length - 1;
    this.cursor = {
      row: Math.min(last, Math.max(-1, row)),
      column: Math.min(columns, Math.max(0, column)),
    };
  }

  /** Begins to edit the cell under the cursor; false where it cannot be edited. */
  edit(): boolean {
    const row = this.current;
    const edit = this.columns.shown[this.cursor.column]?.edit;
    this.editing = row !== undefined && edit !== undefined && (edit.can?.(row) ?? true);
    return this.editing;
  }

  /** Goes on from a cell that was written: down or up, or to the next cell of the row that can be
      edited, which is then. */
  editedOn(onward: Onward): void {
    this.editing = false;
    if (onward === 'down' || onward === 'up') {
      this.moveAlone(Math.max(0, this.cursor.row + (onward === 'down' ? 1 : -1)));
    }
    if (onward !== 'right' && onward !== 'left') return;
    const { row, column } = this.cursor;
    const step = onward === 'right' ? 1 : -1;
    for (let at = column + step; this.columns.shown[at]; at += step) {
      this.moveTo(row, at);
      if (this.edit()) return;
    }
    this.moveTo(row, column);
  }

  /** Moves and lets go of a range begun with Shift. */
  moveAlone(row: number, column?: number): void {
    this.moveTo(row, column);
    this.#anchor = Math.max(0, this.cursor.row);
  }

  /** Selects or lets go of the row under the cursor. */
  toggle(): void {
    const row = this.current;
    this.#anchor = Math.max(0, this.cursor.row);
    if (row !== undefined) this.selection.toggle(row);
  }

  /** Whether everything that can be selected is. */
  get allSelected(): boolean {
    const most = Math.min(this.rows.total, SELECTED_MAX);
    return most > 0 && this.selection.size >= most;
  }

  /** Moves and selects everything between the place where the range began and here. */
  async extendTo(row: number): Promise<void> {
    this.moveTo(Math.max(0, row));
    const [first, last] = [this.#anchor, this.cursor.row].sort((a, b) => a - b) as [number, number];
    await this.#selectRange(first, Math.min(last, first + SELECTED_MAX - 1));
  }

  async selectAll(): Promise<void> {
    await this.#selectRange(0, Math.min(this.rows.total, SELECTED_MAX) - 1);
  }

  async #selectRange(first: number, last: number): Promise<void> {
    if (last < first) return;
    this.selection.replace(await this.rows.range(first, last));
  }
}
