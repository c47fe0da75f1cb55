// Goods that come back for others: what is typed in the dialog, what it comes to, how it is sent.
import { book, call, type CallError, type Order } from '../api';
import { sentenceOf } from '../kit/sentence';
import { OrderDraft } from './order_draft.svelte';
import { backInput, linesBack, type ReturnedLine } from './return_draft.svelte';

export class SwapDraft extends OrderDraft {
  back = $state<ReturnedLine[]>([]);
  method = $state(book.open.payment_methods[0] ?? '');
  /** The code of the card, when one pays or takes what is given back. */
  giftCard = $state('');
  reason = $state('');
  handedOver = $state(true);

  constructor(order: Order) {
    super();
    this.back = linesBack(order);
    this.method = order.payments.at(-1)?.method ?? this.method;
    this.saved = order;
    this.settle();
  }

  protected override fields(): unknown {
    return this.saved ? [this.#swap(), this.giftCard] : [];
  }

  /** The lines of which something comes back. */
  get picked(): ReturnedLine[] {
    return this.back.filter((line) => line.quantity || line.scrapped);
  }

  /** Whether there is something to ask about: goods both ways. */
  get complete(): boolean {
    return this.picked.length > 0 && this.lines.length > 0;
  }

  override computed(index: number): Order['lines'][number] | undefined {
    const known = new Set(this.saved?.lines.map((line) => line.line));
    return this.preview?.lines.filter((line) => !known.has(line.line))[index];
  }

  override isShort(index: number): boolean {
    return (this.computed(index)?.available_milli ?? 0) < 0;
  }

  /** A refusal of what comes back is said at its line, wherever that stands. */
  override refuse(error: CallError): void {
    super.refuse(error);
    const [, index = '', rest = ''] = /^back\.(\d+)\.(.+)$/.exec(error.field ?? '') ?? [];
    const at = this.back.findIndex((line) => line === this.picked[Number(index)]);
    if (index === '' || at < 0) return;
    const shown = rest.replace('restocked_milli', 'quantity_milli');
    this.errors = { [`back.${at}.${shown}`]: sentenceOf(error) };
  }

  #swap() {
    return {
      back: this.picked.map(backInput),
      lines: this.input().lines,
      reason: this.reason.trim() || null, handed_over: this.handedOver,
    };
  }

  /** The dry run leaves the money open, to tell what it is. */
  protected override write(request_id: string, dry_run: boolean): Promise<{ output: Order }> {
    const { saved } = this;
    if (!saved) throw new Error('a swap is of an order that was shipped');
    const change = { id: saved.id, expected_version: saved.version, request_id, dry_run };
    const method = dry_run ? null : this.method || null;
    const gift_card = this.giftCard.trim();
    const card = method === 'gift_card' && gift_card ? { gift_card } : {};
    return call('orders.swap', { ...this.#swap(), ...change, ...card, method });
  }
}
