// What can be done about each kind of exception: the ways out, the usual one first.
import { book, call, newRequestId, toCallError, type Exception } from '../api';
import { place } from '../kit/place.svelte';
import { sentenceOf } from '../kit/sentence';
import { toasts } from '../kit/toasts.svelte';
import { t } from '../text';

/** One way out: its word, and where it leads. */
export interface Way {
  word: string;
  go: () => void;
}

/** What an order's page is asked to do, by kind of exception. */
const acts: Record<string, readonly string[]> = {
  shipped_after_cancel: ['reopen', 'receive_return'],
  paid_after_cancel: ['refund', 'reopen'],
  shipped_too_much: ['change', 'receive_return'],
  edited_apart: ['change'],
  on_hold: ['release'],
};

const folders: Record<string, string> = {
  order: 'orders', customer: 'customers', gift_card: 'gift_cards',
};

/** The page of the record itself. */
export const openRecord = ({ kind, id }: Exception): void =>
  place.go([folders[kind] ?? 'products', id]);

function wayOfOrder(word: string, id: string): Way {
  if (word === 'change') return { word, go: () => place.go(['orders', id, 'change']) };
  return { word, go: () => place.go(['orders', id], new URLSearchParams({ act: word })) };
}

/** Says that what two devices set apart is right as it is. */
async function settle({ kind, id, version: expected_version, title }: Exception) {
  const change = { id, expected_version, request_id: newRequestId() };
  try {
    await (kind === 'customer' ? call('customers.settle', change)
      : call('products.settle', change));
    toasts.say(t.inbox.settled(title));
  } catch (cause) {
    toasts.complain(sentenceOf(toCallError(cause)));
  }
}

/** The ways out of an exception. */
export function waysOf(one: Exception): Way[] {
  const { code, id } = one;
  const waiting = new URLSearchParams({ product: id, open: 'backordered' });
  if (code === 'oversold') {
    // What is short may lie at another place.
    const short = new URLSearchParams({ product: id, quantity: one.detail ?? '' });
    const elsewhere = (book.info?.locations.length ?? 0) > 1
      ? [{ word: 'transfer', go: () => place.go(['transfers', 'new'], short) }] : [];
    return [{ word: 'waiting', go: () => place.go(['orders'], waiting) }, ...elsewhere,
      { word: 'product', go: () => openRecord(one) }];
  }
  if (code === 'below_zero') return [{ word: 'product', go: () => openRecord(one) }];
  if (code === 'credit_overdrawn') {
    const act = new URLSearchParams({ act: 'credit' });
    return [{ word: 'give_credit', go: () => place.go(['customers', id], act) }];
  }
  if (code === 'points_overdrawn') {
    const act = new URLSearchParams({ act: 'points' });
    return [{ word: 'give_points', go: () => place.go(['customers', id], act) }];
  }
  if (code === 'loyalty_card_claimed_twice') {
    return [{ word: 'other_card', go: () => place.go(['customers', id, 'edit']) }];
  }
  if (code === 'gift_card_overdrawn') {
    const act = new URLSearchParams({ act: 'adjust' });
    return [{ word: 'adjust_card', go: () => place.go(['gift_cards', id], act) }];
  }
  if (code === 'fields_apart') {
    const edit = [folders[one.kind] ?? 'products', id, 'edit'];
    return [{ word: 'settle', go: () => void settle(one) },
      { word: 'edit_record', go: () => place.go(edit) }];
  }
  if (one.kind === 'product') {
    return [{ word: 'edit', go: () => place.go(['products', id, 'edit']) }];
  }
  return (acts[code] ?? []).map((word) => wayOfOrder(word, id));
}
