// The same changed of many products: which, and back again.
import {
  call, newRequestId, type ProductBatchChange, type ProductBatchReport, type ProductQuestion,
} from '../api';
import { Trial, outcomeOf, type Sending } from '../kit/jobs/trial.svelte';
import type { BulkKind } from './bulk_change';

/** Which products: these, or all of a list. */
export type Which = { products: string[] } | { list: ProductQuestion };

/** Takes a bulk edit back, wherever nothing has changed since. */
export async function undone(of: ProductBatchReport): Promise<ProductBatchReport | undefined> {
  const rows = of.products.flatMap(({ product, version, before }) =>
    (before ? [{ product, expected_version: version, fields: before }] : []));
  return outcomeOf(call('products.batch', {
    change: { restore: { rows } }, products: null, list: null,
    request_id: newRequestId(), dry_run: false,
  }), () => undefined);
}

export class BulkRun extends Trial<ProductBatchChange, ProductBatchReport> {
  readonly kind: BulkKind;
  readonly #which: Which;

  constructor(kind: BulkKind, which: Which, count: number) {
    super(count);
    this.kind = kind;
    this.#which = which;
  }

  protected begin(change: ProductBatchChange, sending: Sending): Promise<{ job: string }> {
    return call('products.batch', {
      change, products: null, list: null, ...this.#which, ...sending,
    });
  }
}
