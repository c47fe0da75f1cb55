// A purchase being written: whom it goes to, its lines and what it costs beside them.
import {
  call, type ChargeSpread, type Product, type ProductRow, type Purchase, type SupplyRow,
} from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { meantMilli } from '../kit/form/find';

/** A line being written. */
export interface LineDraft {
  product: string;
  sku: string;
  title: string;
  code: string | null;
  pack: number | null;
  quantity: number | null;
  cost: number | null;
  expected: string | null;
}

/** A cost being written. */
export interface ChargeDraft {
  name: string;
  amount: number | null;
  spread: ChargeSpread;
}

const ONE_MILLI = 1_000;

/** The costs as they are sent; rows without words or amount are none. */
export const chargesOf = (charges: readonly ChargeDraft[]) =>
  charges.filter(({ name, amount }) => name.trim() !== '' || amount !== null)
    .map(({ name, amount, spread }) => ({ name, amount_minor: amount ?? 0, spread }));

/** Costs as they are written. */
export const chargeDrafts = (charges: Purchase['charges']): ChargeDraft[] =>
  charges.map(({ name, amount_minor: amount, spread }) => ({ name, amount, spread }));

export class PurchaseDraft extends Draft {
  supplier = $state('');
  supplierName = $state('');
  location = $state('');
  expected = $state<string | null>(null);
  note = $state('');
  lines = $state<LineDraft[]>([]);
  charges = $state<ChargeDraft[]>([]);
  #saved: Purchase | undefined;

  constructor() {
    super();
    this.settle();
  }

  /** Takes over a draft to change it. */
  load(purchase: Purchase): void {
    this.#saved = purchase;
    Object.assign(this, {
      supplier: purchase.supplier, supplierName: purchase.supplier_name,
      location: purchase.location, expected: purchase.expected, note: purchase.note ?? '',
      charges: chargeDrafts(purchase.charges),
      lines: purchase.lines.map((line) => ({
        product: line.product, sku: line.sku, title: line.title, code: line.code,
        pack: line.pack_milli, quantity: line.quantity_milli, cost: line.unit_cost_micro,
        expected: line.own_day,
      })),
    });
    this.settle();
  }

  /** Begins a purchase at a supplier. */
  begin(id: string, name: string): void {
    this.supplier = id;
    this.supplierName = name;
  }

  /** Puts a product on it with what the supplier says of it: one pack, or one. */
  async add(row: ProductRow): Promise<number> {
    const known = this.lines.findIndex((line) => line.product === row.id);
    if (known >= 0) return known;
    const product: Product = await call('products.get', { id: row.id });
    const said = this.#said(product);
    this.lines.push({
      product: row.id, sku: row.sku, title: row.title, code: said?.code ?? null,
      pack: said?.pack_milli ?? null,
      quantity: Math.max(said?.pack_milli ?? ONE_MILLI, meantMilli(row)),
      cost: said?.unit_cost_micro ?? row.cost_micro, expected: null,
    });
    return this.lines.length - 1;
  }

  #said(product: Product): SupplyRow | undefined {
    return product.supplies.find(({ supplier }) => supplier === this.supplier);
  }

  protected fields(): unknown {
    return this.#input();
  }

  #input() {
    return {
      supplier: this.supplier, location: this.location.trim() || null, expected: this.expected,
      note: this.note.trim() || null, charges: chargesOf(this.charges),
      lines: this.lines.map(({ product, quantity, cost, expected }) => ({
        product, quantity_milli: quantity ?? 0, unit_cost_micro: cost, expected,
      })),
    };
  }

  /** Sends it; gives the purchase when it was taken. */
  async submit(): Promise<Purchase | undefined> {
    const saved = this.#saved;
    const request_id = this.requestId;
    const written = await this.send(() => saved
      ? call('purchases.amend', { ...this.#input(), id: saved.id, request_id,
        expected_version: saved.version })
      : call('purchases.draft', { ...this.#input(), request_id }));
    return written?.output;
  }
}
