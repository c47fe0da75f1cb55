// Goods that come back, or are announced to: what is being typed, what it comes to, how it is sent.
import {
  call, newRequestId, type CallError, type LotRow, type Order, type Tracking,
} from '../api';
import { goodsBack, isSameGoods } from '../kit/bundles';
import { Draft } from '../kit/form/draft.svelte';
import { fieldShown } from '../kit/form/sent_field';
import { lotsNamed, lotsSent } from '../kit/lots/goods';
import { sentenceOf } from '../kit/sentence';
import { format, t } from '../text';
import { quantitiesOf, type PickedLine } from './act_draft.svelte';
import { Preview } from './preview.svelte';

/** A line of which some may come back; `quantity` goes to stock, or is announced. */
export interface ReturnedLine extends PickedLine {
  scrapped: number | null;
  /** What tells its goods apart, and the lots that went out of it. */
  tracking: Tracking;
  sent: LotRow[];
}

/** A line as verbs take it, with the lots that were named of all that comes back of it. */
export const backInput = (
  { line, component, quantity, scrapped, tracking, lots = [] }: ReturnedLine,
) => ({
  line, ...(component && { component }),
  restocked_milli: quantity ?? 0, scrapped_milli: scrapped ?? 0,
  ...lotsNamed({ quantity: (quantity ?? 0) + (scrapped ?? 0), tracking, lots }),
});

/** What of an order can come back, or be announced to; nothing of it is chosen yet. */
export function linesBack(order: Order, announces = false): ReturnedLine[] {
  const goods = goodsBack(order).map(({ line, component, sku, title, most, requested }) => ({
    line, ...(component && { component }), sku, title, most: most - (announces ? requested : 0),
    quantity: null, scrapped: null, sent: component ? [] : lotsSent(order, line),
    tracking: order.lines.find((one) => one.line === line)?.tracking ?? 'none' as const,
  }));
  return goods.filter((one) => one.most > 0);
}

export class ReturnDraft extends Draft {
  reason = $state('');
  lines = $state<ReturnedLine[]>([]);
  readonly preview = new Preview();
  readonly announces: boolean;
  readonly #order: Order;
  readonly #request: string | undefined;

  constructor(order: Order, announces: boolean) {
    super();
    this.#order = order;
    this.announces = announces;
    const request = announces ? undefined : order.return_requests[0];
    this.#request = request?.request;
    this.reason = request?.reason ?? '';
    const goods = linesBack(order, announces);
    // What was announced has come, until somebody says otherwise; so has the one thing there is.
    const only = goods.length === 1 && goods[0]?.most === 1000 ? 1000 : null;
    const asked = (one: ReturnedLine) => request?.lines.find((line) => isSameGoods(line, one));
    this.lines = goods.map((one) => ({ ...one, quantity: asked(one)?.quantity_milli ?? only }));
    this.settle();
  }

  protected fields(): unknown {
    return [this.reason, this.lines.map((line) => [line.quantity, line.scrapped, line.lots])];
  }

  /** The lines that something is typed at. */
  get #picked(): ReturnedLine[] {
    return this.lines.filter((line) => line.quantity || line.scrapped);
  }

  override refuse(error: CallError): void {
    super.refuse(error);
    if (error.field === null) return;
    const field = fieldShown(error.field, this.#picked, this.lines);
    // Too much of a line is said where goods go first.
    const shown = field.replace('restocked_milli', 'quantity_milli');
    this.errors = { [shown]: sentenceOf(error) };
  }

  /** Asks what the credit note would come to. */
  foresee(): void {
    const lines = this.#back();
    const input = { ...this.#change(), lines, request_id: newRequestId(), dry_run: true };
    const wanted = !this.announces && lines.length > 0;
    void this.preview.ask(wanted ? () => call('orders.receive_return', input) : undefined);
  }

  /** Sends what was typed; gives the sentence to show when it worked. */
  async submit(): Promise<string | undefined> {
    if (this.#picked.length === 0) {
      this.failure = t.returns.nothing;
      return undefined;
    }
    const written = await this.send(() => this.#send());
    const back = written?.output.returns.at(-1);
    if (!written || this.announces || !back) {
      return written && t.returns.announced(this.#order.number);
    }
    return t.returns.done(back.number, format.money(back.total_minor, this.#order.currency_digits));
  }

  #change() {
    return {
      id: this.#order.id, expected_version: this.#order.version,
      ...(this.#request && { request: this.#request }),
      ...(this.reason.trim() && { reason: this.reason.trim() }),
    };
  }

  #send() {
    const change = { ...this.#change(), request_id: this.requestId };
    if (this.announces) {
      return call('orders.request_return', { ...change, lines: quantitiesOf(this.lines) });
    }
    return call('orders.receive_return', { ...change, lines: this.#back() });
  }

  #back() {
    return this.#picked.map(backInput);
  }
}
