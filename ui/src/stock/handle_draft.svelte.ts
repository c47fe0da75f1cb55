// What becomes of goods on their way: what arrives is scanned or typed, product by product.
import {
  call, toCallError, type CallError, type LotRow, type ProductOfCode, type Transfer,
} from '../api';
import { Scans } from '../keys/scans';
import { Draft } from '../kit/form/draft.svelte';
import { fieldShown } from '../kit/form/sent_field';
import { countUp, lotRow, lotsNamed, type Goods } from '../kit/lots/goods';
import { sentenceOf } from '../kit/sentence';
import { sound } from '../kit/sound';
import { t } from '../text';

/** What is done with goods on their way. */
export type HandleAct = 'receive' | 'take_back' | 'write_off';

/** A product of which something is under way. */
export interface OpenLine extends Goods {
  product: string;
  sku: string;
  title: string;
  open: number;
  /** The lots that are under way. */
  sent: LotRow[];
}

export class HandleDraft extends Draft {
  lines = $state<OpenLine[]>([]);
  reason = $state('');
  readonly #transfer: Transfer;
  readonly #act: HandleAct;
  readonly #scans = new Scans();

  constructor(transfer: Transfer, act: HandleAct) {
    super();
    this.#transfer = transfer;
    this.#act = act;
    const open = transfer.lines.filter((line) => line.open_milli > 0);
    this.lines = open.map((line) => ({
      product: line.product, sku: line.sku, title: line.title, open: line.open_milli,
      quantity: act === 'receive' ? null : line.open_milli, tracking: line.tracking,
      sent: line.open_lots.map((one) => lotRow(one.lot, one.quantity_milli)),
    }));
    this.settle();
  }

  protected fields(): unknown {
    return [this.reason, this.lines.map((line) => [line.quantity, line.lots])];
  }

  get #picked(): OpenLine[] {
    return this.lines.filter((line) => line.quantity);
  }

  /** All that is under way. */
  all(): void {
    for (const line of this.lines) line.quantity = line.open;
  }

  /** One more of a product, of the lot that its label says. */
  add(product: string, coded: Partial<ProductOfCode> = {}): boolean {
    const line = this.lines.find((one) => one.product === product);
    if (line) countUp(line, coded);
    return line !== undefined;
  }

  /** A piece by its number, which lies nowhere until it has arrived. */
  #addPiece(code: string): boolean {
    const line = this.lines.find(({ tracking, sent }) =>
      tracking === 'serial' && sent.some((one) => one.lot === code));
    if (line) countUp(line, { coded_lot: code });
    return line !== undefined;
  }

  /** Takes a code; scans are looked up one after the other. */
  scan(code: string): void {
    void this.#scans.take(async () => {
      if (this.#addPiece(code)) return;
      try {
        const product = await call('products.by_code', { code });
        if (this.add(product.id, product)) return;
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
    if (error.field === null) return;
    const field = fieldShown(error.field, this.#picked, this.lines);
    this.errors = { [field]: sentenceOf(error) };
  }

  async submit() {
    await this.#scans.settled();
    if (this.#picked.length === 0) {
      this.failure = t.transfers.nothing;
      return undefined;
    }
    const { id, version: expected_version } = this.#transfer;
    const lines = this.#picked.map((line) =>
      ({ product: line.product, quantity_milli: line.quantity ?? 0, ...lotsNamed(line) }));
    const reason = this.reason.trim() || null;
    const said = { id, expected_version, request_id: this.requestId, lines, reason };
    const verb = `transfers.${this.#act}` as const;
    return this.send(() => call(verb, said));
  }
}
