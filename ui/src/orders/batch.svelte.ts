// The same done with many orders: what is chosen, how it would come out, how it did.
import {
  call, jobs, newRequestId, toCallError, type JobOutputs, type JobState, type OrderBatch,
  type OrderBatchAction, type OrderBatchReport, type OrderQuestion,
} from '../api';
import { sentenceOf } from '../kit/sentence';

/** Which orders: these, or all of a list. */
export type Which = { orders: string[] } | { list: OrderQuestion };

/** What can be done with many orders. */
export const batchKinds =
  ['place', 'hold', 'release', 'ship', 'invoice', 'tag', 'pick_lists', 'export'] as const;
export type BatchKind = (typeof batchKinds)[number];

const TRIED_AFTER_MS = 250;

export class BatchRun {
  readonly kind: BatchKind;
  readonly count: number;
  /** What is being tried, or being done. */
  job = $state<string>();
  preview = $state.raw<OrderBatchReport>();
  result = $state.raw<OrderBatchReport>();
  failure = $state<string>();
  started = $state(false);
  which: Which;
  #tried: string | undefined;
  #turn = 0;
  // Made once: pressed twice, everything is done once.
  #requestId = newRequestId();

  constructor(kind: BatchKind, which: Which, count: number) {
    this.kind = kind;
    this.which = which;
    this.count = count;
  }

  get state(): JobState | undefined {
    return jobs.get(this.job);
  }

  get running(): boolean {
    return this.started && !this.result && !this.failure;
  }

  /** Tries what would come out, shortly after the last change of how. */
  tryOut(action: OrderBatchAction): void {
    const asked = JSON.stringify(action);
    if (asked === this.#tried || this.started) return;
    this.#tried = asked;
    const turn = ++this.#turn;
    setTimeout(() => void this.#tryOut(turn, action), TRIED_AFTER_MS);
  }

  async #tryOut(turn: number, action: OrderBatchAction): Promise<void> {
    if (turn !== this.#turn || this.started) return;
    this.preview = undefined;
    this.failure = undefined;
    const report = await this.#run(action, newRequestId(), true, () => turn === this.#turn);
    if (turn === this.#turn && !this.started) this.preview = report;
  }

  /** Does it. */
  async start(action: OrderBatchAction): Promise<OrderBatchReport | undefined> {
    if (this.started) return undefined;
    this.started = true;
    this.#turn += 1;
    this.failure = undefined;
    this.result = await this.#run(action, this.#requestId, false, () => true);
    if (!this.result) this.started = false;
    return this.result;
  }

  /** Once more with what was refused, under a request of its own. */
  again(): BatchRun {
    const refused = this.result?.orders.filter((one) => one.outcome === 'refused') ?? [];
    return new BatchRun(this.kind, { orders: refused.map((one) => one.order) }, refused.length);
  }

  async #run(
    action: OrderBatchAction, request_id: string, dry_run: boolean, wanted: () => boolean,
  ): Promise<OrderBatchReport | undefined> {
    const body: OrderBatch = { action, orders: null, list: null, ...this.which };
    try {
      const { job } = await call('orders.batch', { ...body, request_id, dry_run });
      if (wanted()) this.job = job;
      const state = await jobs.ended(job);
      if (!wanted()) return undefined;
      if (state.error) throw toCallError(state.error);
      return (state.output ?? undefined) as JobOutputs['orders.batch'] | undefined;
    } catch (cause) {
      if (wanted()) this.failure = sentenceOf(cause);
      return undefined;
    }
  }
}
