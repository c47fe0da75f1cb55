// Goods that are taken out of a cart: where people sign in, whoever may not do it is asked for an
// approval, and it is written down. Elsewhere nothing is asked.
import { call, staff } from '../api';
import { sentenceOf } from '../kit/sentence';
import type { Cart } from './cart.svelte';
import type { Till } from './till.svelte';

/** Takes the selected row out, or some of it. */
export async function takeOut(till: Till, change: (cart: Cart) => void): Promise<void> {
  const { cart } = till;
  const { row } = cart;
  if (!row || row.unknown !== null || !staff.session?.guarded) return till.edit(change);
  // What it comes to is known once everything that was scanned is.
  await till.settled();
  const line = till.order?.lines[cart.lines.findIndex((one) => one.key === row.key)];
  try {
    await call('orders.void_line', { total_minor: line?.total_minor ?? 0 });
  } catch (cause) {
    till.failure = sentenceOf(cause);
    return;
  }
  // Somebody may have gone on meanwhile: it is about this row of this cart alone.
  if (till.cart !== cart || !cart.rows.some((one) => one.key === row.key)) return;
  till.edit((now) => {
    now.selected = row.key;
    change(now);
  });
}
