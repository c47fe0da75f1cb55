// A transfer being written, new or changed: from where to where, and what.
import {
  call, CallError, toCallError, type ProductOfCode, type ProductRow, type Transfer,
} from '../api';
import { Scans } from '../keys/scans';
import { Draft } from '../kit/form/draft.svelte';
import { countUp, lotsNamed, type Goods } from '../kit/lots/goods';
import { entryOf } from '../kit/lots/lots';
import { sound } from '../kit/sound';
import { t } from '../text';
import { placeOfCode } from './places';

/** A product that is to go. */
export interface TransferLineDraft extends Goods {
  product: string;
  sku: string;
  title: string;
}

export class TransferDraft extends Draft {
  from = $state('main');
  to = $state('');
  title = $state('');
  lines = $state<TransferLineDraft[]>([]);
  atOnce = $state(false);
  saved = $state.raw<Transfer | undefined>(undefined);
  readonly scans = new Scans();

  constructor() {
    super();
    this.settle();
  }

  /** Takes over a draft to change it. */
  load(transfer: Transfer): void {
    this.saved = transfer;
    Object.assign(this, {
      from: transfer.from, to: transfer.to, title: transfer.title ?? '',
      lines: transfer.lines.map((line) => ({
        product: line.product, sku: line.sku, title: line.title, quantity: line.quantity_milli,
        tracking: line.tracking, lots: line.lots.map(entryOf),
      })),
    });
    this.settle();
  }

  protected fields(): unknown {
    return [this.from, this.to, this.title, this.lines, this.atOnce];
  }

  /** Goes from this place, unless another was said already. What was scanned before stays. */
  begin(from: string): void {
    const untouched = !this.dirty;
    if (this.from === 'main') this.from = from;
    if (untouched) this.settle();
  }

  /** One more of a product, of the lot that its label says. */
  add(product: ProductRow | ProductOfCode): void {
    const { id, sku, title, tracking } = product;
    if (!this.lines.some((line) => line.product === id)) {
      this.lines.push({ product: id, sku, title, quantity: 0, tracking });
    }
    const line = this.lines.find((one) => one.product === id);
    if (line) countUp(line, 'coded_lot' in product ? product : {});
  }

  /** So much of a product is wanted, as an address says it; nothing where it says none. */
  want(product: ProductRow, quantity: string | null): void {
    this.add(product);
    const line = this.lines.find((one) => one.product === product.id);
    const milli = Number(quantity);
    if (line && Number.isSafeInteger(milli) && milli > 0) line.quantity = milli;
  }

  /** Takes a code; scans are looked up one after the other. */
  scan(code: string): void {
    void this.scans.take(async () => {
      try {
        await this.#look(code);
      } catch (cause) {
        sound.beep();
        const unknown = toCallError(cause).kind !== 'unavailable';
        this.failure = unknown ? t.counts.unknown(code) : t.errorKinds.unavailable;
      }
    });
  }

  /** The code of a product, or of the place where the goods go. */
  async #look(code: string): Promise<void> {
    const product = await call('products.by_code', { code }).catch(toCallError);
    if (!(product instanceof CallError)) return this.add(product);
    const to = product.kind === 'unavailable' ? undefined : await placeOfCode(code);
    if (to === undefined) throw product;
    this.to = to;
  }

  /** Sends it; gives the transfer when it was taken. */
  async submit(sent: boolean): Promise<Transfer | undefined> {
    await this.scans.settled();
    if (this.lacks(this.to ? {} : { to: t.transfers.whereTo })) return undefined;
    const { from, to, requestId: request_id, saved } = this;
    const lines = this.lines.map((line) =>
      ({ product: line.product, quantity_milli: line.quantity ?? 0, ...lotsNamed(line) }));
    const said = { from, to, lines, title: this.title.trim() || null };
    const written = await this.send(() => saved
      ? call('transfers.amend', {
        ...said, id: saved.id, expected_version: saved.version, request_id,
      })
      : call('transfers.create', { ...said, sent, received: this.atOnce, request_id }));
    return written?.output;
  }
}
