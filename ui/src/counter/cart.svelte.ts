// The cart being rung up: rows in the order in which they came, a customer, a discount. It holds
// what was asked for and never what it comes to: amounts are the engine's.
import {
  newRequestId, type Code, type InputOf, type LotInput, type Order, type OrderInput,
  type ProductOfCode, type ProductRow, type SalePayment,
} from '../api';
import { plain, wayOf } from './cart_state';
import type { Back, CartPayment, CartRow, CartState } from './cart_state';
import { isPlain, lineInput, ONE_MILLI, rowAgain, termsOf, timesCoded } from './line';
import { countLot, isOfLots, keptLots, rowOfLots } from './of_lot';

export type { Back, BackLine, CartPayment, CartRow, CartState } from './cart_state';

export class Cart {
  rows = $state<CartRow[]>([]);
  customer = $state.raw<CartState['customer']>(null);
  /** The currency of a parked order that is in another than the book's. */
  currency = $state.raw<string | null>(null);
  discount_ppm = $state<number | null>(null);
  /** An amount off the whole cart. */
  discount_minor = $state<number | null>(null);
  /** The coupon codes that were given. */
  coupons = $state.raw<readonly string[]>([]);
  /** How many of the customer's points are redeemed. */
  points = $state<number | null>(null);
  /** The draft in the book that this cart was parked as. */
  parked = $state.raw<CartState['parked']>(null);
  /** The parts of the payment that were taken, when it is paid in several. */
  payments = $state.raw<readonly CartPayment[]>([]);
  /** The sale that goods come back of: what is scanned is taken for them. */
  back = $state<Back | null>(null);
  /** Why goods are taken in without a receipt. */
  taking = $state.raw<string | null>(null);
  /** What is scanned from now on is taken for them. */
  giving = $state(false);
  /** The key of the row that keys work on. */
  selected = $state<number | null>(null);
  /** Made once: selling this cart twice sells it once. */
  requestId = newRequestId();
  /** Made once for the next parking of it. */
  parkId = newRequestId();
  #nextKey = 1;

  /** The rows that are lines of the order. */
  get lines(): CartRow[] {
    return this.rows.filter((row) => row.unknown === null);
  }

  /** The rows whose code means nothing. */
  get unknown(): CartRow[] {
    return this.rows.filter((row) => row.unknown !== null);
  }

  /** The selected row. */
  get row(): CartRow | undefined {
    return this.rows.find((row) => row.key === this.selected);
  }

  get empty(): boolean {
    return this.rows.length === 0 && this.parked === null && this.plainSale;
  }

  /** Nothing comes back. */
  get plainSale(): boolean {
    return this.back === null && this.taking === null;
  }

  /** The currency of its order, or of the sale that goods come back of, when not the book's. */
  get foreign(): string | null {
    return this.back?.currency ?? this.currency;
  }

  /** Something of a sale comes back. */
  get coming(): boolean {
    return !!this.back?.lines.some((line) => line.quantity_milli > 0);
  }

  /** There is something to be settled. */
  get filled(): boolean {
    return this.rows.length > 0 || this.coming;
  }

