// A product being written, new or changed.
import { book, call, type Product, type ProductInput, type Tracking } from '../api';
import { CustomBoxes } from '../kit/custom/boxes.svelte';
import { Draft } from '../kit/form/draft.svelte';
import { SafetyDraft } from './safety_draft.svelte';

/** A pack as it is typed. */
export interface PackDraft {
  name: string;
  quantity: number | null;
  barcode: string;
}

export class ProductDraft extends Draft {
  sku = $state('');
  title = $state('');
  category = $state('');
  price = $state<number | null>(null);
  cost = $state<number | null>(null);
  tax = $state('');
  service = $state(false);
  barcodes = $state('');
  unit = $state('pcs');
  note = $state('');
  reorderPoint = $state<number | null>(null);
  reorderTo = $state<number | null>(null);
  safety = $state<number | null>(null);
  readonly safetyAt = new SafetyDraft();
  packs = $state<PackDraft[]>([]);
  weight = $state<number | null>(null);
  tracking = $state<Tracking>('none');
  readonly custom = new CustomBoxes('product');
  #saved: Product | undefined;

  constructor() {
    super();
    this.tax = book.open.taxes[0]?.code ?? '';
    this.settle();
  }

  /** Takes over a product to change it. */
  load(product: Product): void {
    this.#saved = product;
    this.custom.load(product.custom);
    this.safetyAt.load(product.safety_at);
    this.packs = product.packs.map(({ name, quantity_milli, barcode }) =>
      ({ name, quantity: quantity_milli, barcode: barcode ?? '' }));
    Object.assign(this, {
      sku: product.sku, title: product.title, category: product.category ?? '',
      price: product.unit_price_micro, cost: product.cost_micro, tax: product.tax ?? '',
      service: product.service, barcodes: product.barcodes.join(' '), unit: product.unit,
      note: product.note ?? '', reorderPoint: product.reorder_point_milli,
      reorderTo: product.reorder_to_milli, safety: product.safety_milli,
      weight: product.weight_g, tracking: product.tracking,
    });
    this.settle();
  }

  /** The barcodes, one by one. */
  get codes(): string[] {
    return this.barcodes.split(/[\s,;]+/).filter(Boolean);
  }

  protected fields(): unknown {
    return this.#input();
  }

  #input(): ProductInput {
    const text = (value: string) => value.trim() || null;
    return {
      sku: this.sku.trim(), title: this.title.trim(), category: text(this.category),
      unit_price_micro: this.price ?? 0, cost_micro: this.cost, tax: text(this.tax),
      service: this.service, barcodes: this.codes,
      unit: text(this.unit), note: text(this.note), reorder_point_milli: this.reorderPoint,
      reorder_to_milli: this.reorderTo, safety_milli: this.safety, safety_at: this.safetyAt.said,
      packs: this.packs.map(({ name, quantity, barcode }) =>
        ({ name: name.trim(), quantity_milli: quantity ?? 0, barcode: text(barcode) })),
      weight_g: this.weight, tracking: this.tracking, custom: this.custom.said,
    };
  }

  /** Sends it; gives the product when it was taken. */
  async submit(): Promise<Product | undefined> {
    if (this.lacks(this.custom.missing)) return undefined;
    const saved = this.#saved;
    const request_id = this.requestId;
    const written = await this.send(() => saved
      ? call('products.amend', { ...this.#input(), id: saved.id, request_id,
        expected_version: saved.version })
      : call('products.create', { ...this.#input(), request_id }));
    return written?.output;
  }
}
