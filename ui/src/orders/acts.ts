// What can be done to an order in one step, without asking anything.
import { call, newRequestId, toCallError, type HoldReason, type Order } from '../api';
import { place } from '../kit/place.svelte';
import { sentenceOf } from '../kit/sentence';
import { toasts } from '../kit/toasts.svelte';
import { t } from '../text';

const change = (order: Order) =>
  ({ id: order.id, expected_version: order.version, request_id: newRequestId() });

/** Does something and says so, or why it was refused. */
async function act(run: () => Promise<{ output: Order }>, said: (now: Order) => string) {
  try {
    toasts.say(said((await run()).output));
  } catch (cause) {
    toasts.complain(sentenceOf(toCallError(cause)));
  }
}

/** Places a draft as it stands. */
export const placeDraft = (order: Order): Promise<void> => act(
  () => call('orders.place', change(order)),
  (placed) => t.orderDialogs.placeDone(placed.number),
);

/** Makes a draft with the same lines and goes there. */
export async function duplicate({ id: order }: Order): Promise<void> {
  await act(
    () => call('orders.duplicate', { order, request_id: newRequestId() }),
    (draft) => {
      place.go(['orders', draft.id, 'edit']);
      return t.orderDialogs.duplicateDone;
    },
  );
}

/** A cancelled order is wanted after all. */
export const reopen = (order: Order): Promise<void> => act(
  () => call('orders.reopen', change(order)),
  (now) => t.orderLife.reopened(now.number || t.states.draft),
);

/** Ships what there are goods for; the rest stays on backorder. */
export const shipThere = (order: Order): Promise<void> => act(
  () => call('orders.fulfil', { ...change(order), in_stock: true }),
  (now) => t.orderLife.shippedThere(now.number),
);

/** Sets goods aside for what waits, as far as there are any. */
export const allocate = (order: Order): Promise<void> => act(
  () => call('orders.allocate', change(order)),
  (now) => t.allocation.done(now.number),
);

/** The customer sees no more how far it is. */
export const unpublish = (order: Order): Promise<void> => act(
  () => call('orders.unpublish', change(order)),
  (now) => t.tracking.withdrawn(now.number || (now.quote?.number ?? t.states.draft)),
);

/** Lifts one hold, or all of them. */
export const release = (order: Order, reason?: HoldReason): Promise<void> => act(
  () => call('orders.release', { ...change(order), ...(reason && { reason }) }),
  (now) => (now.held.length === 0 ? t.holds.released(now.number) : t.holds.held(now.number)),
);

/** Marks a shipment as arrived: the one named, or the oldest under way. */
export async function arrive(order: Order, id?: string): Promise<void> {
  const shipment = id ?? order.shipments.find((one) => one.under_way)?.shipment;
  if (shipment === undefined) return;
  await act(
    () => call('orders.deliver', { ...change(order), shipment }),
    (now) => t.shipping.done(now.number),
  );
}
