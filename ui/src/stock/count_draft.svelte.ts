// A count that is about to begin: where, how much of it, blind or not.
import { call, type Count, type CountScope, type ProductRow } from '../api';
import { Draft } from '../kit/form/draft.svelte';

export class CountDraft extends Draft {
  location = $state('main');
  scope = $state<CountScope>('full');
  category = $state('');
  products = $state<ProductRow[]>([]);
  blind = $state(false);
  title = $state('');

  constructor() {
    super();
    this.settle();
  }

  /** Counts in this place, unless another was said already. */
  begin(here: string): void {
    const untouched = !this.dirty;
    if (this.location === 'main') this.location = here;
    if (untouched) this.settle();
  }

  protected fields(): unknown {
    return [this.location, this.scope, this.category, this.products.length, this.blind, this.title];
  }

  add(product: ProductRow): void {
    if (!this.products.some((one) => one.id === product.id)) {
      this.products = [...this.products, product];
    }
  }

  remove(product: ProductRow): void {
    this.products = this.products.filter((one) => one.id !== product.id);
  }

  /** Begins; gives the count. */
  async submit(): Promise<Count | undefined> {
    const { location, scope, blind, requestId: request_id } = this;
    const part = {
      full: {}, category: { category: this.category.trim() },
      products: { products: this.products.map((one) => one.id) },
    }[scope];
    const title = this.title.trim() || null;
    const written = await this.send(() =>
      call('counts.open', { location, scope, ...part, blind, title, request_id }));
    return written?.output;
  }
}
