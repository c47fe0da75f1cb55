// A correction of stock being typed: how, how much, why; and what would be there afterwards.
import { call, newRequestId, type Product } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { lotInputs, type LotEntry } from '../kit/lots/lots';

export class AdjustDraft extends Draft {
  way = $state<'count' | 'change'>('count');
  quantity = $state<number | null>(null);
  cost = $state<number | null>(null);
  location = $state('');
  reason = $state('');
  /** The lots of what is found or lost. */
  lots = $state.raw<readonly LotEntry[]>([]);
  /** What a dry run says would be on hand. */
  after = $state<number | undefined>(undefined);
  readonly #product: Product;
  #asked = 0;

  constructor(product: Product) {
    super();
    this.#product = product;
    this.location = product.stock[0]?.location ?? 'main';
    this.settle();
  }

  protected fields(): unknown {
    return [this.way, this.quantity, this.cost, this.location, this.reason, this.lots];
  }

  /** What is there now. */
  get #there(): number {
    const level = this.#product.stock.find((one) => one.location === this.location);
    return level?.on_hand_milli ?? 0;
  }

  /** How much more is there, or less. */
  get change(): number {
    const typed = this.quantity ?? 0;
    return this.way === 'count' && this.quantity !== null ? typed - this.#there : typed;
  }

  /** Somebody may say, or has to, which lots they are. */
  get asksLots(): boolean {
    return this.#product.tracking !== 'none' && this.change !== 0;
  }

  #named() {
    const lots = lotInputs(this.lots, this.#product.tracking, Math.abs(this.change));
    return this.asksLots && lots.length > 0 ? { lots } : {};
  }

  /** Goods are found: they may have cost something. */
  get finds(): boolean {
    return this.after !== undefined && this.after > this.#product.on_hand_milli;
  }

  #input() {
    const figure = this.way === 'count'
      ? { counted_milli: this.quantity } : { quantity_milli: this.quantity };
    return {
      product: this.#product.id, ...(this.location ? { location: this.location } : {}), ...figure,
      ...(this.finds && this.cost !== null ? { unit_cost_micro: this.cost } : {}),
      reason: this.reason.trim(), ...this.#named(),
    };
  }

  /** Asks what would be there; a form that is not complete yet shows nothing. */
  async compute(): Promise<void> {
    const number = ++this.#asked;
    if (this.quantity === null) {
      this.after = undefined;
      return;
    }
    const request = { ...this.#input(), request_id: newRequestId(), dry_run: true };
    const answer = await call('stock.adjust', { ...request, reason: request.reason || '-' })
      .catch(() => undefined);
    const level = answer?.output.stock.find((one) => one.location === this.location);
    if (number === this.#asked) this.after = answer && (level?.on_hand_milli ?? 0);
  }

  submit() {
    return this.send(() =>
      call('stock.adjust', { ...this.#input(), request_id: this.requestId }));
  }
}
