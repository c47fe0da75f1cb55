// The prices of a list being changed: the products that were touched, with their steps. What is not
// touched is not sent, so that two who price different products do not meet.
import { call, type ListedProduct, type PriceList, type PriceStep, type ProductRow } from '../api';
import { Draft } from '../kit/form/draft.svelte';

/** A step being written. */
export interface StepDraft {
  from: number | null;
  price: number | null;
}

/** A product being priced. */
export interface PricedProduct {
  product: string;
  sku: string;
  title: string;
  usual: number;
  steps: StepDraft[];
  /** The steps as they are in the book. */
  before: string;
  /** Put on the list here, and not saved yet. */
  added: boolean;
}

const steps = (breaks: readonly PriceStep[]): StepDraft[] =>
  breaks.map((one) => ({ from: one.from_milli || null, price: one.unit_price_micro }));

const input = (one: PricedProduct) => ({
  product: one.product,
  breaks: one.steps.filter((step) => step.price !== null)
    .map((step) => ({ from_milli: step.from ?? 0, unit_price_micro: step.price ?? 0 })),
});

export class PricesDraft extends Draft {
  rows = $state<PricedProduct[]>([]);

  constructor() {
    super();
    this.settle();
  }

  /** Shows a window of the list; rows that are being changed stay as they are. */
  show(listed: readonly ListedProduct[]): void {
    const open = this.rows.filter((row) => row.added || this.#changed().includes(row));
    const kept = listed.filter((one) => !open.some((row) => row.product === one.product));
    const shown = kept.map((one) => this.#row(one.product, one.sku, one.title,
      one.usual_price_micro, steps(one.breaks)));
    this.rows = [...open, ...shown];
  }

  #row(product: string, sku: string, title: string, usual: number, own: StepDraft[]) {
    const row = { product, sku, title, usual, steps: own, before: '', added: false };
    return { ...row, before: JSON.stringify(input(row).breaks) };
  }

  #changed(): PricedProduct[] {
    return this.rows.filter((row) => JSON.stringify(input(row).breaks) !== row.before);
  }

  /** Puts a product on the list, at the top; one that is there already is shown there. */
  add(product: ProductRow): string {
    const known = this.rows.find((row) => row.product === product.id);
    if (!known) {
      const step = { from: null, price: null };
      const row = this.#row(product.id, product.sku, product.title, product.unit_price_micro,
        [step]);
      this.rows = [{ ...row, added: true }, ...this.rows];
    }
    return product.id;
  }

  addStep(row: PricedProduct): void {
    row.steps.push({ from: null, price: null });
  }

  removeStep(row: PricedProduct, at: number): void {
    row.steps.splice(at, 1);
  }

  protected fields(): unknown {
    return this.#changed().map(input);
  }

  get changes(): number {
    return this.#changed().length;
  }

  /** Sends what was changed; a refusal stands at its box. */
  async submit(list: PriceList): Promise<boolean> {
    const changed = this.#changed();
    if (changed.length === 0) return false;
    const request_id = this.requestId;
    const written = await this.send(() => call('price_lists.price', {
      id: list.id, expected_version: list.version, request_id, prices: changed.map(input),
    }));
    if (!written) return false;
    for (const row of changed) {
      row.before = JSON.stringify(input(row).breaks);
      row.added = false;
    }
    this.settle();
    return true;
  }

  /** The path of a box as the refusal names it: counted among the rows that are sent. */
  pathOf(row: PricedProduct, at: number, field: string): string {
    const place = this.#changed().findIndex((one) => one.product === row.product);
    return `prices.${place < 0 ? row.product : place}.breaks.${at}.${field}`;
  }
}
