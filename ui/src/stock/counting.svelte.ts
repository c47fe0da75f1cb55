// What one window counts: each scan is looked up and written down, in its order and never lost. A
// write that is under way takes along what was scanned meanwhile when it is done.
import {
  book, call, newRequestId, toCallError, type Count, type Found, type ProductRow,
} from '../api';
import { sentenceOf } from '../kit/sentence';
import { sound } from '../kit/sound';

/** One piece, in thousandths. */
const ONE = 1000;
const SLOTS_MAX = 8;
const RETRY_MS = 1_000;

type Line = Found['lines'][number];

/** Lines in fewer: what was added to a product after its last recount is one line. */
export function gathered(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    const last = out.findLast((one) => one.product === line.product);
    if (last && !line.recount) last.quantity_milli += line.quantity_milli;
    else out.push({ ...line });
  }
  return out;
}

let named: Promise<string> | undefined;

/** The name of this window among those that count, the same as long as it is open: the device's,
 *  and a number from the second on. */
export const counterName = (): Promise<string> => (named ??= takeName());

async function takeName(): Promise<string> {
  const prefix = book.info?.device_prefix ?? '';
  if (!('locks' in navigator)) return prefix;
  for (let at = 0; at < SLOTS_MAX; at += 1) {
    const free = await new Promise<boolean>((answer) => {
      const never = new Promise<void>(() => undefined);
      void navigator.locks.request(`counting:${at}`, { ifAvailable: true }, (lock) => {
        answer(lock !== null);
        return lock ? never : undefined;
      }).catch(() => answer(true));
    });
    if (free) return at === 0 ? prefix : `${prefix}-${at + 1}`;
  }
  return `${prefix}-${SLOTS_MAX + 1}`;
}

export class Counting {
  /** The count as the last write gave it. */
  count = $state.raw<Count | undefined>(undefined);
  /** Codes that are no product, the newest first. */
  unknown = $state.raw<readonly string[]>([]);
  failure = $state.raw<string | undefined>(undefined);
  /** The product that was counted last. */
  last = $state.raw<string | undefined>(undefined);
  #waiting = $state.raw<readonly Line[]>([]);
  #sending = $state.raw<readonly Line[]>([]);
  #request = '';
  #scans: Promise<void> = Promise.resolve();
  readonly #id: string;
  readonly counter: string;

  constructor(id: string, counter: string) {
    this.#id = id;
    this.counter = counter;
  }

  /** How much is scanned and not yet written down. */
  get pending(): number {
    return this.#waiting.length + this.#sending.length;
  }

  /** Takes a code; scans are looked up one after the other. */
  scan(code: string): Promise<void> {
    this.#scans = this.#scans.then(() => this.#look(code));
    return this.#scans;
  }

  async #look(code: string): Promise<void> {
    try {
      const product = await call('products.by_code', { code });
      this.add(product);
    } catch (cause) {
      const { kind } = toCallError(cause);
      if (kind === 'unavailable') this.failure = sentenceOf(cause);
      else this.unknown = [code, ...this.unknown].slice(0, 5);
      sound.beep();
    }
  }

  /** One more of a product. */
  add(product: Pick<ProductRow, 'id'>, quantity_milli = ONE): void {
    this.#take({ product: product.id, quantity_milli });
  }

  /** All that this window found of a product, whatever it said before. */
  set(product: string, quantity_milli: number): void {
    this.#take({ product, quantity_milli, recount: true });
  }

  forget(code: string): void {
    this.unknown = this.unknown.filter((one) => one !== code);
  }

  #take(line: Line): void {
    this.last = line.product;
    this.#waiting = [...this.#waiting, line];
    if (this.#sending.length === 0) void this.#send();
  }

  async #send(): Promise<void> {
    while (this.#waiting.length > 0) {
      this.#sending = this.#waiting;
      this.#waiting = [];
      this.#request = newRequestId();
      await this.#write();
      this.#sending = [];
    }
  }

  /** Writes what is being sent; while the book does not answer it is tried again under its id. */
  async #write(): Promise<void> {
    const lines = gathered(this.#sending);
    const input = { id: this.#id, counter: this.counter, lines, request_id: this.#request };
    for (;;) {
      try {
        this.count = (await call('counts.count', input)).output;
        this.failure = undefined;
        return;
      } catch (cause) {
        this.failure = sentenceOf(cause);
        if (toCallError(cause).kind !== 'unavailable') return sound.beep();
        await new Promise((done) => setTimeout(done, RETRY_MS));
      }
    }
  }
}
