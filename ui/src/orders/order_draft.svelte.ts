// An order being written: its customer, its lines, and what it would come to. Totals and stock come
// from a dry run of the verb that will be sent; nothing is added up here.
import {
  book, call, newRequestId, toCallError, type CustomerRow, type Order, type OrderInput,
  type ProductRow,
} from '../api';
import { countryCode } from '../kit/fields/country';
import { Draft } from '../kit/form/draft.svelte';
import { meantMilli } from '../kit/form/find';
import { customerName } from '../kit/names';
import { t } from '../text';
import { identityOf, type DraftLine } from './draft_line';

const ONE_MILLI = 1000;

export class OrderDraft extends Draft {
  customer = $state.raw<{ id: string; name: string } | null>(null);
  channel = $state('phone');
  country = $state('');
  /** The currency; the book's own when empty. */
  currency = $state('');
  note = $state('');
  reference = $state('');
  shipTo = $state('');
  salesPerson = $state('');
  promised = $state<string | null>(null);
  discount = $state<number | null>(null);
  amountOff = $state<number | null>(null);
  coupons = $state('');
  /** Points of the customer that are redeemed, in thousandths: as quantities are typed. */
  points = $state<number | null>(null);
  shipping = $state<number | null>(null);
  shippingTax = $state('');
  lines = $state<DraftLine[]>([]);
  /** What the order would be if it were saved now. */
  preview = $state.raw<Order | undefined>(undefined);
  computing = $state(false);
  /** The saved draft that this changes, if any. */
  saved = $state.raw<Order | undefined>(undefined);
  #nextKey = 1;
  #asked = 0;

  constructor() {
    super();
    const channels = book.open.channels;
    this.channel = channels.find((one) => one === 'phone') ?? channels[0] ?? 'phone';
    this.shippingTax = book.open.taxes[0]?.code ?? '';
    this.settle();
  }

  /** Takes over a saved draft to change it. */
  load(order: Order): void {
    this.saved = order;
    this.preview = order;
    const name = customerName(order.customer_summary?.name ?? order.customer_name ?? '');
    this.customer = order.customer ? { id: order.customer, name } : null;
    this.channel = order.channel;
    this.country = order.country ?? '';
    this.currency = order.exchange ? order.currency : '';
    this.note = order.note ?? '';
    this.reference = order.reference ?? '';
    this.shipTo = order.ship_to ?? '';
    this.salesPerson = order.sales_person ?? '';
    this.promised = order.promised;
    this.discount = order.discount_ppm || null;
    this.amountOff = order.discount_fixed_minor || null;
    this.coupons = order.promotions.flatMap((one) => one.coupon ?? []).join(', ');
    this.points = (order.points?.redeemed ?? 0) * ONE_MILLI || null;
    this.shipping = order.shipping_minor;
    const shipping = order.lines.find((line) => line.shipping);
    if (shipping) this.shippingTax = shipping.tax ?? '';
    const goods = order.lines.filter((line) => !line.shipping && line.wanted_milli !== 0);
    this.lines = goods.map((line) => ({
      key: this.#nextKey++, line: line.line, product: line.product, sku: line.sku,
      title: line.title, service: line.service, tax: line.tax, quantity: line.wanted_milli,
      price: line.own_price || !line.product ? line.unit_price_micro : null,
      discount: line.discount_ppm || null,
      ...(line.gift_card
        && { card: { code: line.gift_card, expires: line.gift_card_expires } }),
    }));
    this.settle();
  }

  choose(customer: CustomerRow | null): void {
    this.customer = customer && { id: customer.id, name: customer.name };
    if (customer?.country) this.country = customer.country;
  }

