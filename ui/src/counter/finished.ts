// The sale that was made last, as it stays in sight until the next one begins.
import type { Order } from '../api';

/** A sale that was made, until the next one begins. */
export interface Finished {
  id: string;
  number: string;
  method: string;
  total_minor: number;
  tendered_minor: number | null;
  change_minor: number | null;
  lines: { sku: string; title: string; quantity_milli: number; unit_price_micro: number;
    total_minor: number }[];
}

/** What stays of a sale for the clerk to read. */
export function finishedOf(order: Order, tendered_minor: number | null): Finished {
  const change = order.warnings.find((warning) => warning.code === 'change_due');
  return {
    id: order.id, number: order.number, total_minor: order.total_minor, tendered_minor,
    method: order.payments[0]?.method ?? '',
    change_minor: change?.detail ? Number(change.detail) : null,
    lines: order.lines.map(({ sku, title, quantity_milli, unit_price_micro, total_minor }) =>
      ({ sku, title, quantity_milli, unit_price_micro, total_minor })),
  };
}
