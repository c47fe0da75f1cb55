// Goods that go back to a supplier without a purchase, being written.
import { call, type ProductOfCode, type ProductRow, type Purchase } from '../api';
import { Scans } from '../keys/scans';
import { Draft } from '../kit/form/draft.svelte';
import { countUp, lotsNamed, type Goods } from '../kit/lots/goods';
import { sentenceOf } from '../kit/sentence';
import { sound } from '../kit/sound';

/** Goods that go back. */
export interface BackLine extends Goods {
  product: string;
  sku: string;
  title: string;
}

export class ReturnDraft extends Draft {
  reason = $state('');
  lines = $state<BackLine[]>([]);
  readonly #supplier: string;
  readonly #scans = new Scans();

  constructor(supplier: string) {
    super();
    this.#supplier = supplier;
    this.settle();
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

  /** Takes a code; scans are looked up one after the other. */
  scan(code: string): void {
    void this.#scans.take(async () => {
      try {
        this.add(await call('products.by_code', { code }));
      } catch (cause) {
        this.failure = sentenceOf(cause);
        sound.beep();
      }
    });
  }

  protected fields(): unknown {
    return [this.reason, this.lines];
  }

  /** Sends it; gives the return when it was taken. */
  async submit(): Promise<Purchase | undefined> {
    await this.#scans.settled();
    const { requestId: request_id } = this;
    const lines = this.lines.map((line) =>
      ({ product: line.product, quantity_milli: line.quantity ?? 0, ...lotsNamed(line) }));
    const written = await this.send(() => call('purchases.return_goods', {
      supplier: this.#supplier, reason: this.reason.trim(), lines, request_id,
    }));
    return written?.output;
  }
}
