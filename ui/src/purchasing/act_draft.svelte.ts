// What is being typed in a dialog about a purchase, and how it is sent.
import { call, type CallError, type Purchase } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { fieldShown } from '../kit/form/sent_field';
import { lotsNamed, type Goods } from '../kit/lots/goods';
import { sentenceOf } from '../kit/sentence';
import { chargeDrafts, chargesOf, type ChargeDraft } from './purchase_draft.svelte';

/** What a dialog can do to a purchase. */
export type PurchaseAct = 'date' | 'charges' | 'send_back' | 'close' | 'cancel';

/** How much of a line goes back. */
export interface BackGoods extends Goods {
  line: number;
  product: string;
  sku: string;
}

export class ActDraft extends Draft {
  reason = $state('');
  expected = $state<string | null>(null);
  days = $state<(string | null)[]>([]);
  charges = $state<ChargeDraft[]>([]);
  back = $state<BackGoods[]>([]);
  readonly #act: PurchaseAct;
  readonly #purchase: Purchase;

  constructor(act: PurchaseAct, purchase: Purchase) {
    super();
    this.#act = act;
    this.#purchase = purchase;
    this.expected = purchase.expected;
    this.days = purchase.lines.map((line) => line.own_day);
    this.charges = chargeDrafts(purchase.charges);
    this.back = purchase.lines.map(({ line, product, sku, tracking }) =>
      ({ line, product, sku, tracking, quantity: null }));
    this.settle();
  }

  protected fields(): unknown {
    return [this.reason, this.expected, this.days, this.charges, this.back];
  }

  /** Sends what was typed; gives the purchase as it is then. */
  submit(): Promise<Purchase | undefined> {
    return this.send(async () => (await this.#send()).output);
  }

  /** The lines that go back. */
  get #goingBack(): BackGoods[] {
    return this.back.filter((line) => line.quantity);
  }

  /** A refusal counts among the lines that are sent. */
  override refuse(error: CallError): void {
    super.refuse(error);
    if (this.#act !== 'send_back' || error.field === null) return;
    this.errors = { [fieldShown(error.field, this.#goingBack, this.back)]: sentenceOf(error) };
  }

  #send() {
    const { id, version: expected_version, lines } = this.#purchase;
    const change = { id, expected_version, request_id: this.requestId };
    const reason = this.reason.trim();
    switch (this.#act) {
      case 'date':
        return call('purchases.date', { ...change, expected: this.expected,
          lines: lines.map(({ line }, at) => ({ line, expected: this.days[at] ?? null })) });
      case 'charges':
        return call('purchases.land', { ...change, charges: chargesOf(this.charges) });
      case 'send_back':
        return call('purchases.send_back', { ...change, reason,
          lines: this.#goingBack.map((line) =>
            ({ line: line.line, quantity_milli: line.quantity ?? 0, ...lotsNamed(line) })) });
      case 'close':
        return call('purchases.close', { ...change, reason });
      default:
        return call('purchases.cancel', { ...change, ...(reason && { reason }) });
    }
  }
}