  /** Adds a product; one more when its last row has no price or discount of its own. A price that
   *  a label says stands on a row of its own. */
  add(product: ProductRow, quantity_milli: number | null, price_micro: number | null = null): void {
    const quantity = quantity_milli ?? ONE_MILLI;
    const same = this.rows.findLast((row) =>
      row.product === product.id && isPlain(row) && !!row.back === this.#coming);
    if (same && price_micro === null) {
      same.quantity_milli += quantity;
      this.selected = same.key;
      return;
    }
    this.#push({
      ...plain, product: product.id, sku: product.sku, title: product.title,
      quantity_milli: quantity, usual_price_micro: product.unit_price_micro,
      unit_price_micro: price_micro, tracking: product.tracking,
    });
  }

  /** Adds goods of a lot, or a piece by its number, that the code names. */
  #addOfLot(product: ProductOfCode, lot: string, quantity_milli: number): void {
    const same = this.rows.find((row) => isOfLots(row, product) && !!row.back === this.#coming);
    if (!same) this.#push(rowOfLots(product));
    else this.selected = same.key;
    if (this.row) countLot(this.row, product, lot, quantity_milli);
  }

  /** Says which lots or pieces the row is. */
  setLots(key: number, lots: LotInput[]): void {
    for (const row of this.rows) if (row.key === key) row.lots = keptLots(row, lots);
  }

  /** Adds what a code says: a pack or a label of a scale brings its own quantity or price. */
  addCoded(found: ProductRow | ProductOfCode, quantity_milli: number | null): void {
    const product = found as ProductOfCode;
    const quantity = timesCoded(product.coded_quantity_milli, quantity_milli);
    if (product.coded_lot) this.#addOfLot(product, product.coded_lot, quantity ?? ONE_MILLI);
    else this.add(found, quantity, product.coded_price_micro ?? null);
  }

  /** Adds a code that means nothing, where everybody sees it. */
  addUnknown(code: string, quantity_milli: number | null, why: Code): void {
    const quantity = quantity_milli ?? ONE_MILLI;
    this.#push({ ...plain, sku: code, title: code, quantity_milli: quantity, unknown: why });
  }

  /** Adds value for a gift card. */
  addCard(title: string, code: string, value_micro: number, expires: string | null): void {
    this.#push({
      ...plain, sku: code, title, quantity_milli: ONE_MILLI, usual_price_micro: value_micro,
      unit_price_micro: value_micro, gift_card: { code, expires },
    });
  }

  #push(row: Omit<CartRow, 'key'>): void {
    const key = this.#nextKey++;
    // What comes back stands before what is taken for it, as on the receipt.
    const at = this.#coming ? this.rows.findLastIndex((one) => one.back) + 1 : this.rows.length;
    this.rows.splice(at, 0, { ...row, ...(this.#coming && { back: true }), key });
    this.selected = key;
  }

  /** Whether what is scanned now comes back without a receipt. */
  get #coming(): boolean {
    return this.taking !== null && !this.giving;
  }

  /** Takes the selected row away; the one below it is selected then, else the one above. */
  remove(): void {
    const at = this.rows.findIndex((row) => row.key === this.selected);
    if (at < 0) return;
    this.rows.splice(at, 1);
    this.selected = (this.rows[at] ?? this.rows[at - 1])?.key ?? null;
  }

  /** Selects the row so many below the selected one; stops at the ends. */
  move(step: number): void {
    const last = this.rows.length - 1;
    if (last < 0) return;
    const at = this.rows.findIndex((row) => row.key === this.selected);
    const to = at < 0 ? last : Math.max(0, Math.min(last, at + step));
    this.selected = this.rows[to]?.key ?? null;
  }

  /** One more or one less of the selected row; never less than something. */
  count(step: number): void {
    const { row } = this;
    const next = (row?.quantity_milli ?? 0) + step * ONE_MILLI;
    if (row && !row.gift_card && next > 0) row.quantity_milli = next;
  }

  /** Another customer, or none: points that were redeemed were the other's. */
  setCustomer(customer: CartState['customer']): void {
    if (customer?.id !== this.customer?.id) this.points = null;
    this.customer = customer;
  }

  /** The order as verbs take it. Unknown rows are no part of it. */
  input(): OrderInput {
    return {
      customer: this.customer?.id ?? null,
      channel: 'counter',
      ...(this.currency ? { currency: this.currency } : {}),
      discount_ppm: this.discount_ppm,
      ...(this.discount_minor ? { discount_minor: this.discount_minor } : {}),
      ...(this.coupons.length > 0 ? { coupons: [...this.coupons] } : {}),
      ...(this.points ? { points: this.points } : {}),
      lines: this.lines.map(lineInput),
    };
  }

  /** What pays it: the parts taken, and by this way, if any, the rest or what is handed over. */
  tender(method: string | null, tendered_minor: number | null): SalePayment[] {
    return method ? [...this.payments, { ...wayOf(method), tendered_minor }] : [...this.payments];
  }

  /** The sale of it, as the verb takes it. */
  sale(method: string | null, tendered_minor: number | null): InputOf<'orders.sell'> {
    const draft = this.parked
      ? { id: this.parked.id, expected_version: this.parked.version } : {};
    const payments = this.tender(method, tendered_minor);
    return { ...this.input(), ...draft, payments, request_id: this.requestId };
  }

  /** Takes a part of the payment. */
  pay(method: string, tendered_minor: number, gift_card?: string): void {
    const part = { ...wayOf(method), tendered_minor, ...(gift_card && { gift_card }) };
    this.payments = [...this.payments, part];
  }

  /** Takes a part of the payment away again; the last one when none is named. */
  unpay(at = this.payments.length - 1): void {
    this.payments = this.payments.filter((_, index) => index !== at);
  }

  /** Takes up a parked draft as it was left. */
  load(order: Order): void {
    Object.assign(this, termsOf(order));
    for (const line of order.lines) this.#push(rowAgain(line));
  }

  /** The cart in plain values. */
  state(): CartState {
    const { requestId, parkId, rows, customer, discount_ppm, discount_minor, parked } = this;
    const [payments, coupons] = [[...this.payments], [...this.coupons]];
    return {
      requestId, parkId, rows: $state.snapshot(rows), customer, discount_ppm, discount_minor,
      currency: this.currency, coupons, points: this.points, parked, payments,
      back: $state.snapshot(this.back), taking: this.taking, giving: this.giving,
    };
  }

  /** A cart that was kept, as it was. */
  static of(state: CartState): Cart {
    const cart = new Cart();
    // A cart that was kept by an earlier version has none of these.
    const later = { payments: [], coupons: [], discount_minor: null, back: null, taking: null,
      currency: null };
    const earlier = state.taking && (state as Partial<CartState>).giving === undefined;
    const rows = state.rows.map((row) => ({ ...plain, ...(earlier && { back: true }), ...row }));
    Object.assign(cart, { ...later, ...state, rows });
    cart.#nextKey = 1 + Math.max(0, ...rows.map((row) => row.key));
    cart.selected = rows.at(-1)?.key ?? null;
    return cart;
  }
}
