// A placed order being changed: the editor of drafts with what only a placed order has. What would
// change is always a dry run of the verb that will be sent.
import { call, type CallError, type InputOf, type Order, type OrderEdit } from '../api';
import { countryCode } from '../kit/fields/country';
import type { DraftLine } from './draft_line';
import { OrderDraft } from './order_draft.svelte';

type Wanted = Omit<InputOf<'orders.edit'>, 'id' | 'expected_version' | 'request_id' | 'dry_run'>;

export class ChangeDraft extends OrderDraft {
  reason = $state('');

  override load(order: Order): void {
    this.reason = '';
    super.load(order);
  }

  /** The change as the dry run tells it; none while nothing is different. */
  get change(): OrderEdit | undefined {
    const before = this.saved?.edits.length ?? 0;
    return this.preview?.edits[before];
  }

  protected override fields(): unknown {
    return this.saved ? this.wanted() : [];
  }

  /** The order as it is to be. */
  wanted(): Wanted {
    const country = countryCode(this.country).trim();
    return {
      ...(this.saved?.customer ? {} : { customer: this.customer?.id ?? null }),
      ...(country && { country }),
      reference: this.reference, ship_to: this.shipTo, note: this.note,
      sales_person: this.salesPerson, promised: this.promised ?? '',
      discount_ppm: this.discount ?? 0,
      lines: this.lines.map((line) => ({
        ...this.#identity(line),
        quantity_milli: line.quantity ?? 0,
        unit_price_micro: line.price ?? (line.product ? null : 0),
        discount_ppm: line.discount ?? 0,
      })),
      ...(this.reason.trim() && { reason: this.reason.trim() }),
    };
  }

  #identity(line: DraftLine) {
    if (line.line !== null) return { line: line.line, title: line.product ? null : line.title };
    if (line.product) return { product: line.product };
    return { title: line.title, service: true, tax: line.tax };
  }

  /** Lines keep their numbers; those that are new follow in their order. */
  override computed(index: number): Order['lines'][number] | undefined {
    const own = this.lines[index]?.line ?? null;
    const lines = this.preview?.lines ?? [];
    if (own !== null) return lines.find((line) => line.line === own);
    const known = new Set(this.saved?.lines.map((line) => line.line));
    const fresh = lines.filter((line) => !known.has(line.line));
    return fresh[this.lines.slice(0, index).filter((line) => line.line === null).length];
  }

  /** What is available is what is left with this order's own goods set aside. */
  override isShort(index: number): boolean {
    const line = this.computed(index);
    return (line?.open_milli ?? 0) > 0 && (line?.available_milli ?? 0) < 0;
  }

  /** That nothing is different yet is no mistake while somebody types. */
  override refuse(error: CallError): void {
    if (this.computing && error.code === 'nothing_changed') this.preview = this.saved;
    else super.refuse(error);
  }

  protected override write(request_id: string, dry_run: boolean): Promise<{ output: Order }> {
    const { saved } = this;
    if (!saved) throw new Error('a change is of an order that was placed');
    const change = { id: saved.id, expected_version: saved.version };
    return call('orders.edit', { ...this.wanted(), ...change, request_id, dry_run });
  }
}
