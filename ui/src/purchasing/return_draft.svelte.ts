// Goods that go back to a supplier without a purchase, being written.
import { call, type ProductRow, type Purchase } from '../api';
import { Draft } from '../kit/form/draft.svelte';

/** Goods that go back. */
export interface BackLine {
  product: string;
  sku: string;
  title: string;
  quantity: number | null;
}

export class ReturnDraft extends Draft {
  reason = $state('');
  lines = $state<BackLine[]>([]);
  readonly #supplier: string;

  constructor(supplier: string) {
    super();
    this.#supplier = supplier;
    this.settle();
  }

  add({ id: product, sku, title }: ProductRow): void {
    if (this.lines.some((line) => line.product === product)) return;
    this.lines.push({ product, sku, title, quantity: 1_000 });
  }

  protected fields(): unknown {
    return [this.reason, this.lines];
  }

  /** Sends it; gives the return when it was taken. */
  async submit(): Promise<Purchase | undefined> {
    const { requestId: request_id } = this;
    const lines = this.lines.map(({ product, quantity }) =>
      ({ product, quantity_milli: quantity ?? 0 }));
    const written = await this.send(() => call('purchases.return_goods', {
      supplier: this.#supplier, reason: this.reason.trim(), lines, request_id,
    }));
    return written?.output;
  }
}
