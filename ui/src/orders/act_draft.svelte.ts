// What is being typed in the dialog of an order, and how it is sent.
import {
  book, call, newRequestId, type CallError, type LinePick, type Order,
} from '../api';
import { amountIn } from '../kit/currencies';
import { Draft } from '../kit/form/draft.svelte';
import { fieldShown } from '../kit/form/sent_field';
import { sentenceOf } from '../kit/sentence';
import { format, t } from '../text';
import type { Act } from './OrderDialog.svelte';
import { isDraft } from '../kit/states';
import { lotInputs, upTo, type LotEntry } from '../kit/lots/lots';
import { Preview } from './preview.svelte';

/** A line that an act can be about, and how much of it is picked. */
export interface PickedLine {
  line: number;
  /** The component of the line's bundle that it is about. */
  component?: string;
  sku: string;
  title: string;
  most: number;
  quantity: number | null;
  /** Its lots, where its goods are told apart. */
  pick?: LinePick;
  lots?: readonly LotEntry[];
}

/** The lots of a line as they would go out: what was typed, else what is proposed for so much. */
export function lotsOf({ pick, lots, quantity }: PickedLine): readonly LotEntry[] {
  const proposed = pick?.parts.map(({ lot, quantity_milli }) =>
    ({ lot, quantity: quantity_milli, expires: null }));
  return lots ?? upTo(proposed ?? [], quantity ?? 0);
}

/** The picked lines as verbs take them. */
export const quantitiesOf = (lines: readonly PickedLine[]) =>
  lines.filter((line) => line.quantity)
    .map(({ line, component, quantity }) =>
      ({ line, ...(component && { component }), quantity_milli: quantity ?? 0 }));

export class ActDraft extends Draft {
  amount = $state<number | null>(null);
  method = $state('');
  reference = $state('');
  reason = $state('');
  carrier = $state('');
  giftCard = $state('');
  tracking = $state('');
  lines = $state<PickedLine[]>([]);
  readonly preview = new Preview();
  readonly #act: Act;
  readonly #order: Order;

  constructor(act: Act, order: Order) {
    super();
    this.#act = act;
    this.#order = order;
    this.amount = act === 'refund' && order.due_minor >= 0
      ? order.paid_minor : Math.abs(order.due_minor);
    this.method = (act === 'refund' && order.payments.at(-1)?.method)
      || (book.open.payment_methods[0] ?? '');
    // Services go along with the last of the goods; they can be called off like anything else.
    const lines = order.lines.filter((line) => line.open_milli > 0
      && (act === 'cancel' ? !isDraft(order.state) : !line.service));
    this.lines = lines.map(({ line, sku, title, open_milli }) =>
      ({ line, sku, title, most: open_milli, quantity: open_milli }));
    this.settle();
  }

  override refuse(error: CallError): void {
    super.refuse(error);
    const sent = this.lines.filter((line) => line.quantity);
    if (error.field === null) return;
    const at = this.#lineOfLots(error.field);
    const field = at ?? fieldShown(error.field, sent, this.lines);
    this.errors = { [field]: sentenceOf(error) };
  }

