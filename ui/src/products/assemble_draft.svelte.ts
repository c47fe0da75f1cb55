// Bundles that are put together, or taken apart.
import { call, type Product } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { lotInputs, type LotEntry } from '../kit/lots/lots';

export class AssembleDraft extends Draft {
  way = $state<'together' | 'apart'>('together');
  quantity = $state<number | null>(null);
  location = $state('');
  /** The lots of the bundles, where they are told apart. */
  lots = $state.raw<readonly LotEntry[]>([]);
  readonly #product: Product;

  constructor(product: Product, location: string) {
    super();
    this.#product = product;
    this.location = location;
    this.settle();
  }

  protected fields(): unknown {
    return [this.way, this.quantity, this.location, this.lots];
  }

  /** Sends it; true when it was taken. */
  async submit(): Promise<boolean> {
    const { id: product, tracking } = this.#product;
    const lots = tracking === 'none' ? [] : lotInputs(this.lots, tracking, this.quantity ?? 0);
    const input = {
      product, quantity_milli: this.quantity ?? 0, location: this.location,
      request_id: this.requestId, ...(lots.length > 0 ? { lots } : {}),
    };
    const verb = this.way === 'together' ? 'stock.assemble' : 'stock.take_apart';
    return (await this.send(() => call(verb, input))) !== undefined;
  }
}
