// The till: the cart being rung up, what the clerk is doing to it, and the sale that was last made.
// Scans are taken one after the other in their order, whatever else is under way.
import { untrack } from 'svelte';
import {
  book, concerns, onChanged, toCallError, type CallError, type Order, type ProductRow,
} from '../api';
import { sound } from '../kit/sound';
import { locale, t } from '../text';
import { separatorsOf } from '../kit/fields/arithmetic';
import { actOf, complete, price, tryAct, type Act, type Trial } from './acts';
import { takeCustomer, takeGiftCard } from './cards';
import { Cart, type CartState } from './cart.svelte';
import { PRICING, setFigure, type Figure } from './figures';
import { finishedOf, type Finished } from './finished';
import { Latest } from './latest.svelte';
import { lookUp, type LookedUp } from './look_up';
import { takeSlot, writeSlot } from './slot';
import { readTyped } from './typed';

/** What the clerk is doing; everything but ringing up stands in the panel beside the cart. */
export type Mode = { kind: 'ring' } | { kind: 'figure'; figure: Figure; first: string }
  | { kind: 'customer' } | { kind: 'parked' } | { kind: 'void' } | { kind: 'drawer' }
  | { kind: 'tender'; method: string } | { kind: 'coupon' } | { kind: 'points' }
  | { kind: 'return' }
  | { kind: 'tiles' } | { kind: 'gift_card' } | { kind: 'voucher'; code: string }
  | { kind: 'lots'; row: number };

type Kept = { cart: CartState; finished: Finished | null };

export const RING: Mode = { kind: 'ring' };

/** What the clerk leaves off when something is scanned meanwhile. */
const passing = new Set(['tender', 'void', 'figure']);

export class Till {
  cart = $state.raw(new Cart());
  mode = $state.raw<Mode>(RING);
  finished = $state.raw<Finished | null>(null);
  /** What stands in the one field. */
  typed = $state('');
  /** Something is being written to the book. */
  busy = $state(false);
  /** The sale is being completed: what is scanned from now on belongs to the next cart. */
  ending = $state(false);
  /** Nobody knows whether the last sale went through: the cart stands still until it is asked. */
  uncertain = $state(false);
  /** How many scans are being looked up. */
  arriving = $state(0);
  /** What went wrong, until something else is done. */
  failure = $state.raw<string | undefined>(undefined);
  /** What was refused of goods whose lots are asked for, to be said at their boxes. */
  refused = $state.raw<CallError | undefined>(undefined);
  /** What was done, until something else is. */
  notice = $state.raw<string | undefined>(undefined);
  /** What the cart comes to. */
  readonly pricing = new Latest<Act, Order>(price);
  /** What the sale would be with the money that was handed over. */
  readonly trial = new Latest<Trial, Order>(tryAct);
  readonly bookId: string;
  #slot: string | undefined;
  #waiting: (() => void)[] = [];
  #arrived: Promise<void>;
  readonly #stops: (() => void)[];

  constructor(bookId: string) {
    this.bookId = bookId;
    this.#arrived = this.#takeUp();
    const priced = $effect.root(() => {
      $effect(() => {
        const input = this.#wanted();
        untrack(() => this.pricing.want(input));
      });
      $effect(() => {
        const state = { cart: this.cart.state(), finished: this.finished };
        untrack(() => this.#keep(state));
      });
      $effect(() => {
        if (this.open && !this.ending) this.#waiting.splice(0).forEach((go) => go());
      });
    });
    const stale = onChanged((changed) => {
      if (concerns(changed, PRICING)) this.pricing.again();
    });
    this.#stops = [priced, stale];
  }

  #wanted(): Act | undefined {
    return this.worth ? actOf(this.cart) : undefined;
  }

  /** There is something that comes to something. */
  get worth(): boolean {
    return this.cart.lines.length > 0 || this.cart.coming;
  }

