// What ends a cart: it is sold, parked or voided; and what brings a parked one back. The cart stays
// as it is whenever one of these fails, and each can be tried again without being done twice.
import { book, call, newRequestId, toCallError, type CallError, type Warning } from '../api';
import { sentenceOf } from '../kit/sentence';
import { t } from '../text';
import { complete } from './acts';
import { Cart, type CartRow } from './cart.svelte';
import { finishedOf } from './finished';
import { paper } from './paper.svelte';
import { RING, type Till } from './till.svelte';

const SHORT = /^lines\.(\d+)\.quantity_milli$/;

/** The line that a warning or refusal is about, counted as the engine counts. */
export const lineOf = (field: string | null): number =>
  Number(/^lines\.(\d+)\./.exec(field ?? '')?.[1] ?? NaN);

/** The row that a refusal is about: what comes back without a receipt is counted by itself. */
export function rowOf(cart: Cart, field: string | null): CartRow | undefined {
  const taken = /^taken\.(\d+)\./.exec(field ?? '')?.[1];
  const coming = cart.lines.filter((row) => row.back).length;
  return cart.lines[taken === undefined ? lineOf(field) : coming + Number(taken)];
}

/** The rows that are short, by their place among the lines, with what is missing. */
export function shortLines(warnings: readonly Warning[]): Map<number, number> {
  const short = warnings.filter((one) => one.code === 'stock_short' && SHORT.test(one.field ?? ''));
  return new Map(short.map((one) => [lineOf(one.field), Number(one.detail ?? 0)]));
}

/** Why the cart cannot be sold as it stands, and the row that is to blame. */
export function obstacle(till: Till): { why: string; row: number | undefined } | undefined {
  const { cart, pricing } = till;
  const [unknown] = cart.unknown;
  if (unknown) return { why: t.counter.unknownFirst, row: unknown.key };
  if (pricing.error) {
    const row = cart.lines[lineOf(pricing.error.field)]?.key;
    return { why: sentenceOf(pricing.error), row };
  }
  if (book.open.stock_policy !== 'block') return undefined;
  const [short] = shortLines(till.order?.warnings ?? []).keys();
  return short === undefined ? undefined
    : { why: t.counter.shortFirst, row: cart.lines[short]?.key };
}

/** Stops at what cannot be sold: says why and selects the row. */
function stopped(till: Till): boolean {
  const wrong = obstacle(till);
  if (!wrong) return false;
  till.failure = wrong.why;
  if (wrong.row !== undefined) till.cart.selected = wrong.row;
  till.mode = RING;
  return true;
}

/** Turns to the payment at once, so that no key is lost, or says why not yet. */
export function openTender(till: Till, method: string): void {
  if (till.busy || till.ending || !till.cart.filled) return;
  till.forget();
  till.trial.want(undefined);
  if (till.pricing.error) till.pricing.again();
  // A sale that nobody knows of can only be tried again; what was scanned since waits for it.
  if (till.uncertain) till.failure = t.counter.uncertain;
  else if (stopped(till)) return;
  till.mode = { kind: 'tender', method };
}

/** Runs one write of the till; while it runs no other begins. */
async function write(till: Till, run: () => Promise<void>): Promise<boolean> {
  if (till.busy) return false;
  till.busy = true;
  till.forget();
  try {
    await run();
    return true;
  } catch (cause) {
    const error = toCallError(cause);
    till.failure = failureOf(till, error);
    return false;
  } finally {
    till.busy = false;
  }
}

const lostDraft = new Set(['version_conflict', 'order_not_draft', 'order_cancelled',
  'order_unknown']);

const asksLots = new Set(['lot_needed', 'serial_needed', 'lots_differ', 'lot_expired',
  'lot_not_shipped', 'serial_is_here', 'serial_is_one_piece']);

/** What to say of it above the panel; what is said at its own field is not said twice. */
function failureOf(till: Till, error: CallError): string | undefined {
  if (error.code === 'tendered_too_little') return undefined;
  if (error.code === 'unreachable') return t.counter.uncertain;
  const row = rowOf(till.cart, error.field);
  if (row) till.cart.selected = row.key;
  // Which lots they are is asked for when the book cannot know, and not before; what is wrong with
  // them is said at their boxes.
  if (asksLots.has(error.code) && (row?.product || error.field?.startsWith('back.'))) {
    till.mode = row ? { kind: 'lots', row: row.key } : { kind: 'return' };
    till.refused = error;
    return undefined;
  }
  if (!till.cart.parked || !lostDraft.has(error.code)) return sentenceOf(error);
  // Another till changed or sold the draft. The goods are here: they go on as a cart of their own.
  till.cart.parked = null;
  return t.counter.parkedGone;
}

async function sellNow(till: Till, method: string | null, tendered_minor: number | null) {
  if (till.uncertain && (await till.wasSold())) return void (till.uncertain = false);
  try {
    const { output } = await complete(till.cart, method, tendered_minor);
    till.uncertain = false;
    const finished = finishedOf(output, till.cart);
    till.clear(finished);
    paper.afterSale(finished);
  } catch (cause) {
    till.uncertain = toCallError(cause).code === 'unreachable';
    throw cause;
  }
}

/** Takes a part of what is due; the rest stays due, by any method. */
export function payPart(till: Till, method: string, tendered_minor: number): void {
  till.edit((cart) => cart.pay(method, tendered_minor));
}

/** Sells the cart with everything that was scanned before. A second press while it is under way
 *  does nothing; a repeat under the same request sells nothing twice. */
export async function sell(till: Till, method: string | null, tendered_minor: number | null) {
  if (till.busy || till.ending) return;
  till.ending = true;
  try {
    if (!till.uncertain) await till.settled();
    if (!till.worth || (!till.uncertain && stopped(till))) return;
    await write(till, () => sellNow(till, method, tendered_minor));
  } finally {
    till.ending = false;
  }
}

/** Parks the cart as a draft of the counter. */
export async function park(till: Till): Promise<boolean> {
  await till.settled();
  const { cart } = till;
  if (!till.open || cart.lines.length === 0) return false;
  if (!cart.plainSale) {
    till.failure = t.back.notParked;
    return false;
  }
  if (cart.payments.length > 0) {
    till.failure = t.counter.partsFirst;
    return false;
  }
  const [unknown] = cart.unknown;
  if (unknown) {
    till.failure = t.counter.unknownFirst;
    cart.selected = unknown.key;
    return false;
  }
  return write(till, async () => {
    const request_id = cart.parkId;
    if (cart.parked) {
      const draft = { id: cart.parked.id, expected_version: cart.parked.version };
      await call('orders.amend', { ...cart.input(), ...draft, request_id });
    } else {
      await call('orders.draft', { ...cart.input(), request_id });
    }
    till.clear();
    till.say(t.counter.parkDone);
  });
}

/** Takes a parked cart up again; the one at hand is parked first. */
export async function recall(till: Till, id: string): Promise<void> {
  if (till.worth && !(await park(till))) return;
  await write(till, async () => {
    const cart = new Cart();
    cart.load(await call('orders.get', { id }));
    till.clear();
    till.cart = cart;
  });
}

/** Throws the cart away, and the draft that it was parked as. */
export async function voidCart(till: Till): Promise<void> {
  await write(till, async () => {
    const { parked } = till.cart;
    if (parked) {
      const { id, version: expected_version } = parked;
      await call('orders.discard', { id, expected_version, request_id: newRequestId() });
    } else {
      await call('orders.void', { total_minor: till.order?.total_minor ?? 0 });
    }
    till.clear();
  });
}