  /** Adds a product, or a pack of it; one that is already there without a discount gets more. */
  add(product: ProductRow): number {
    const same = this.lines.find((line) => line.product === product.id && line.discount === null);
    if (same) {
      same.quantity = (same.quantity ?? 0) + meantMilli(product);
      return same.key;
    }
    return this.#push({
      product: product.id, sku: product.sku, title: product.title, service: product.service,
      tax: product.tax, price: null, quantity: meantMilli(product),
    });
  }

  /** Adds a line for work, postage or a fee. */
  addService(): number {
    return this.#push({
      product: null, sku: '', title: '', service: true, price: null,
      tax: book.open.taxes[0]?.code ?? null,
    });
  }

  /** Adds value for a gift card, under a code that nobody can guess. */
  async addCard(): Promise<number> {
    const { code } = await call('gift_cards.propose', {});
    return this.#push({
      product: null, sku: '', title: t.giftCards.one, service: false, price: null, tax: null,
      card: { code, expires: null },
    });
  }

  #push(line: Omit<DraftLine, 'key' | 'line' | 'quantity' | 'discount'>
    & { quantity?: number }): number {
    const key = this.#nextKey++;
    this.lines.push({ quantity: ONE_MILLI, ...line, key, line: null, discount: null });
    return key;
  }

  remove(key: number): void {
    this.lines = this.lines.filter((line) => line.key !== key);
  }

  protected fields(): unknown {
    return this.input();
  }

  /** What the dry run says of a line; lines keep their order. */
  computed(index: number): Order['lines'][number] | undefined {
    return this.preview?.lines[index];
  }

  /** Whether there is less of a line's product than is asked for. */
  isShort(index: number): boolean {
    const available = this.computed(index)?.available_milli ?? null;
    return available !== null && available < (this.lines[index]?.quantity ?? 0);
  }

  /** The order as verbs take it. */
  input(): OrderInput {
    const text = (value: string) => value.trim() || undefined;
    return {
      customer: this.customer?.id ?? null,
      channel: this.channel,
      country: text(countryCode(this.country)),
      currency: this.currency || undefined,
      note: text(this.note),
      reference: text(this.reference),
      ship_to: text(this.shipTo),
      sales_person: text(this.salesPerson),
      promised: this.promised ?? undefined,
      discount_ppm: this.discount ?? undefined,
      discount_minor: this.amountOff ?? undefined,
      coupons: this.#codes(),
      points: this.points && this.customer ? Math.trunc(this.points / ONE_MILLI) : undefined,
      shipping: this.shipping === null ? undefined
        : { charge_minor: this.shipping, tax: this.shippingTax, title: t.deals.shippingTitle },
      lines: this.lines.map((line) => ({
        ...identityOf(line),
        quantity_milli: line.quantity ?? 0,
        unit_price_micro: line.price ?? (line.product ? undefined : 0),
        discount_ppm: line.discount ?? undefined,
      })),
    } as OrderInput;
  }

  /** The coupon codes as they are typed: with commas or blanks between them. */
  #codes(): string[] | undefined {
    const codes = this.coupons.split(/[\s,;]+/).filter(Boolean);
    return codes.length > 0 ? codes : undefined;
  }

  /** A refused coupon stands at the box for all of them, with its code. */
  override errorAt(path: string): string | undefined {
    if (path !== 'coupons') return super.errorAt(path);
    const at = Object.keys(this.errors).find((one) => one.startsWith('coupons'));
    const code = this.#codes()?.[Number(at?.split('.')[1])];
    return at && [code, this.errors[at]].filter(Boolean).join(': ');
  }

  /** Asks what the order would come to; an answer to an older state is dropped. */
  async compute(): Promise<void> {
    const number = ++this.#asked;
    if (this.hasUnread) return;
    this.computing = true;
    try {
      const { output } = await this.write(newRequestId(), true);
      if (number !== this.#asked) return;
      this.preview = output;
      this.forget();
    } catch (cause) {
      if (number !== this.#asked) return;
      this.forget();
      this.refuse(toCallError(cause));
    } finally {
      if (number === this.#asked) this.computing = false;
    }
  }

  protected write(request_id: string, dry_run: boolean): Promise<{ output: Order }> {
    const { saved } = this;
    const input = this.input();
    if (!saved) return call('orders.draft', { ...input, request_id, dry_run });
    const change = { id: saved.id, expected_version: saved.version };
    return call('orders.amend', { ...input, ...change, request_id, dry_run });
  }

  /** Saves it as a draft. */
  saveDraft(): Promise<Order | undefined> {
    return this.send(async () => (await this.write(this.requestId, false)).output);
  }

  /** Saves and places it. */
  placeNow(): Promise<Order | undefined> {
    return this.send(() => this.#place());
  }

  async #place(): Promise<Order> {
    if (!this.saved) {
      return (await call('orders.place', { ...this.input(), request_id: this.requestId })).output;
    }
    if (this.dirty) this.saved = (await this.write(this.requestId, false)).output;
    const { id, version } = this.saved;
    const change = { id, expected_version: version, request_id: newRequestId() };
    return (await call('orders.place', change)).output;
  }
}

/** Orders being written, by the saved draft's id or "new": leaving the screen loses nothing. */
const open = new Map<string, OrderDraft>();

/** The order being written under this key, begun when there is none. */
export function draftOf(key: string): OrderDraft {
  const draft = open.get(key) ?? new OrderDraft();
  open.set(key, draft);
  return draft;
}

/** Lets go of an order being written. */
export const forget = (key: string): void => void open.delete(key);
