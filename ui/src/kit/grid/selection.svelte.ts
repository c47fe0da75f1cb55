// Which rows of a table are selected, by id, with the rows themselves, so that a copy or a batch
// acts on exactly what the user saw.

/** The most rows that can be selected: more would not be looked at, and would be slow to act on. */
export const SELECTED_MAX = 5_000;

export class Selection<Row> {
  #rows = $state.raw<ReadonlyMap<string, Row>>(new Map());
  readonly #idOf: (row: Row) => string;

  constructor(idOf: (row: Row) => string) {
    this.#idOf = idOf;
  }

  get size(): number {
    return this.#rows.size;
  }

  get rows(): Row[] {
    return [...this.#rows.values()];
  }

  has(row: Row | undefined): boolean {
    return row !== undefined && this.#rows.has(this.#idOf(row));
  }

  toggle(row: Row): void {
    const id = this.#idOf(row);
    const rows = new Map(this.#rows);
    if (!rows.delete(id)) rows.set(id, row);
    this.#rows = rows;
  }

  /** Makes these rows, and no others, the selection. */
  replace(rows: readonly Row[]): void {
    const kept = rows.slice(0, SELECTED_MAX);
    this.#rows = new Map(kept.map((row) => [this.#idOf(row), row]));
  }

  clear(): void {
    if (this.#rows.size > 0) this.#rows = new Map();
  }
}
