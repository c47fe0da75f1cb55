// Lots being named for goods that lie somewhere without one.
import { call, type LotLevel, type LotsOfProduct } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { lotInputs, type LotEntry } from '../kit/lots/lots';

export class LabelDraft extends Draft {
  location = $state('');
  lots = $state.raw<readonly LotEntry[]>([]);
  readonly #of: LotsOfProduct;
  readonly #loose: readonly LotLevel[];

  constructor(of: LotsOfProduct, loose: readonly LotLevel[]) {
    super();
    this.#of = of;
    this.#loose = loose;
    this.location = loose[0]?.location ?? 'main';
    this.settle();
  }

  protected fields(): unknown {
    return [this.location, this.lots];
  }

  /** What lies there without a lot. */
  get there(): number {
    const level = this.#loose.find((one) => one.location === this.location);
    return level?.on_hand_milli ?? 0;
  }

  submit() {
    const { product, tracking } = this.#of;
    return this.send(() => call('lots.label', {
      product, location: this.location, request_id: this.requestId,
      lots: lotInputs(this.lots, tracking, this.there),
    }));
  }
}
