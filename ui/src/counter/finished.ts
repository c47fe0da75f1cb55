// The sale that was made last, as it stays in sight until the next one begins.
import type { Order } from '../api';

/** A sale that was made, until the next one begins. */
export interface Finished {
  id: string;
  number: string;
  total_minor: number;
  change_minor: number;
  payments: { method: string; received_minor: number; tendered_minor: number | null;
    left_minor?: number | null }[];
  lines: { sku: string; title: string; quantity_milli: number; unit_price_micro: number;
    total_minor: number }[];
}

/** What stays of a sale for the clerk to read. */
export function finishedOf(order: Order): Finished {
  return {
    id: order.id, number: order.number, total_minor: order.total_minor,
    change_minor: order.change_minor,
    payments: order.payments.map(({ method, received_minor, tendered_minor, left_minor }) =>
      ({ method, received_minor, tendered_minor, left_minor })),
    lines: order.lines.map(({ sku, title, quantity_milli, unit_price_micro, total_minor }) =>
      ({ sku, title, quantity_milli, unit_price_micro, total_minor })),
  };
}

/** True when some of it was paid in cash: the drawer opens. */
export const inCash = ({ payments }: Finished): boolean =>
  payments.some((payment) => payment.method === 'cash');
