// What can be done to an order in one step, without asking anything.
import { call, newRequestId, toCallError, type Order } from '../api';
import { sentenceOf } from '../kit/sentence';
import { toasts } from '../kit/toasts.svelte';
import { t } from '../text';

/** Places a draft as it stands. */
export async function placeDraft(order: Order): Promise<void> {
  const request = { id: order.id, expected_version: order.version, request_id: newRequestId() };
  try {
    const { output } = await call('orders.place', request);
    toasts.say(t.orderDialogs.placeDone(output.number));
  } catch (cause) {
    toasts.complain(sentenceOf(toCallError(cause)));
  }
}
