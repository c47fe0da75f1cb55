// What is being typed in the dialog of an order, and how it is sent.
import { book, call, type Order } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { format, t } from '../text';
import type { Act } from './OrderDialog.svelte';

/** A line that still has something to ship. */
export interface OpenLine {
  line: number;
  sku: string;
  title: string;
  open: number;
  quantity: number | null;
}

export class ActDraft extends Draft {
  amount = $state<number | null>(null);
  method = $state('');
  reference = $state('');
  reason = $state('');
  carrier = $state('');
  tracking = $state('');
  lines = $state<OpenLine[]>([]);
  readonly #act: Act;
  readonly #order: Order;

  constructor(act: Act, order: Order) {
    super();
    this.#act = act;
    this.#order = order;
    this.amount = act === 'refund' ? order.paid_minor : Math.max(0, order.due_minor);
    this.method = (act === 'refund' && order.payments.at(-1)?.method)
      || (book.open.payment_methods[0] ?? '');
    this.lines = order.lines.filter((line) => !line.service).map((line) => {
      const open = line.quantity_milli - line.cancelled_milli - line.shipped_milli;
      return { line: line.line, sku: line.sku, title: line.title, open, quantity: open };
    }).filter((line) => line.open > 0);
    this.settle();
  }

  protected fields(): unknown {
    return [this.amount, this.method, this.reference, this.reason, this.carrier, this.tracking,
      this.lines.map((line) => line.quantity)];
  }

  /** Sends what was typed; gives the sentence to show when it worked. */
  async submit(): Promise<string | undefined> {
    if (this.#act === 'fulfil' && !this.lines.some((line) => line.quantity)) {
      this.failure = t.orderDialogs.nothingToShip;
      return undefined;
    }
    const amount = this.amount ?? 0;
    const { number } = this.#order;
    const words = t.orderDialogs;
    const said = {
      pay: words.payDone(format.money(amount, book.digits), number),
      refund: words.refundDone(format.money(amount, book.digits), number),
      fulfil: words.fulfilDone(number), cancel: words.cancelDone(number),
      discard: words.discardDone,
    }[this.#act];
    return (await this.send(() => this.#send(amount))) && said;
  }

  #send(amount_minor: number) {
    const { id, version } = this.#order;
    const change = { id, expected_version: version, request_id: this.requestId };
    const { method } = this;
    const reason = this.reason.trim() ? { reason: this.reason.trim() } : {};
    switch (this.#act) {
      case 'pay':
        return call('orders.pay', { ...change, method, amount_minor,
          ...(this.reference.trim() && { reference: this.reference.trim() }) });
      case 'refund':
        return call('orders.refund', { ...change, method, amount_minor, ...reason });
      case 'fulfil':
        return call('orders.fulfil', { ...change, ...this.#shipment() });
      case 'cancel':
        return call('orders.cancel', { ...change, ...reason });
      case 'discard':
        return call('orders.discard', change);
    }
  }

  #shipment() {
    const lines = this.lines.filter((line) => line.quantity)
      .map(({ line, quantity }) => ({ line, quantity_milli: quantity ?? 0 }));
    return {
      lines,
      ...(this.carrier.trim() && { carrier: this.carrier.trim() }),
      ...(this.tracking.trim() && { tracking: this.tracking.trim() }),
    };
  }
}
