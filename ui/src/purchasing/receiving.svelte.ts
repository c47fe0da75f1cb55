// A delivery being counted. It is no entry of the journal before it is taken in: it lies in a
// setting of this installation, written with every scan, so that a crash loses nothing; and it has
// one request id from its beginning on, so that it is taken in once however often it is sent.
import {
  call, newRequestId, type InputOf, type ProductOfCode, type Receiving,
} from '../api';
import { countUp, unnamedOf } from '../kit/lots/goods';
import { addLot, type LotEntry } from '../kit/lots/lots';
import { CountedLine } from './counted_line.svelte';
import type { Extra, KeptCount, KeptLine } from './receiving_kept';
import { deliveryOf, fieldOf, takenIn } from './receiving_sent';

export type { Extra } from './receiving_kept';

const ONE_MILLI = 1_000;
const factor = /^(\d{1,5}(?:[.,]\d{1,3})?)\s*[*x×]\s*(.*)$/i;

/** How a code that nobody ordered is looked up. */
export type LookUp = (code: string) => Promise<ProductOfCode | undefined>;

export class Count {
  lines = $state.raw<readonly CountedLine[]>([]);
  extras = $state<Extra[]>([]);
  note = $state('');
  /** Times so much for the next scan, thousandths. */
  times = $state(ONE_MILLI);
  /** The line that was scanned last. */
  last = $state.raw<CountedLine | undefined>(undefined);
  purchases = $state.raw<readonly string[]>([]);
  supplier = $state.raw<Receiving | undefined>(undefined);
  /** How much was counted of all lines, and of how many: no scan adds up a thousand lines. */
  counted = $state(0);
  touched = $state(0);
  #kept: Record<string, KeptLine> = {};
  #request = newRequestId();
  #codes = new Map<string, { line: CountedLine; quantity: number }[]>();
  readonly #keep: (value: unknown) => void;
  readonly #lookUp: LookUp;

  constructor(keep: (value: unknown) => void, lookUp: LookUp) {
    this.#keep = keep;
    this.#lookUp = lookUp;
  }

  /** Takes over what was left in the setting; gives the purchases that it was about. */
  static purchasesOf(left: unknown): readonly string[] | undefined {
    return (left as KeptCount | null | undefined)?.purchases;
  }

  /** Shows the lines of these purchases; what was counted of them before stays counted. */
  show(receiving: Receiving, purchases: readonly string[], left?: unknown): void {
    const before = this.#state();
    const known = (left as KeptCount | null | undefined) ?? before;
    this.supplier = receiving;
    this.purchases = purchases;
    this.lines = receiving.lines.map((of) => new CountedLine(of));
    this.note = known.note;
    this.extras = known.extras;
    this.#request = known.request;
    [this.#kept, this.counted, this.touched] = [{}, 0, 0];
    for (const line of this.lines) {
      const said = known.lines[line.key];
      if (!said) continue;
      line.cost = said.cost ?? line.cost;
      line.keepCost = said.keep ?? false;
      line.lots = said.lots ?? [];
      this.#count(line, said.counted);
    }
    this.#index();
  }

  #index(): void {
    this.#codes = new Map();
    for (const line of this.lines) {
      for (const { code, quantity_milli: quantity } of line.of.codes) {
        const known = this.#codes.get(code) ?? [];
        if (known.some((one) => one.line === line)) continue;
        this.#codes.set(code, [...known, { line, quantity }]);
      }
    }
  }

  /**
   * Counts a code up. `12*` before it, or alone before the next one, means so many of it. Gives
   * false when nobody ordered it.
   */
  async scan(typed: string): Promise<boolean> {
    const text = typed.trim();
    const parts = factor.exec(text);
    if (parts) this.times = Math.round(Number(parts[1]?.replace(',', '.')) * ONE_MILLI);
    const code = parts ? parts[2] ?? '' : text;
    if (code === '') return true;
    const times = this.times;
    this.times = ONE_MILLI;
    const meant = this.#codes.get(code);
    if (!meant) return this.#unexpected(code, times);
    // Of several purchases with the same goods, those of the first that lacks some.
    const hit = meant.find(({ line }) => line.over < 0) ?? meant[meant.length - 1];
    if (hit) this.#raise(hit.line, Math.round(hit.quantity * times / ONE_MILLI));
    return true;
  }