  /** The field of a line's lots, which are sent in a list of their own. */
  #lineOfLots(field: string): string | undefined {
    const [, index, rest] = /^lots\.(\d+)\.(.+)$/.exec(field) ?? [];
    const line = this.#lots().lots?.[Number(index)]?.line;
    const at = this.lines.findIndex((one) => one.line === line);
    return rest && at >= 0 ? `lines.${at}.${rest}` : undefined;
  }

  /** Asks which lots are proposed; goods that are not told apart have none. */
  async pickLots(): Promise<void> {
    if (this.#act !== 'fulfil') return;
    const found = await call('lots.pick', { id: this.#order.id }).catch(() => undefined);
    for (const line of this.lines) {
      // Of the goods in a bundle nobody is asked: each is picked first expired, first out.
      const own = this.#order.lines.find((one) => one.line === line.line);
      const pick = found?.lines.find((one) =>
        one.line === line.line && one.product === own?.product);
      if (pick) line.pick = pick;
    }
  }

  /** Everything that is open is picked. */
  get whole(): boolean {
    return this.lines.every((line) => line.quantity === line.most);
  }

  /** What changes hands is worth in the book's currency, of an order in another. */
  get worth_minor(): number | undefined {
    const known = this.#order.payments.map((one) => one.payment);
    const own = this.preview.order?.payments.find((one) => !known.includes(one.payment));
    const worth = own?.book_minor ?? undefined;
    return worth === undefined ? undefined : Math.abs(worth);
  }

  /** Asks what would be left after the lines that are picked are called off, and what a payment in
   *  another currency is worth. */
  foresee(): void {
    const money = this.#act === 'pay' || this.#act === 'refund';
    if (money && this.#order.exchange) {
      const [amount, method, card] = [this.amount, this.method, this.giftCard.trim()];
      const complete = amount && (method !== 'gift_card' || card);
      void this.preview.ask(complete ? () => this.#pay(amount, newRequestId(), true) : undefined);
      return;
    }
    const input = { ...this.#change(), request_id: newRequestId(), dry_run: true };
    const lines = this.#lines();
    const wanted = this.#act === 'cancel' && (this.whole || lines.lines?.length);
    void this.preview.ask(wanted ? () => call('orders.cancel', { ...input, ...lines }) : undefined);
  }

  protected fields(): unknown {
    return [this.amount, this.method, this.giftCard, this.reference, this.reason, this.carrier,
      this.tracking,
      this.lines.map((line) => [line.quantity, line.lots])];
  }

  /** Sends what was typed; gives the sentence to show when it worked. */
  async submit(): Promise<string | undefined> {
    if (!this.whole && !this.lines.some((line) => line.quantity)) {
      this.failure = this.#act === 'fulfil'
        ? t.orderDialogs.nothingToShip : t.orderDialogs.nothingToCancel;
      return undefined;
    }
    const amount = this.amount ?? 0;
    const { number, exchange, currency, currency_digits } = this.#order;
    const words = t.orderDialogs;
    const money = exchange ? amountIn(currency, amount) : format.money(amount, currency_digits);
    const said = {
      pay: words.payDone(money, number), refund: words.refundDone(money, number),
      fulfil: words.fulfilDone(number),
      cancel: this.whole ? words.cancelDone(number) : words.calledOff(number),
      discard: words.discardDone,
    }[this.#act];
    return (await this.send(() => this.#send(amount))) && said;
  }

  #change() {
    return { id: this.#order.id, expected_version: this.#order.version };
  }

  /** Pays, or gives back; or only tries it. */
  #pay(amount_minor: number, request_id: string, dry_run = false) {
    const money = { ...this.#change(), request_id, dry_run, method: this.method, amount_minor,
      ...this.#card() };
    const [reference, reason] = [this.reference.trim(), this.reason.trim()];
    return this.#act === 'pay'
      ? call('orders.pay', { ...money, ...(reference && { reference }) })
      : call('orders.refund', { ...money, ...(reason && { reason }) });
  }

  #send(amount_minor: number) {
    const change = { ...this.#change(), request_id: this.requestId };
    const reason = this.reason.trim() ? { reason: this.reason.trim() } : {};
    switch (this.#act) {
      case 'pay':
      case 'refund':
        return this.#pay(amount_minor, this.requestId);
      case 'fulfil':
        return call('orders.fulfil', { ...change, ...this.#shipment() });
      case 'cancel':
        return call('orders.cancel', { ...change, ...this.#lines(), ...reason });
      case 'discard':
        return call('orders.discard', change);
    }
  }

  #card() {
    const gift_card = this.giftCard.trim();
    return this.method === 'gift_card' && gift_card ? { gift_card } : {};
  }

  /** The picked lines; none are named when everything is meant. */
  #lines() {
    return this.whole ? {} : { lines: quantitiesOf(this.lines) };
  }

  /** The lots that somebody named; the book picks the others. */
  #lots() {
    const named = this.lines.flatMap(({ line, pick, lots, quantity }) => (pick && lots && quantity
      ? [{ line, lots: lotInputs(lots, pick.tracking, quantity) }] : []));
    return named.length > 0 ? { lots: named } : {};
  }

  #shipment() {
    return {
      ...this.#lines(), ...this.#lots(),
      ...(this.carrier.trim() && { carrier: this.carrier.trim() }),
      ...(this.tracking.trim() && { tracking: this.tracking.trim() }),
    };
  }
}
