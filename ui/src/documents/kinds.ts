// Which documents an order has, in the order of its life.
import type { DocumentKind, Order } from '../api';
import { isDraft } from '../kit/states';

const agreed: readonly DocumentKind[] =
  ['confirmation', 'invoice', 'packing_slip', 'pick_list', 'label'];

/** A draft is quoted; what was agreed is confirmed, invoiced and sent; a return is confirmed. */
export function kindsOf(order: Pick<Order, 'state' | 'kind'>): readonly DocumentKind[] {
  if (isDraft(order.state)) return ['quote'];
  return order.kind === 'sale' ? agreed : ['confirmation'];
}