  #raise(line: CountedLine, quantity: number): void {
    this.last = line;
    this.set(line, line.counted + quantity);
  }

  /** A label that names the lot, its last day and perhaps how many there are. */
  #raiseOf(line: CountedLine, product: ProductOfCode, times: number): void {
    const quantity = Math.round((product.coded_quantity_milli ?? ONE_MILLI) * times / ONE_MILLI);
    const { coded_lot: lot, coded_expires: expires } = product;
    // A piece that was scanned before is not there twice.
    const known = line.lots.some((one) => one.lot === lot);
    this.last = line;
    if (lot && known && line.of.tracking === 'serial') return;
    if (lot) line.lots = addLot(line.lots, lot, quantity, expires);
    this.#raise(line, quantity);
  }

  /** So much of a line came. */
  set(line: CountedLine, counted: number): void {
    this.#count(line, counted);
    this.keep();
  }

  /** The lots of a line were named. */
  name(line: CountedLine, lots: readonly LotEntry[]): void {
    line.lots = lots;
    this.set(line, line.counted);
  }

  /** What a line costs was typed. */
  price(line: CountedLine): void {
    this.set(line, line.counted);
  }

  #count(line: CountedLine, counted: number): void {
    this.counted += counted - line.counted;
    this.touched += Number(counted > 0) - Number(line.counted > 0);
    line.counted = counted;
    const { key, otherCost, cost, keepCost, lots } = line;
    if (counted === 0 && !otherCost) delete this.#kept[key];
    else {
      this.#kept[key] = {
        counted, ...(otherCost && cost !== null && { cost }),
        ...(keepCost && { keep: true as const }), ...(lots.length > 0 && { lots }),
      };
    }
  }

  async #unexpected(code: string, times: number): Promise<boolean> {
    const product = await this.#lookUp(code);
    const own = product && this.lines.find((line) => line.of.product === product.id);
    if (own) {
      this.#raiseOf(own, product, times);
      return true;
    }
    if (!product && this.#numbered(code)) return true;
    const quantity = Math.round((product?.coded_quantity_milli ?? ONE_MILLI) * times / ONE_MILLI);
    countUp(this.#extra(code, product), { ...product, coded_quantity_milli: quantity });
    this.last = undefined;
    this.keep();
    return false;
  }

  /** What means nothing else, after a piece that has no number yet, is its number. */
  #numbered(code: string): boolean {
    const { last, extras } = this;
    const extra = last ? undefined : extras.at(-1);
    if (last?.of.tracking === 'serial' && last.unnamed > 0) {
      this.name(last, addLot(last.lots, code, ONE_MILLI, null));
    } else if (extra?.tracking === 'serial' && unnamedOf(extra) > 0) {
      countUp(extra, { coded_lot: code });
      this.keep();
    } else return false;
    return true;
  }

  /** The row of something that nobody ordered. */
  #extra(code: string, product: ProductOfCode | undefined): Extra {
    const is = (one: Extra) => (product ? one.product === product.id : one.code === code);
    const { id = null, sku = '', title = '', tracking = 'none' as const } = product ?? {};
    if (!this.extras.some(is)) {
      const accept = product !== undefined;
      this.extras.push({ code, product: id, sku, title, tracking, quantity: 0, accept });
    }
    return this.extras.find(is) as Extra;
  }

  /** All that is open came. */
  fill(): void {
    for (const line of this.lines) this.#count(line, Math.max(line.counted, line.open));
    this.keep();
  }

  get empty(): boolean {
    return this.touched === 0 && this.extras.length === 0;
  }

  /** Writes the count down; nothing counted is nothing kept. */
  keep(): void {
    this.#keep(this.empty && this.note === '' ? null : this.#state());
  }

  #state(): KeptCount {
    return {
      purchases: [...this.purchases], request: this.#request, note: this.note,
      extras: $state.snapshot(this.extras), lines: this.#kept,
    };
  }

  /** The field of the screen that a refusal is about, if there is one. */
  fieldShown(field: string | null): string | undefined {
    return fieldOf(takenIn(this.lines, this.extras), field);
  }

  /** The delivery as it is sent. */
  input(): InputOf<'purchases.receive'> {
    return {
      purchases: [...this.purchases],
      ...deliveryOf(this.purchases[0] ?? '', this.lines, this.extras),
      delivery_note: this.note.trim() || null, request_id: this.#request,
    };
  }

  /** Sends it and forgets the count. */
  async send() {
    const { output } = await call('purchases.receive', this.input());
    this.#keep(null);
    return output;
  }

  /** Throws the count away and begins another. */
  discard(): void {
    for (const line of this.lines) {
      line.clear();
      this.#count(line, 0);
    }
    this.extras = [];
    this.note = '';
    this.last = undefined;
    this.#request = newRequestId();
    this.#keep(null);
  }
}
