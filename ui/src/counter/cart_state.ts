// What a cart is made of, in plain values, to be kept and taken up again.
import type { Code, LotInput, LotRow, Tracking } from '../api';
import type { LotEntry } from '../kit/lots/lots';

/** A row of the cart. `unknown` rows are codes that mean nothing: they must be dismissed. */
export interface CartRow {
  key: number;
  sku: string;
  title: string;
  quantity_milli: number;
  product: string | null;
  tax: string | null;
  /** The product's own price, to show until the engine has answered. */
  usual_price_micro: number;
  /** The price when it was changed at the counter. */
  unit_price_micro: number | null;
  discount_ppm: number | null;
  discount_minor: number | null;
  /** Of goods that are taken in without a receipt: they are thrown away. */
  scrapped: boolean;
  /** Goods that come back without a receipt. */
  back?: boolean;
  /** Why the code of this row means no product. */
  unknown: Code | null;
  /** What tells its goods apart. */
  tracking?: Tracking;
  /** The lots or serial numbers of it, when somebody named or scanned them. */
  lots?: LotInput[];
  /** The gift card that the row puts value on. */
  gift_card?: { code: string; expires: string | null };
}

/** A part of the payment that was taken already. */
export interface CartPayment {
  method: string;
  /** What was handed over, in the currency of the notes where that is another than the book's. */
  tendered_minor: number;
  currency?: string;
  /** The code of the gift card that pays. */
  gift_card?: string;
}

/** A way of paying as the counter names it: a method, and after a colon the currency of notes. */
export function wayOf(way: string): { method: string; currency?: string } {
  const [method = way, currency] = way.split(':');
  return { method, ...(currency && { currency }) };
}

/** A line of a sale of which something comes back. */
export interface BackLine {
  line: number;
  /** The component of the line's bundle that comes back by itself. */
  component?: string;
  /** How much of it one of the line takes. */
  each_milli?: number;
  product: string | null;
  sku: string;
  title: string;
  /** Its price; a component was sold without one of its own. */
  unit_price_micro: number | null;
  /** What can still come back. */
  most_milli: number;
  quantity_milli: number;
  scrapped: boolean;
  /** What tells its goods apart, the lots that went out of it, and those that come back. */
  tracking?: Tracking;
  sent?: LotRow[];
  lots?: readonly LotEntry[];
}

/** The sale that goods come back of. */
export interface Back {
  id: string;
  version: number;
  number: string;
  /** Its currency, where that is another than the book's. */
  currency?: string | null;
  /** How it was paid, the latest way first. */
  methods: string[];
  /** The code of the gift card that paid, or part of it. */
  card?: string | null;
  lines: BackLine[];
}

/** A cart in plain values. */
export interface CartState {
  requestId: string;
  parkId: string;
  rows: CartRow[];
  customer: { id: string; name: string } | null;
  /** The currency of the order, where it is another than the book's: it was parked so. */
  currency: string | null;
  discount_ppm: number | null;
  discount_minor: number | null;
  coupons: string[];
  /** How many of the customer's points are redeemed. */
  points: number | null;
  parked: { id: string; version: number } | null;
  payments: CartPayment[];
  back: Back | null;
  /** Why goods are taken in without a receipt. */
  taking: string | null;
  /** What is scanned from now on is taken for them. */
  giving: boolean;
}

/** What a row has beside its name when nothing was changed by hand. */
export const plain = {
  product: null, tax: null, usual_price_micro: 0, unit_price_micro: null,
  discount_ppm: null, discount_minor: null, scrapped: false, unknown: null,
};
