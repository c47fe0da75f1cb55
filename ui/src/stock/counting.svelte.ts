// What one window counts: each scan is looked up and written down, in its order and never lost. A
// write that is under way takes along what was scanned meanwhile when it is done.
import {
  book, call, newRequestId, toCallError, type Count, type Found, type LotInput,
  type ProductOfCode, type ProductRow,
} from '../api';
import { Scans } from '../keys/scans';
import { sentenceOf } from '../kit/sentence';
import { sound } from '../kit/sound';
import { t } from '../text';

/** One piece, in thousandths. */
const ONE = 1000;
const SLOTS_MAX = 8;
const RETRY_MS = 1_000;

type Line = Found['lines'][number];

/** Lines in fewer: what was added to a product after its last recount is one line, and what of it
 *  is of one lot is one part. */
export function gathered(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    const last = out.findLast((one) => one.product === line.product);
    if (!last || line.recount) {
      out.push({ ...line });
      continue;
    }
    last.quantity_milli += line.quantity_milli;
    const lots = line.lots?.reduce(withLot, last.lots ?? []);
    if (lots) last.lots = lots;
  }
  return out;
}

/** So much more of a lot. */
function withLot(lots: readonly LotInput[], more: LotInput): LotInput[] {
  const at = lots.findIndex((one) => one.lot === more.lot);
  const known = lots[at];
  if (!known) return [...lots, more];
  return lots.with(at, { ...more, quantity_milli: known.quantity_milli + more.quantity_milli });
}

/** The lot or piece that a label says, as a part of what was found. */
const lotsOf = (product: Partial<ProductOfCode>, quantity_milli: number): Pick<Line, 'lots'> =>
  (product.coded_lot ? { lots: [{
    lot: product.coded_lot, quantity_milli,
    ...(product.coded_expires && { expires: product.coded_expires }),
  }] } : {});

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
  readonly #scans = new Scans();
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
    return this.#scans.take(() => this.#look(code));
  }

  async #look(code: string): Promise<void> {
    try {
      const product = await call('products.by_code', { code });
      if (this.#isKnownPiece(product)) {
        this.failure = t.counts.again(product.coded_lot ?? code);
        return sound.beep();
      }
      this.add(product, product.coded_quantity_milli ?? ONE);
    } catch (cause) {
      const { kind } = toCallError(cause);
      if (kind === 'unavailable') this.failure = sentenceOf(cause);
      else this.unknown = [code, ...this.unknown].slice(0, 5);
      sound.beep();
    }
  }

  /** Whether a piece was scanned before, by whomever: it is there once. */
  #isKnownPiece({ id, tracking, coded_lot: lot }: ProductOfCode): boolean {
    if (tracking !== 'serial' || !lot) return false;
    const found = this.count?.lines.find((line) => line.product === id)?.lots ?? [];
    const waiting = [...this.#sending, ...this.#waiting].filter((line) => line.product === id);
    return found.some((one) => one.lot === lot && one.counted_milli)
      || waiting.some((line) => line.lots?.some((one) => one.lot === lot));
  }

  /** So much more of a product, of the lot that a label says. */
  add(product: Pick<ProductRow, 'id'> | ProductOfCode, quantity_milli = ONE): void {
    this.#take({ product: product.id, quantity_milli, ...lotsOf(product, quantity_milli) });
  }

  /** So much more of a lot, or less. */
  addLot(product: string, lot: LotInput): void {
    this.#take({ product, quantity_milli: lot.quantity_milli, lots: [lot] });
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

  /** Writes what is being sent; while the book does not answer it is tried again under its id. A
   *  line that is refused is left out: the others were found all the same. */
  async #write(): Promise<void> {
    let lines = gathered(this.#sending);
    let failure: string | undefined;
    while (lines.length > 0) {
      const input = { id: this.#id, counter: this.counter, lines, request_id: this.#request };
      try {
        this.count = (await call('counts.count', input)).output;
        this.failure = failure;
        return;
      } catch (cause) {
        this.failure = failure = sentenceOf(cause);
        const { kind, field } = toCallError(cause);
        if (kind === 'unavailable') {
          await new Promise((done) => setTimeout(done, RETRY_MS));
          failure = undefined;
          continue;
        }
        sound.beep();
        const wrong = /^lines\.(\d+)\./.exec(field ?? '')?.[1];
        lines = wrong === undefined ? [] : lines.filter((_, at) => at !== Number(wrong));
        this.#request = newRequestId();
      }
    }
  }
}
