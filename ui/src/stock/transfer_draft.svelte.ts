// A transfer being written, new or changed: from where to where, and what.
import { call, toCallError, type ProductOfCode, type ProductRow, type Transfer } from '../api';
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
  #scans: Promise<void> = Promise.resolve();

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
    this.#scans = this.#scans.then(async () => {
      try {
        this.add(await call('products.by_code', { code }));
      } catch (cause) {
        // The code of a place says where the goods go.
        const to = await placeOfCode(code);
        if (to) {
          this.to = to;
          return;
        }
        sound.beep();
        const unknown = toCallError(cause).kind !== 'unavailable';
        this.failure = unknown ? t.counts.unknown(code) : t.errorKinds.unavailable;
      }
    });
  }

  /** Sends it; gives the transfer when it was taken. */
  async submit(sent: boolean): Promise<Transfer | undefined> {
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
