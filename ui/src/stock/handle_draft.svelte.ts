// What becomes of goods on their way: what arrives is scanned or typed, product by product.
import { call, toCallError, type CallError, type Transfer } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { sentenceOf } from '../kit/sentence';
import { sound } from '../kit/sound';
import { t } from '../text';

/** One piece, in thousandths. */
const ONE = 1000;

/** What is done with goods on their way. */
export type HandleAct = 'receive' | 'take_back' | 'write_off';

/** A product of which something is under way. */
export interface OpenLine {
  product: string;
  sku: string;
  title: string;
  open: number;
  quantity: number | null;
}

export class HandleDraft extends Draft {
  lines = $state<OpenLine[]>([]);
  reason = $state('');
  readonly #transfer: Transfer;
  readonly #act: HandleAct;
  #scans: Promise<void> = Promise.resolve();

  constructor(transfer: Transfer, act: HandleAct) {
    super();
    this.#transfer = transfer;
    this.#act = act;
    const open = transfer.lines.filter((line) => line.open_milli > 0);
    this.lines = open.map((line) => ({
      product: line.product, sku: line.sku, title: line.title, open: line.open_milli,
      quantity: act === 'receive' ? null : line.open_milli,
    }));
    this.settle();
  }

  protected fields(): unknown {
    return [this.reason, this.lines.map((line) => line.quantity)];
  }

  get #picked(): OpenLine[] {
    return this.lines.filter((line) => line.quantity);
  }

  /** All that is under way. */
  all(): void {
    for (const line of this.lines) line.quantity = line.open;
  }

  /** One more of a product. */
  add(product: string): boolean {
    const line = this.lines.find((one) => one.product === product);
    if (line) line.quantity = (line.quantity ?? 0) + ONE;
    return line !== undefined;
  }

  /** Takes a code; scans are looked up one after the other. */
  scan(code: string): void {
    this.#scans = this.#scans.then(async () => {
      try {
        const product = await call('products.by_code', { code });
        if (this.add(product.id)) return;
        this.failure = t.transfers.unknown(code);
      } catch (cause) {
        const unknown = toCallError(cause).kind !== 'unavailable';
        this.failure = unknown ? t.counts.unknown(code) : sentenceOf(cause);
      }
      sound.beep();
    });
  }

  /** A refusal names its line among those that were sent. */
  override refuse(error: CallError): void {
    super.refuse(error);
    const place = /^lines\.(\d+)\./.exec(error.field ?? '')?.[1];
    const picked = place === undefined ? undefined : this.#picked[Number(place)];
    if (!picked) return;
    const at = this.lines.indexOf(picked);
    this.errors = { [`lines.${at}.quantity_milli`]: sentenceOf(error) };
  }

  submit() {
    if (this.#picked.length === 0) {
      this.failure = t.transfers.nothing;
      return Promise.resolve(undefined);
    }
    const { id, version: expected_version } = this.#transfer;
    const lines = this.#picked.map((line) =>
      ({ product: line.product, quantity_milli: line.quantity ?? 0 }));
    const reason = this.reason.trim() || null;
    const said = { id, expected_version, request_id: this.requestId, lines, reason };
    const verb = `transfers.${this.#act}` as const;
    return this.send(() => call(verb, said));
  }
}
