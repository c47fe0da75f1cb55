// The variants of a product being laid out: its options, and for every combination of their values
// whether it is on offer, under which SKU and at which price.
import { call, type Product, type ProductVariant } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { combinations, keyOf, skuOf, valuesOf, type Combination, type OptionText } from './matrix';

/** What is typed for a combination that is no product yet. */
export interface VariantTyped {
  offered: boolean;
  sku: string;
  price: number | null;
}

export class VariantsDraft extends Draft {
  options = $state<OptionText[]>([]);
  readonly product: Product;
  readonly #there: ReadonlyMap<string, ProductVariant>;
  /** By combination, so that changing an option loses nothing. */
  #typed = $state<Record<string, VariantTyped>>({});

  constructor(product: Product) {
    super();
    this.product = product;
    this.options = product.options.length === 0 ? [{ name: '', values: '' }]
      : product.options.map((one) => ({ name: one.name, values: one.values.join(', ') }));
    this.#there = new Map(product.variants.map((one) => [keyOf(one.values), one]));
    this.settle();
  }

  /** Every combination of the options' values. */
  get combinations(): readonly Combination[] {
    return combinations(this.options);
  }

  /** Options can no longer be added or taken away once there are variants. */
  get isFixed(): boolean {
    return this.#there.size > 0;
  }

  there(one: Combination): ProductVariant | undefined {
    return this.#there.get(one.key);
  }

  typed(one: Combination): VariantTyped {
    return this.#typed[one.key]
      ?? { offered: true, sku: skuOf(this.product.sku, one.values), price: null };
  }

  type(one: Combination, what: Partial<VariantTyped>): void {
    this.#typed = { ...this.#typed, [one.key]: { ...this.typed(one), ...what } };
  }

  /** The combinations that become products, in the order in which they are sent. */
  get fresh(): readonly Combination[] {
    return this.combinations.filter((one) => !this.there(one) && this.typed(one).offered);
  }

  addOption(): void {
    this.options = [...this.options, { name: '', values: '' }];
  }

  removeOption(index: number): void {
    this.options = this.options.filter((_, at) => at !== index);
  }

  protected fields(): unknown {
    return [this.options, this.#typed];
  }

  submit() {
    const { id, version: expected_version } = this.product;
    const options = this.options.map((one) =>
      ({ name: one.name.trim(), values: valuesOf(one.values) }));
    const variants = this.fresh.map((one) => {
      const { sku, price } = this.typed(one);
      return { values: [...one.values], sku: sku.trim(), unit_price_micro: price };
    });
    return this.send(() => call('products.vary',
      { id, expected_version, request_id: this.requestId, options, variants }));
  }
}
