// What a supplier says of a product, being written: from the product's page or the supplier's.
import { call, type Product, type SupplyRow } from '../../api';
import { Draft } from '../form/draft.svelte';

/** What a supplier says, of whatever product. */
export type SupplyTerms = Omit<SupplyRow, 'supplier' | 'supplier_name'>;

/** Whose words they are, about what, and what was said before. */
export interface SupplyOf {
  product: string;
  version: number;
  supplier: string;
  terms?: SupplyTerms;
}

export class SupplyDraft extends Draft {
  supplier = $state('');
  supplierName = $state('');
  code = $state('');
  packBarcode = $state('');
  pack = $state<number | null>(null);
  minimum = $state<number | null>(null);
  cost = $state<number | null>(null);
  leadTime = $state<number | null>(null);
  preferred = $state(false);
  product: { id: string; version: number } | undefined;

  constructor(of: Partial<SupplyOf>) {
    super();
    this.supplier = of.supplier ?? '';
    if (of.product) this.product = { id: of.product, version: of.version ?? 0 };
    const said = of.terms;
    if (said) {
      Object.assign(this, {
        code: said.code ?? '', packBarcode: said.pack_barcode ?? '', pack: said.pack_milli,
        minimum: said.minimum_milli, cost: said.unit_cost_micro, leadTime: said.lead_time_days,
        preferred: said.preferred,
      });
    }
    this.settle();
  }

  protected fields(): unknown {
    return [this.supplier, this.code, this.packBarcode, this.pack, this.minimum, this.cost,
      this.leadTime, this.preferred];
  }

  /** Sends it; gives the product when it was taken. */
  async submit(): Promise<Product | undefined> {
    const { product, requestId: request_id } = this;
    if (!product) return undefined;
    const text = (value: string) => value.trim() || null;
    const written = await this.send(() => call('products.supply', {
      id: product.id, expected_version: product.version, request_id, supplier: this.supplier,
      code: text(this.code), pack_barcode: text(this.packBarcode), pack_milli: this.pack,
      minimum_milli: this.minimum, unit_cost_micro: this.cost, lead_time_days: this.leadTime,
      preferred: this.preferred,
    }));
    return written?.output;
  }
}