  /** Lets go of the book. */
  stop(): void {
    for (const stop of this.#stops) stop();
  }

  /** True while the cart may be changed. */
  get open(): boolean {
    return !this.busy && !this.uncertain;
  }

  /** What the engine says of the cart, while it is about this very cart. */
  get order(): Order | undefined {
    return this.worth ? this.pricing.value : undefined;
  }

  /** A scanned code; a quantity that stands in the field with its star counts for it. */
  scan(code: string): void {
    const { quantity_milli, text } = readTyped(this.typed, separatorsOf(locale.tag));
    const quantity = text === '' ? quantity_milli : null;
    if (quantity !== null) this.typed = '';
    this.#queue(lookUp(code, this.cart.taking !== null), quantity);
  }

  /** A product that was chosen by hand, or one that is being looked up. */
  add(product: ProductRow | Promise<LookedUp>, quantity_milli: number | null): void {
    const found = product instanceof Promise ? product : Promise.resolve({ product });
    this.#queue(found, quantity_milli);
  }

  #queue(found: Promise<LookedUp>, quantity_milli: number | null): void {
    const [mode, late] = [this.mode, this.ending];
    const shut = () => !this.open || (late && this.ending);
    this.arriving += 1;
    this.#arrived = this.#arrived.then(async () => {
      const what = await found;
      while (shut()) await new Promise<void>((go) => this.#waiting.push(go));
      this.arriving -= 1;
      // What was heard while a panel was open closes it: the total is another one now.
      if (mode === this.mode && passing.has(mode.kind)) this.mode = RING;
      this.#take(what, quantity_milli);
    });
  }

  #take(found: LookedUp, quantity_milli: number | null): void {
    this.finished = null;
    this.forget();
    if ('product' in found) return this.cart.addCoded(found.product, quantity_milli);
    if ('card' in found) return takeGiftCard(this, found.card);
    if ('customer' in found) return takeCustomer(this, found.customer);
    this.cart.addUnknown(found.code, quantity_milli, found.why);
    if (passing.has(this.mode.kind)) this.mode = RING;
    sound.beep();
  }

  /** Runs this when everything that was scanned before stands in the cart: a key that is pressed
   *  right after a scan means its row. */
  after(run: () => void): void {
    if (this.arriving === 0) run();
    else void this.#arrived.then(run);
  }

  /** Everything that was scanned stands in the cart, and what it comes to is known. */
  async settled(): Promise<void> {
    await this.#arrived;
    this.pricing.want(this.#wanted());
    await this.pricing.settled();
  }

  /** Looks an unknown row up again, where it stands. */
  async retry(): Promise<void> {
    const row = this.cart.row;
    if (!row?.unknown || !this.open) return;
    this.cart.remove();
    this.#queue(lookUp(row.sku), row.quantity_milli);
    await this.#arrived;
  }

  /** Changes the cart while it may be changed; what was wrong with it before is forgotten. */
  edit(change: (cart: Cart) => void): void {
    if (!this.open) return;
    this.forget();
    change(this.cart);
  }

  setFigure(figure: Figure, value: number | null): void {
    this.edit((cart) => setFigure(cart, figure, value));
    this.mode = RING;
  }

  /** Turns to a new, empty cart. */
  clear(finished: Finished | null = null): void {
    this.cart = new Cart();
    this.finished = finished;
    this.mode = RING;
    this.forget();
    this.trial.want(undefined);
  }

  /** Says what was done, where it does not stand in the way. */
  say(notice: string): void {
    this.forget();
    this.notice = notice;
  }

  /** Forgets what was said. */
  forget(): void {
    this.failure = this.notice = this.refused = undefined;
  }

  #keep(kept: Kept): void {
    const { cart, finished } = kept;
    const nothing = cart.rows.length === 0 && !cart.customer && !cart.parked && !finished
      && !cart.back && cart.taking === null;
    if (this.#slot) writeSlot(this.#slot, nothing ? null : kept);
  }

  /** Takes up the cart that was left when the window closed, unless it has been sold. */
  async #takeUp(): Promise<void> {
    const { slot, left } = await takeSlot(this.bookId);
    const kept = left as Kept | undefined;
    if (kept) {
      this.cart = Cart.of(kept.cart);
      this.finished = kept.finished;
    }
    this.#slot = slot;
    if (this.worth) await this.wasSold();
  }

  /** Asks whether this very cart has been sold, and shows the sale if so. A sale that is only tried
   *  answers with the real one when its request has been carried out. */
  async wasSold(): Promise<boolean> {
    try {
      const { output, dry_run } = await complete(this.cart, 'cash', null, true);
      if (!dry_run) this.clear(finishedOf(output, this.cart));
      return !dry_run;
    } catch (cause) {
      this.uncertain = toCallError(cause).code === 'unreachable';
      if (this.uncertain) this.failure = t.counter.uncertain;
      return false;
    }
  }
}

let till: Till | undefined;

/** The till of the open book; it outlives its screen. */
export function tillHere(): Till {
  // A copy to practise on has the id of its book, and carts of its own.
  const id = book.open.training ? `${book.open.id}:training` : book.open.id;
  if (till?.bookId === id) return till;
  till?.stop();
  till = new Till(id);
  return till;
}
