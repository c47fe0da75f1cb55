// Goods that come back for others: what is typed in the dialog, what it comes to, how it is sent.
import { book, call, newRequestId, type CallError, type Order } from '../api';
import { sentenceOf } from '../kit/sentence';
import { OrderDraft } from './order_draft.svelte';
import { Preview } from './preview.svelte';
import { backInput, linesBack, type ReturnedLine } from './return_draft.svelte';

export class SwapDraft extends OrderDraft {
  back = $state<ReturnedLine[]>([]);
  method = $state(book.open.payment_methods[0] ?? '');
  /** The code of the card, when one pays or takes what is given back. */
  giftCard = $state('');
  reason = $state('');
  handedOver = $state(true);
  /** The exchange with its money, of an order in another currency. */
  readonly #settled = new Preview();

  constructor(order: Order) {
    super();
    this.back = linesBack(order);
    this.method = order.payments.at(-1)?.method ?? this.method;
    if (order.exchange && this.method === 'cash') this.method = '';
    this.saved = order;
    this.settle();
  }

  protected override fields(): unknown {
    return this.saved ? [this.#swap(), this.method, this.giftCard] : [];
  }

  /** The lines of which something comes back. */
  get picked(): ReturnedLine[] {
    return this.back.filter((line) => line.quantity || line.scrapped);
  }

  /** Whether there is something to ask about: goods both ways. */
  get complete(): boolean {
    return this.picked.length > 0 && this.lines.length > 0;
  }

  /** Asks what the difference is worth in the book's currency, of an order in another. */
  foresee(): void {
    const wanted = this.saved?.exchange && this.complete && this.method;
    void this.#settled.ask(wanted ? () => this.#send(newRequestId(), true) : undefined);
  }

  /** What changes hands is worth there. */
  get worth_minor(): number | undefined {
    const known = this.saved?.payments.map((one) => one.payment) ?? [];
    const own = this.#settled.order?.payments.filter((one) => !known.includes(one.payment)) ?? [];
    if (own.length === 0) return undefined;
    return Math.abs(own.reduce((sum, one) => sum + (one.book_minor ?? 0), 0));
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
    return this.#send(request_id, dry_run, dry_run ? null : this.method || null);
  }

  #send(request_id: string, dry_run: boolean, method: string | null = this.method || null) {
    const { saved } = this;
    if (!saved) throw new Error('a swap is of an order that was shipped');
    const change = { id: saved.id, expected_version: saved.version, request_id, dry_run };
    const gift_card = this.giftCard.trim();
    const card = method === 'gift_card' && gift_card ? { gift_card } : {};
    return call('orders.swap', { ...this.#swap(), ...change, ...card, method });
  }
}
