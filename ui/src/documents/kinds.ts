// Which documents an order has, in the order of its life.
import type { DocumentKind, Order, OrderDocument } from '../api';
import { isDraft } from '../kit/states';

const agreed: readonly DocumentKind[] =
  ['confirmation', 'invoice', 'packing_slip', 'pick_list', 'label'];

/** The documents that are issued: numbered, and never changed. */
export type Issuable = 'invoice' | 'credit_note';

/** A draft is quoted; what was agreed is confirmed, invoiced and sent; a return is confirmed. */
export function kindsOf(
  order: Pick<Order, 'state' | 'kind' | 'returns' | 'payments'>,
): readonly DocumentKind[] {
  if (isDraft(order.state)) return ['quote'];
  if (order.kind !== 'sale') return ['confirmation'];
  const receipt: DocumentKind[] = order.payments.length > 0 ? ['receipt'] : [];
  const credit: DocumentKind[] = order.returns.length > 0 ? ['credit_note'] : [];
  return [...agreed, ...receipt, ...credit];
}

/** Whether a kind is issued. */
export const isIssuable = (kind: DocumentKind | undefined): kind is Issuable =>
  kind === 'invoice' || kind === 'credit_note';

/** The document of a kind that was issued; a credit note is that of one return. */
export function issuedOf(
  documents: readonly OrderDocument[], kind: DocumentKind | undefined, received?: string,
): OrderDocument | undefined {
  return documents.find((one) => one.kind === kind
    && (kind !== 'credit_note' || received === undefined || one.received === received));
}
