// What a product is made of, as it is typed.
import { call, type BundleKind, type Product, type ProductRow } from '../api';
import { Draft } from '../kit/form/draft.svelte';

/** One piece, in thousandths. */
const ONE = 1000;

/** A component that is to be in it. */
export interface ComponentDraft {
  product: string;
  sku: string;
  title: string;
  quantity: number | null;
}

export class BundleDraft extends Draft {
  kind = $state<BundleKind>('virtual');
  components = $state<ComponentDraft[]>([]);
  readonly #product: Product;

  constructor(product: Product) {
    super();
    this.#product = product;
    this.kind = product.bundle ?? 'virtual';
    this.components = product.components.map((one) =>
      ({ product: one.product, sku: one.sku, title: one.title, quantity: one.quantity_milli }));
    this.settle();
  }

  protected fields(): unknown {
    return [this.kind, this.components.map((one) => [one.product, one.quantity])];
  }

  /** One more of a product. */
  add({ id: product, sku, title }: Pick<ProductRow, 'id' | 'sku' | 'title'>): void {
    const known = this.components.find((one) => one.product === product);
    if (known) known.quantity = (known.quantity ?? 0) + ONE;
    else this.components.push({ product, sku, title, quantity: ONE });
  }

  /** Sends it; true when it was taken. */
  async submit(): Promise<boolean> {
    const { id, version: expected_version } = this.#product;
    const components = this.components.map((one) =>
      ({ product: one.product, quantity_milli: one.quantity ?? 0 }));
    const written = await this.send(() => call('products.bundle', {
      id, expected_version, request_id: this.requestId, kind: this.kind, components,
    }));
    return written !== undefined;
  }
}
