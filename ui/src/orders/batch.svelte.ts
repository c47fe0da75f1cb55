// The same done with many orders: what is chosen, and with which orders.
import { call, type OrderBatchAction, type OrderBatchReport, type OrderQuestion } from '../api';
import { Trial, type Sending } from '../kit/jobs/trial.svelte';

/** Which orders: these, or all of a list. */
export type Which = { orders: string[] } | { list: OrderQuestion };

/** What can be done with many orders. */
export const batchKinds = [
  'place', 'hold', 'release', 'allocate', 'ship', 'invoice', 'tag', 'pick_lists', 'export',
] as const;
export type BatchKind = (typeof batchKinds)[number];

export class BatchRun extends Trial<OrderBatchAction, OrderBatchReport> {
  readonly kind: BatchKind;
  readonly #which: Which;

  constructor(kind: BatchKind, which: Which, count: number) {
    super(count);
    this.kind = kind;
    this.#which = which;
  }

  protected begin(action: OrderBatchAction, sending: Sending): Promise<{ job: string }> {
    return call('orders.batch', { action, orders: null, list: null, ...this.#which, ...sending });
  }

  /** Once more with what was refused, under a request of its own. */
  again(): BatchRun {
    const refused = this.result?.orders.filter((one) => one.outcome === 'refused') ?? [];
    return new BatchRun(this.kind, { orders: refused.map((one) => one.order) }, refused.length);
  }
}
