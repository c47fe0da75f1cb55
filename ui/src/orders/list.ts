// The list of orders: its columns, its filters, its question. Kept while other screens are shown.
import { book, type HoldReason, type InputOf, type OrderRow, type OrderSortKey } from '../api';
import { GridModel } from '../kit/grid/model.svelte';
import { channelName, customerName, holdName, stateName } from '../kit/names';
import { chosen, chosenOne, chosenOrNone, type FilterSpec } from '../kit/list/filters.svelte';
import { isDraft } from '../kit/states';
import { toneOf } from '../kit/tones';
import { amountOf } from '../kit/currencies';
import { format, t } from '../text';

export const ordersModel = new GridModel<OrderRow>({
  name: 'orders',
  sort: { key: 'placed', descending: true },
  idOf: (row) => row.id,
  tickOf: numberOf,
  columns: [
    { key: 'number', title: () => t.orders.number, width: 138, kind: 'id', text: numberOf },
    { key: 'placed', title: () => t.orders.placed, width: 150, kind: 'dim', text: placedOf },
    { key: 'customer', title: () => t.orders.customer, width: 148, grows: true, text: customerOf },
    { key: 'channel', title: () => t.orders.channel, width: 104, kind: 'dim',
      text: (row) => channelName(row.channel) },
    { key: 'country', title: () => t.orders.country, width: 120, kind: 'dim', hidden: true,
      sorted: false, text: (row) => (row.country ? format.country(row.country) : '') },
    { key: 'items', title: () => t.orders.items, width: 76, kind: 'number',
      text: (row) => format.quantity(row.items_milli) },
    { key: 'total', title: () => t.orders.total(book.info?.currency ?? ''), width: 118,
      kind: 'number', text: (row) => amountOf(row, row.total_minor) },
    { key: 'paid', title: () => t.orders.paid(book.info?.currency ?? ''), width: 112,
      kind: 'number', hidden: true, sorted: false,
      text: (row) => amountOf(row, row.paid_minor) },
    { key: 'payment', title: () => t.orders.payment, width: 112, text: paymentOf,
      tone: (row) => toneOf(row.payment) },
    { key: 'fulfilment', title: () => t.orders.fulfilment, width: 116, text: fulfilmentOf,
      tone: (row) => toneOf(row.holds.length ? 'on_hold' : row.fulfilment) },
    { key: 'state', title: () => t.orders.state, width: 104, text: (row) => stateName(row.state),
      tone: (row) => toneOf(row.state) },
    { key: 'due', title: () => t.deals.due, width: 118, kind: 'dim', hidden: true, sorted: false,
      text: (row) => (row.due_day ? format.day(row.due_day) : '') },
    { key: 'external_id', title: () => t.orders.externalId, width: 112, kind: 'dim', hidden: true,
      sorted: false, text: (row) => row.external_id ?? '' },
    { key: 'kind', title: () => t.orders.kind, width: 100, kind: 'dim', hidden: true,
      sorted: false, text: (row) => stateName(row.kind) },
  ],
});

function numberOf(row: OrderRow): string {
  return row.number || row.external_id || t.states.draft;
}
function placedOf(row: OrderRow): string {
  return format.moment(row.placed_local ?? row.day, book.today);
}
function customerOf(row: OrderRow): string {
  return row.customer_name ? customerName(row.customer_name) : t.common.none;
}
function paymentOf(row: OrderRow): string {
  return isDraft(row.state) ? '' : stateName(row.payment);
}
function fulfilmentOf(row: OrderRow): string {
  if (row.holds.length) return t.states.on_hold;
  return isDraft(row.state) || row.fulfilment === 'none' ? '' : stateName(row.fulfilment);
}

/** Why an order can be on hold. */
export const holdReasons: readonly HoldReason[] =
  ['payment_review', 'address', 'stock', 'customer', 'manual'];

const named = (states: readonly string[]) => () =>
  states.map((key) => ({ key, label: stateName(key) }));

export const orderFilters: readonly FilterSpec[] = [
  { key: 'state', label: () => t.orders.state,
    options: named(['draft', 'quoted', 'placed', 'closed', 'cancelled', 'declined']) },
  { key: 'payment', label: () => t.orders.payment,
    options: named(['unpaid', 'part_paid', 'paid', 'credit_owed', 'part_refunded', 'refunded']) },
  { key: 'fulfilment', label: () => t.orders.fulfilment,
    options: named(['unfulfilled', 'allocated', 'part_shipped', 'shipped', 'delivered', 'returned',
      'none']) },
  { key: 'due', rare: true, label: () => t.deals.onAccount,
    options: () => [{ key: 'overdue', label: t.deals.overdue }] },
  { key: 'hold', rare: true, label: () => t.orders.hold,
    options: () => holdReasons.map((key) => ({ key, label: holdName(key) })) },
  { key: 'open', rare: true, label: () => t.orderLife.waits,
    options: () => [{ key: 'late', label: t.orderLife.late },
      { key: 'backordered', label: t.orderLife.backordered }] },
  { key: 'channel', label: () => t.orders.channel,
    options: () => book.open.channels.map((key) => ({ key, label: channelName(key) })) },
  { key: 'kind', rare: true, label: () => t.orders.kind,
    options: named(['sale', 'return', 'adjustment']) },
];

type Question = Omit<InputOf<'orders.list'>, 'offset' | 'limit'>;

/** What the address asks of the list. */
export function orderQuestion(): Question {
  const lists = Object.fromEntries(['state', 'payment', 'fulfilment', 'hold', 'channel', 'kind']
    .map((key) => [key, chosenOrNone(key)]));
  const open = chosen('open');
  const ones = Object.fromEntries(['customer', 'product', 'from', 'to', 'run']
    .map((key) => [key, chosenOne(key)]));
  const { key, descending } = ordersModel.columns.sort;
  return {
    text: chosenOne('text') ?? null,
    filter: {
      ...lists, ...ones, tag: chosenOrNone('tag') ?? null,
      late: open.includes('late') || null, backordered: open.includes('backordered') || null,
      due_before: chosenOne('due') === 'overdue' ? book.today : undefined,
    },
    sort: { key: key as OrderSortKey, descending },
  };
}
