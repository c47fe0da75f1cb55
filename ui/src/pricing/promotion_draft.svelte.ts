// A promotion being written, new or changed.
import {
  call, type ProductRow, type Promotion, type PromotionEffect, type PromotionInput,
  type PromotionProduct,
} from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { split } from './terms';

/** The figures that an effect needs. */
export const figuresOf: Record<PromotionEffect, readonly ('rate' | 'amount' | 'units')[]> = {
  line_percent: ['rate'], order_percent: ['rate'], line_fixed: ['amount'],
  order_fixed: ['amount'], buy_get: ['units', 'rate'], free_shipping: [],
};

const ONE_MILLI = 1000;

export class PromotionDraft extends Draft {
  name = $state('');
  effect = $state<PromotionEffect>('line_percent');
  rate = $state<number | null>(null);
  amount = $state<number | null>(null);
  /** Units as quantities: whole ones. */
  buy = $state<number | null>(2 * ONE_MILLI);
  get = $state<number | null>(ONE_MILLI);
  products = $state.raw<readonly PromotionProduct[]>([]);
  categories = $state('');
  tags = $state('');
  channels = $state('');
  minimum = $state<number | null>(null);
  from = $state<string | null>(null);
  to = $state<string | null>(null);
  coupon = $state('');
  limit = $state<number | null>(null);
  stacks = $state(false);
  archived = $state(false);
  saved = $state.raw<Promotion | undefined>(undefined);

  constructor() {
    super();
    this.settle();
  }

  /** Takes over a promotion to change it. */
  load(one: Promotion): void {
    const quantity = (units: number | null) => (units === null ? null : units * ONE_MILLI);
    this.saved = one;
    Object.assign(this, {
      name: one.name, effect: one.effect, rate: one.rate_ppm, amount: one.amount_minor,
      buy: quantity(one.buy_units), get: quantity(one.get_units), products: one.products,
      categories: one.categories.join(', '), tags: one.tags.join(', '),
      channels: one.channels.join(', '), minimum: one.minimum_minor, from: one.from, to: one.to,
      coupon: one.coupon ?? '', limit: quantity(one.use_limit), stacks: one.stacks,
      archived: one.archived,
    });
    this.settle();
  }

  addProduct(product: ProductRow): void {
    const { id, sku, title } = product;
    if (!this.products.some((one) => one.id === id)) {
      this.products = [...this.products, { id, sku, title }];
    }
  }

  removeProduct(id: string): void {
    this.products = this.products.filter((one) => one.id !== id);
  }

  protected fields(): unknown {
    return this.#input();
  }

  #input(): PromotionInput {
    const needs = figuresOf[this.effect];
    const units = (milli: number | null) =>
      (milli === null || !needs.includes('units') ? null : Math.trunc(milli / ONE_MILLI));
    return {
      name: this.name.trim(), effect: this.effect,
      rate_ppm: needs.includes('rate') ? this.rate : null,
      amount_minor: needs.includes('amount') ? this.amount : null,
      buy_units: units(this.buy), get_units: units(this.get),
      products: this.products.map((one) => one.id), categories: split(this.categories),
      tags: split(this.tags), channels: split(this.channels), minimum_minor: this.minimum,
      from: this.from, to: this.to, coupon: this.coupon.trim() || null,
      use_limit: this.limit === null ? null : Math.trunc(this.limit / ONE_MILLI),
      stacks: this.stacks, archived: this.archived,
    };
  }

  /** Sends it; gives the promotion when it was taken. */
  async submit(): Promise<Promotion | undefined> {
    const { saved } = this;
    const request_id = this.requestId;
    const written = await this.send(() => saved
      ? call('promotions.amend', { ...this.#input(), id: saved.id, request_id,
        expected_version: saved.version })
      : call('promotions.create', { ...this.#input(), request_id }));
    return written?.output;
  }
}
