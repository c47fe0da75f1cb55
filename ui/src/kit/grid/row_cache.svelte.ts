// The rows of a long list that are at hand, in pages by index. Pages arrive when the window needs
// them; a drag over the scroll bar asks only for where it stands now; answers to an older question
// are dropped; old rows stay visible until new ones are there.

/** Rows per page; a page is one call. */
export const PAGE_ROWS = 100;
const PAGES_MAX = 300;
const IN_FLIGHT_MAX = 2;
const RECOUNT_MS = 200;

/** One answer: rows from an offset, and how many there are in all. */
export interface Answer<Row> {
  total: number;
  complete: boolean;
  rows: Row[];
}

/** Fetches at most PAGE_ROWS rows from an offset. */
export type Fetch<Row> = (offset: number, limit: number) => Promise<Answer<Row>>;

/** The pages that a range of rows lies in. */
function pagesOf(first: number, count: number): number[] {
  const from = Math.floor(first / PAGE_ROWS);
  const to = Math.floor((first + Math.max(0, count - 1)) / PAGE_ROWS);
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

export class RowCache<Row> {
  total = $state(0);
  complete = $state(true);
  /** False until the first answer to the present question is there. */
  known = $state(false);
  error = $state.raw<unknown>(undefined);
  /** The place that was asked for when the latest answer was. */
  answered = $state<number | undefined>(undefined);
  #arrived = $state(0);
  #fetch: Fetch<Row> | undefined;
  #pages = new Map<number, Row[]>();
  #stale = new Set<number>();
  #asking = new Map<number, Promise<void>>();
  #wanted: number[] = [];
  #place = 0;
  #question = 0;
  #fresh = true;
  #recount: ReturnType<typeof setTimeout> | undefined;

  /** A row, or undefined while it is on its way. */
  at(index: number): Row | undefined {
    void this.#arrived;
    return this.#pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS];
  }

  /** Asks another question; the rows of the last one stay until the first answer comes. */
  ask(fetch: Fetch<Row>): void {
    this.#fetch = fetch;
    this.#question += 1;
    this.#asking.clear();
    this.#fresh = false;
    this.known = false;
    this.#wanted = [0];
    this.#next();
  }

  /** Asks the same question again, for what shows first. */
  refresh(): void {
    this.#question += 1;
    this.#asking.clear();
    for (const page of this.#pages.keys()) this.#stale.add(page);
    this.#next();
  }

  /** True when rows, these or older ones, are at hand for the whole range. */
  covers(first: number, count: number): boolean {
    void this.#arrived;
    return pagesOf(first, count).every((page) => !this.#exists(page) || this.#pages.has(page));
  }

  /**
   * Says which rows should show, so that they come, and after them their neighbours. `place` is
   * given back as `answered` when they are there, even if by then others are wanted.
   */
  show(first: number, count: number, place = 0): void {
    this.#wanted = pagesOf(first, count);
    this.#place = place;
    this.#next();
  }

  /** Fetches a range for a copy or a selection, without waiting for it to show. */
  async range(first: number, last: number): Promise<Row[]> {
    const rows: Row[] = [];
    for (let page = Math.floor(first / PAGE_ROWS); page * PAGE_ROWS <= last; page += 1) {
      if (!this.#usable(page)) await this.#load(page);
      rows.push(...(this.#pages.get(page) ?? []));
    }
    const from = first - Math.floor(first / PAGE_ROWS) * PAGE_ROWS;
    return rows.slice(from, from + last - first + 1);
  }

  #usable(page: number): boolean {
    return this.#pages.has(page) && !this.#stale.has(page) && this.#fresh;
  }

  #exists(page: number): boolean {
    return page >= 0 && (page === 0 || page * PAGE_ROWS < this.total);
  }

  #next(): void {
    if (this.#ask(this.#wanted)) return;
    const [from = 0, to = from] = [this.#wanted[0], this.#wanted.at(-1)];
    this.#ask([to + 1, from - 1]);
  }

  /** Asks for what is missing of these pages; true when something is. */
  #ask(pages: readonly number[]): boolean {
    const missing = pages.filter((page) => this.#exists(page) && !this.#usable(page));
    for (const page of missing) {
      if (this.#asking.size >= IN_FLIGHT_MAX) break;
      if (!this.#asking.has(page)) void this.#load(page).then(() => this.#next());
    }
    return missing.length > 0;
  }

  /** Fetches a page; a second wish for the same page waits for the same answer. */
  #load(page: number): Promise<void> {
    const asking = this.#asking.get(page) ?? this.#fetchPage(page);
    this.#asking.set(page, asking);
    return asking;
  }

  async #fetchPage(page: number): Promise<void> {
    const fetch = this.#fetch;
    const question = this.#question;
    const place = this.#place;
    if (!fetch) return;
    try {
      const answer = await fetch(page * PAGE_ROWS, PAGE_ROWS);
      if (question === this.#question) this.#take(page, answer, place);
    } catch (cause) {
      if (question === this.#question) this.#fail(page, cause);
    } finally {
      if (question === this.#question) this.#asking.delete(page);
    }
  }

  #take(page: number, answer: Answer<Row>, place: number): void {
    if (!this.#fresh) this.#forgetAll();
    this.#pages.delete(page);
    this.#pages.set(page, answer.rows);
    this.#stale.delete(page);
    const oldest = this.#pages.keys().next().value;
    if (this.#pages.size > PAGES_MAX && oldest !== undefined) this.#pages.delete(oldest);
    this.total = answer.total;
    this.complete = answer.complete;
    this.error = undefined;
    this.known = true;
    this.answered = place;
    this.#arrived += 1;
    if (!answer.complete) this.#countAgain(page);
  }

  #fail(page: number, cause: unknown): void {
    this.error = cause;
    this.known = true;
    // Not wanted again by itself: the next movement or refresh tries once more.
    this.#wanted = this.#wanted.filter((one) => one !== page);
  }

  #forgetAll(): void {
    this.#pages.clear();
    this.#stale.clear();
    this.#fresh = true;
  }

  /** The total is still being counted: ask for this page again, shortly. */
  #countAgain(page: number): void {
    clearTimeout(this.#recount);
    const question = this.#question;
    this.#recount = setTimeout(() => {
      if (question === this.#question) void this.#load(page).then(() => this.#next());
    }, RECOUNT_MS);
  }
}
