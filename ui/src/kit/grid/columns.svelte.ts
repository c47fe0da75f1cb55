// The columns of a table: what is shown, how wide, in which order sorted; remembered per table.
import { kept } from '../../api';
import type { Tone } from '../tones';
import type { CellEdit } from './cell_edit';

/** A column. `text` is what is shown, copied and read aloud; figures say `number`. */
export interface Column<Row> {
  key: string;
  title: () => string;
  width: number;
  text: (row: Row) => string;
  /** Draws the text as a chip of this tone. */
  tone?: (row: Row) => Tone;
  kind?: 'number' | 'id' | 'dim';
  /** The list can be sorted by this column; false when it cannot. */
  sorted?: boolean;
  /** Takes the room that is left. */
  grows?: boolean;
  /** Not shown until chosen. */
  hidden?: boolean;
  /** The hash of a picture that stands before the text. */
  picture?: (row: Row) => string | null;
  /** How its cells are edited in place, with F2. */
  edit?: CellEdit<Row>;
}

/** The sort of a list as verbs take it. */
export interface Sort {
  key: string;
  descending: boolean;
}

interface KeptColumns {
  widths?: Record<string, number>;
  hidden?: Record<string, boolean>;
  sort?: Sort;
}

const WIDTH_MIN = 48;
const WIDTH_MAX = 900;

export class Columns<Row> {
  /** Those that every book has, and those of this one. */
  readonly all: readonly Column<Row>[] = $derived.by(() => [...this.#fixed, ...this.#more()]);
  readonly #fixed: readonly Column<Row>[];
  readonly #more: () => readonly Column<Row>[];
  readonly #name: string;
  readonly #first: Sort;

  constructor(
    name: string, fixed: readonly Column<Row>[], sort: Sort,
    more: () => readonly Column<Row>[] = () => [],
  ) {
    this.#name = `columns.${name}`;
    this.#fixed = fixed;
    this.#more = more;
    this.#first = sort;
  }

  get #kept(): KeptColumns {
    return kept.read<KeptColumns>(this.#name, {});
  }

  get shown(): Column<Row>[] {
    return this.all.filter((column) => this.isShown(column.key));
  }

  get sort(): Sort {
    return this.#kept.sort ?? this.#first;
  }

  isShown(key: string): boolean {
    const column = this.all.find((one) => one.key === key);
    return !(this.#kept.hidden?.[key] ?? column?.hidden ?? false);
  }

  widthOf(column: Column<Row>): number {
    return this.#kept.widths?.[column.key] ?? column.width;
  }

  /** The tracks of the table for CSS; a column that grows takes what is left. */
  get tracks(): string {
    const track = (column: Column<Row>) => {
      const width = this.widthOf(column);
      return column.grows ? `minmax(${width}px, 1fr)` : `${width}px`;
    };
    return this.shown.map(track).join(' ');
  }

  /** The width below which the table scrolls sideways. */
  get widthPx(): number {
    return this.shown.reduce((sum, column) => sum + this.widthOf(column), 0);
  }

  resize(key: string, width: number): void {
    const clamped = Math.round(Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, width)));
    this.#keep({ widths: { ...this.#kept.widths, [key]: clamped } });
  }

  /** Shows or hides a column; the last one shown stays. */
  toggle(key: string): void {
    const shown = this.isShown(key);
    if (shown && this.shown.length === 1) return;
    this.#keep({ hidden: { ...this.#kept.hidden, [key]: shown } });
  }

  /** Sorts by a column; a second time turns the order around. */
  sortBy(key: string): void {
    const { sort } = this;
    const column = this.all.find((one) => one.key === key);
    if (!column || column.sorted === false) return;
    const first = column.kind === 'number';
    this.#keep({ sort: { key, descending: sort.key === key ? !sort.descending : first } });
  }

  reset(): void {
    kept.write(this.#name, {});
  }

  #keep(change: KeptColumns): void {
    kept.write(this.#name, { ...this.#kept, ...change });
  }
}
