// The acts that end a cart: a sale, an exchange for goods that come back with their receipt, goods
// taken in without one. What each comes to is a dry run of the verb that carries it out.
import {
  call, newRequestId, type Order, type OrderInput, type OrderReturn, type OrderSwap,
  type OrderTakeIn, type SalePayment, type Written,
} from '../api';
import type { Cart } from './cart.svelte';
import { lotsNamed } from '../kit/lots/goods';
import { lacking } from './lacking.svelte';
import { lineInput } from './line';

/** What a cart asks for, without the money. */
export type Act = { kind: 'sale'; body: OrderInput }
  | { kind: 'swap'; id: string; expected_version: number; body: OrderSwap }
  | { kind: 'take_in'; body: OrderTakeIn };

/** An act with the money that is handed over. */
export interface Trial {
  act: Act;
  payments: SalePayment[];
}

type Request = { request_id: string; dry_run?: boolean };

/** What the cart asks for. */
export function actOf(cart: Cart): Act {
  const body = cart.input();
  const { back, taking } = cart;
  if (back && cart.coming) {
    const { id, version: expected_version } = back;
    return { kind: 'swap', id, expected_version, body: swapOf(cart, body) };
  }
  const coming = cart.lines.filter((row) => row.back);
  if (taking === null || coming.length === 0) return { kind: 'sale', body };
  const lines = coming.flatMap(({ product, quantity_milli, unit_price_micro, scrapped, lots }) =>
    (product ? { product, quantity_milli, unit_price_micro, scrapped, ...(lots && { lots }) }
      : []));
  const taken = cart.lines.filter((row) => !row.back).map(lineInput);
  const customer = body.customer ?? null;
  return { kind: 'take_in', body: {
    lines, reason: taking, customer, ...(taken.length > 0 && { taken }) } };
}

function swapOf(cart: Cart, { lines }: OrderInput): OrderSwap {
  const coming = (cart.back?.lines ?? []).filter((line) => line.quantity_milli > 0);
  const back = coming.map((one) => {
    const { line, component, quantity_milli, scrapped } = one;
    return {
      line, ...(component && { component }), restocked_milli: scrapped ? 0 : quantity_milli,
      scrapped_milli: scrapped ? quantity_milli : 0,
      ...lotsNamed({ ...one, quantity: quantity_milli }),
    };
  });
  return { back, lines, counter: true, handed_over: true };
}

/** What the act comes to before any money moves. */
export async function price(act: Act): Promise<Order> {
  const request = { request_id: newRequestId(), dry_run: true };
  if (act.kind === 'sale') return (await call('orders.draft', { ...act.body, ...request })).output;
  // What is given back is the same by any method; this one is never rounded.
  const payments = act.kind === 'take_in' ? [{ method: 'other' }] : undefined;
  return faceOf(act, (await run(act, payments, request)).output);
}

/** What the act would be with the money that was handed over. */
export async function tryAct({ act, payments }: Trial): Promise<Order> {
  const written = await run(act, payments, { request_id: newRequestId(), dry_run: true });
  lacking.needs = written.needs;
  return faceOf(act, written.output);
}

/** Carries the cart's act out, or only tries it; under its own request it is done once. */
export async function complete(
  cart: Cart, method: string | null, tendered_minor: number | null, dry_run = false,
): Promise<Written<Order>> {
  const act = actOf(cart);
  const request = { request_id: cart.requestId, dry_run };
  if (act.kind === 'sale') {
    return call('orders.sell', { ...cart.sale(method, tendered_minor), dry_run });
  }
  const written = await run(act, cart.tender(method, tendered_minor), request);
  return { ...written, output: faceOf(act, written.output) };
}

function run(
  act: Act, payments: SalePayment[] | undefined, request: Request,
): Promise<Written<Order>> {
  const money = payments ? { payments } : {};
  if (act.kind === 'sale') return call('orders.sell', { ...act.body, ...money, ...request });
  if (act.kind === 'take_in') return call('orders.take_in', { ...act.body, ...money, ...request });
  const { id, expected_version, body } = act;
  return call('orders.swap', { id, expected_version, ...body, ...money, ...request });
}

/** The last return of an order: of what an exchange answers, its own. */
export const lastReturn = (order: Order): OrderReturn | undefined => order.returns.at(-1);

/** The order as the cart shows it: of an exchange, what the act itself is about. */
function faceOf(act: Act, order: Order): Order {
  if (act.kind === 'take_in') {
    const lines = order.lines.map((line, at) =>
      ({ ...line, quantity_milli: act.body.lines[at]?.quantity_milli ?? line.quantity_milli }));
    return { ...order, lines };
  }
  const own = lastReturn(order);
  if (act.kind === 'sale' || !own) return order;
  const edit = order.edits.find((one) => one.edit === own.edit);
  const added = (edit?.lines ?? []).filter((line) => line.before === null)
    .map((line) => line.line);
  return {
    ...order, lines: order.lines.filter((line) => added.includes(line.line)),
    payments: order.payments.filter((part) => own.payments.includes(part.payment)),
    total_minor: own.difference_minor, change_minor: own.change_minor,
    tax_minor: 0, discount_minor: 0, warnings: [],
  };
}
