// How something is done with many orders, while it is being said.
import type { HoldReason, Language, OrderBatchAction } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { Printers } from '../kit/print/printers.svelte';
import { actionOf, isComplete, type BatchBoxes, type Where } from './batch_action';
import type { BatchKind } from './batch.svelte';

export class BatchDraft extends Draft implements BatchBoxes {
  reason = $state<HoldReason>('payment_review');
  note = $state('');
  inStock = $state(false);
  carrier = $state('');
  language = $state<Language>('en');
  payDays = $state('agreed');
  add = $state('');
  remove = $state('');
  target = $state<'file' | 'printer'>('file');
  wave = $state(true);
  /** Looked for where lists can be printed. */
  readonly printers: Printers | undefined;
  readonly #kind: BatchKind;

  constructor(kind: BatchKind, language: Language) {
    super();
    this.#kind = kind;
    this.language = language;
    if (kind === 'pick_lists') this.printers = new Printers();
    this.settle();
  }

  /** What is asked for. */
  action(where?: Where): OrderBatchAction {
    return actionOf(this.#kind, this, where);
  }

  get complete(): boolean {
    return isComplete(this.#kind, this);
  }

  protected fields(): unknown {
    return this.action();
  }
}
