// The same changed of many products: which, how it would come out, how it did, and back again.
import {
  call, jobs, newRequestId, toCallError, type JobState, type ProductBatch,
  type ProductBatchChange, type ProductBatchReport, type ProductQuestion,
} from '../api';
import { sentenceOf } from '../kit/sentence';
import type { BulkKind } from './bulk_change';

/** Which products: these, or all of a list. */
export type Which = { products: string[] } | { list: ProductQuestion };

const TRIED_AFTER_MS = 250;

async function carriedOut(
  body: ProductBatch, request_id: string, dry_run: boolean, begun: (job: string) => void,
): Promise<ProductBatchReport> {
  const { job } = await call('products.batch', { ...body, request_id, dry_run });
  begun(job);
  const state = await jobs.ended(job);
  if (state.error) throw toCallError(state.error);
  return state.output as ProductBatchReport;
}

/** Takes a bulk edit back, wherever nothing has changed since. */
export function undone(of: ProductBatchReport): Promise<ProductBatchReport> {
  const rows = of.products.flatMap(({ product, version, before }) =>
    (before ? [{ product, expected_version: version, fields: before }] : []));
  const body = { change: { restore: { rows } }, products: null, list: null };
  return carriedOut(body, newRequestId(), false, () => undefined);
}

export class BulkRun {
  readonly kind: BulkKind;
  readonly count: number;
  preview = $state.raw<ProductBatchReport>();
  result = $state.raw<ProductBatchReport>();
  failure = $state<string>();
  started = $state(false);
  #job = $state<string>();
  readonly #which: Which;
  #tried: string | undefined;
  #turn = 0;
  // Made once: pressed twice, everything is done once.
  readonly #requestId = newRequestId();

  constructor(kind: BulkKind, which: Which, count: number) {
    this.kind = kind;
    this.#which = which;
    this.count = count;
  }

  get state(): JobState | undefined {
    return jobs.get(this.#job);
  }

  get running(): boolean {
    return this.started && !this.result && !this.failure;
  }

  /** Tries what would come out, shortly after the last change of how. */
  tryOut(change: ProductBatchChange): void {
    const asked = JSON.stringify(change);
    if (asked === this.#tried || this.started) return;
    this.#tried = asked;
    const turn = ++this.#turn;
    setTimeout(() => void this.#tryOut(turn, change), TRIED_AFTER_MS);
  }

  async #tryOut(turn: number, change: ProductBatchChange): Promise<void> {
    const wanted = () => turn === this.#turn && !this.started;
    if (!wanted()) return;
    this.preview = undefined;
    const report = await this.#run(change, newRequestId(), true, wanted);
    if (wanted()) this.preview = report;
  }

  /** Does it. */
  async start(change: ProductBatchChange): Promise<ProductBatchReport | undefined> {
    if (this.started) return undefined;
    this.started = true;
    this.#turn += 1;
    this.result = await this.#run(change, this.#requestId, false, () => true);
    if (!this.result) this.started = false;
    return this.result;
  }

  async #run(
    change: ProductBatchChange, request: string, dry: boolean, wanted: () => boolean,
  ): Promise<ProductBatchReport | undefined> {
    const body: ProductBatch = { change, products: null, list: null, ...this.#which };
    this.failure = undefined;
    try {
      return await carriedOut(body, request, dry, (job) => {
        if (wanted()) this.#job = job;
      });
    } catch (cause) {
      if (wanted()) this.failure = sentenceOf(cause);
      return undefined;
    }
  }
}
