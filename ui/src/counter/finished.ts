// The sale that was made last, as it stays in sight until the next one begins.
import type { Order, OrderNotes, SlipAsked } from '../api';
import { isSameGoods } from '../kit/bundles';
import { lastReturn } from './acts';
import type { Cart } from './cart.svelte';

/** A sale that was made, until the next one begins. */
export interface Finished {
  id: string;
  /** The sale's own, or that of the credit note. */
  number: string;
  kind: 'sale' | 'return' | 'exchange';
  /** The return whose credit note it is, of goods that came back with their receipt. */
  credit?: string;
  /** The currency of its order, where that is another than the book's. */
  currency?: string | null;
  total_minor: number;
  change_minor: number;
  payments: { method: string; received_minor: number; tendered_minor: number | null;
    left_minor?: number | null; notes?: OrderNotes | null; is_book_money?: boolean }[];
  /** The points that it earned its customer. */
  earned?: number;
  lines: { sku: string; title: string; quantity_milli: number; unit_price_micro: number | null;
    total_minor: number }[];
}

/** What stays of a sale for the clerk to read. */
export function finishedOf(order: Order, cart: Cart): Finished {
  return {
    id: order.id, total_minor: order.total_minor, ...whatOf(order, cart),
    currency: order.exchange ? order.currency : null,
    change_minor: order.change_minor,
    earned: (order.customer && order.points?.earned) || 0,
    payments: order.payments.map((part) => {
      const { method, received_minor, tendered_minor, left_minor, notes, is_book_money } = part;
      return { method, received_minor, tendered_minor, left_minor, notes, is_book_money };
    }),
    lines: [...goodsBack(order, cart), ...order.lines].map(
      ({ sku, title, quantity_milli, unit_price_micro, total_minor }) =>
        ({ sku, title, quantity_milli, unit_price_micro, total_minor })),
  };
}

function whatOf(order: Order, cart: Cart): Pick<Finished, 'kind' | 'number' | 'credit'> {
  const own = cart.coming ? lastReturn(order) : undefined;
  if (!own) return { kind: withoutReceipt(cart), number: order.number };
  const kind = order.lines.length > 0 ? 'exchange' : 'return';
  return { kind, number: own.number, credit: own.received };
}

function withoutReceipt(cart: Cart): Finished['kind'] {
  const coming = cart.lines.filter((row) => row.back).length;
  if (coming === 0) return 'sale';
  return coming === cart.lines.length ? 'return' : 'exchange';
}

/** What came back with its receipt, below zero, as the credit note says. */
function goodsBack(order: Order, cart: Cart): Finished['lines'] {
  const credits = lastReturn(order)?.lines ?? [];
  const coming = cart.back?.lines.filter((line) => line.quantity_milli > 0) ?? [];
  return coming.map((one) => ({
    sku: one.sku, title: one.title, unit_price_micro: one.unit_price_micro,
    quantity_milli: -one.quantity_milli,
    total_minor: -(credits.find((part) => isSameGoods(part, one))?.total_minor ?? 0),
  }));
}

/** What is printed about it. */
export const slipOf = ({ id, credit }: Finished): SlipAsked =>
  (credit ? { order: id, credit } : { order: id });

/** True when some of it was paid in cash: the drawer opens. */
export const inCash = ({ payments }: Finished): boolean =>
  payments.some((payment) => payment.method === 'cash');
