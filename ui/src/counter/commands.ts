// What the counter's keys do now; a command that makes no sense at the moment has no handler.
import { book } from '../api';
import type { CommandId, Handlers } from '../keys';
import { currencies } from '../kit/currencies';
import { sound } from '../kit/sound';
import { t } from '../text';
import { display } from './display.svelte';
import { favourites } from './favourites.svelte';
import type { Figure } from './figures';
import type { Cart } from './cart.svelte';
import { wayOf } from './cart_state';
import { purse } from './purse.svelte';
import { returning } from './returning.svelte';
import { openTender, park } from './sale';
import { takeOut } from './taking_out';
import { RING, type Mode, type Till } from './till.svelte';

const tenders: Record<string, CommandId> = {
  cash: 'counter.cash', card: 'counter.card', bank: 'counter.bank', other: 'counter.other',
};

/** The command of a way of paying; ways that only this book knows have none. */
export const tenderCommand = (method: string): CommandId | undefined => tenders[method];

/** Leaves what is open, step by step: the panel, a sale that was shown, the text in the field. */
function back(till: Till): void {
  if (till.mode.kind === 'return') returning.done(till);
  else if (till.mode.kind !== 'ring') till.mode = RING;
  else if (till.finished) till.clear();
  else if (till.typed !== '') till.typed = '';
  till.forget();
}

function toggleMute(till: Till): void {
  sound.muted = !sound.muted;
  till.say(sound.muted ? t.counter.mutedOn : t.counter.mutedOff);
}

/** A figure of the selected row; percent and amount take turns under the same key. */
function figure(till: Till, wanted: Figure): void {
  const { row } = till.cart;
  if (!wanted.startsWith('cart_') && row?.unknown !== null) return;
  till.mode = { kind: 'figure', figure: wanted, first: '' };
}

/** How the money usually goes: as the sale was paid that it goes back for. */
function usualWay(till: Till): string {
  const methods = book.open.payment_methods;
  const paid = till.cart.back?.methods.find((method) => methods.includes(method));
  return (isOwed(till) ? paid : undefined) ?? methods[0] ?? 'cash';
}

/** Money goes back: more came back than was taken for it. */
export const isOwed = (till: Till): boolean => (till.order?.total_minor ?? 0) < 0;

/** The store credit that can pay, or take what is owed; none without a customer who has some. */
export function creditHere(till: Till): number | undefined {
  const { back, customer } = till.cart;
  const held = (back ?? customer) ? till.order?.customer_summary?.credit_minor : undefined;
  return held !== undefined && (isOwed(till) || held > 0) ? held : undefined;
}

/** What is owed usually goes to the card that paid. */
const voucher = (till: Till): Mode =>
  ({ kind: 'voucher', code: (isOwed(till) && till.cart.back?.card) || '' });

/** Turns to goods that come back; a cart with terms of its own is settled first. */
function openReturn(till: Till): void {
  const { cart } = till;
  const own = cart.parked || cart.discount_ppm || cart.discount_minor || cart.coupons.length > 0
    || cart.payments.length > 0 || cart.points;
  till.forget();
  if (own) till.failure = t.back.settleFirst;
  else till.mode = { kind: 'return' };
}

/** Goods that are taken for those that came back without a receipt, or more that come back. */
function turn(till: Till): void {
  till.edit((cart) => (cart.giving = !cart.giving));
  till.say(till.cart.giving ? t.back.givingNow : t.back.comingNow);
}

function scrap({ row }: Cart): void {
  if (row?.back) row.scrapped = !row.scrapped;
}

/** Cash in the notes of the next currency; after the last one in the book's own again. */
function nextNotes({ mode }: Till): string {
  const codes = currencies();
  const shown = mode.kind === 'tender' ? wayOf(mode.method).currency ?? codes[0] : codes[0];
  const next = codes[(codes.indexOf(shown ?? '') + 1) % codes.length];
  return next === codes[0] ? 'cash' : `cash:${next}`;
}

/** The handlers of the counter for the moment; `find` gives the focus to the scan field. */
export function counterCommands(till: Till, find: () => void): Handlers {
  const { cart, open } = till;
  const coming = till.arriving > 0;
  const filled = open && (coming || cart.rows.length > 0);
  const sale = cart.plainSale;
  const line = open && (coming || cart.row?.unknown === null);
  const sellable = !till.busy && (coming || cart.filled);
  const mode = (next: Mode) => () => (till.mode = next);
  const when = (sensible: boolean, run: () => void) =>
    sensible ? () => till.after(run) : undefined;
  const change = (how: (cart: Cart) => void) => () => till.edit(how);
  const methods = book.open.payment_methods;
  const tender = (method: string) =>
    when(sellable && methods.includes(wayOf(method).method), () => openTender(till, method));
  const offFigure = (wanted: Figure) => when(line, () => figure(till, wanted));
  return {
    'counter.pay': till.mode.kind === 'ring' ? tender(usualWay(till)) : undefined,
    'counter.cash': tender('cash'), 'counter.card': tender('card'),
    'counter.notes': currencies().length > 1 && sale ? tender(nextNotes(till)) : undefined,
    'counter.bank': tender('bank'), 'counter.other': tender('other'),
    'counter.customer': when(open && (coming || !till.finished) && !cart.back,
      mode({ kind: 'customer' })),
    'counter.quantity': offFigure('quantity'), 'counter.price': offFigure('price'),
    'counter.discount': offFigure('discount'), 'counter.amount_off': offFigure('amount_off'),
    'counter.cart_discount': when(filled && sale, () => figure(till, 'cart_discount')),
    'counter.cart_amount_off': when(filled && sale, () => figure(till, 'cart_amount_off')),
    'counter.coupon': when(filled && sale, mode({ kind: 'coupon' })),
    'counter.points': book.open.loyalty.enabled
      ? when(filled && sale, mode({ kind: 'points' })) : undefined,
    'counter.gift_card': open && sale ? mode({ kind: 'gift_card' }) : undefined,
    'counter.voucher': when(sellable, mode(voucher(till))),
    'counter.credit': sellable && creditHere(till) !== undefined
      ? () => void purse.credit(till) : undefined,
    'counter.park': when(filled && sale && (coming || cart.lines.length > 0),
      () => void park(till)),
    'counter.return': open ? () => openReturn(till) : undefined,
    'counter.lots': cart.row?.product && (cart.row.tracking ?? 'none') !== 'none'
      ? when(line, mode({ kind: 'lots', row: cart.row.key })) : undefined,
    'counter.scrap': when(line && (coming || !!cart.row?.back), change(scrap)),
    'counter.exchange': open && cart.taking !== null ? () => turn(till) : undefined,
    'counter.till': open ? mode({ kind: 'drawer' }) : undefined,
    'counter.recall': open ? mode({ kind: 'parked' }) : undefined,
    'counter.tiles': open ? mode({ kind: 'tiles' }) : undefined,
    'counter.tile_page': favourites.pages.length > 1 ? () => favourites.turn() : undefined,
    'counter.display': () => void display.open(till),
    'counter.more': when(line, change((now) => now.count(1))),
    'counter.fewer': when(line, () => void takeOut(till, (now) => now.count(-1))),
    'counter.remove': when(filled && (coming || !!cart.row),
      () => void takeOut(till, (now) => now.remove())),
    'counter.void': when(open && (coming || !cart.empty), mode({ kind: 'void' })),
    'counter.find': find,
    'counter.mute': () => toggleMute(till),
    'counter.back': () => (back(till), find()),
  };
}
