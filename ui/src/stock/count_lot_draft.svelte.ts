// A lot or piece that was found, being typed.
import type { CountLine, LotInput } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { t } from '../text';

/** One piece, in thousandths. */
const ONE = 1000;

export class CountLotDraft extends Draft {
  lot = $state('');
  quantity = $state<number | null>(null);
  expires = $state<string | null>(null);
  readonly #line: CountLine;

  constructor(line: CountLine) {
    super();
    this.#line = line;
    this.settle();
  }

  get isSerial(): boolean {
    return this.#line.tracking === 'serial';
  }

  protected fields(): unknown {
    return [this.lot, this.quantity, this.expires];
  }

  /** What was found, or nothing when it cannot be taken: the reason stands at its field then. */
  found(): LotInput | undefined {
    this.clear();
    if (this.hasUnread) return undefined;
    const lot = this.lot.trim();
    const quantity_milli = this.isSerial ? ONE : this.quantity ?? 0;
    const known = this.#line.lots.some((one) => one.lot === lot && one.counted_milli);
    if (lot === '') this.errors = { lot: t.errors.required };
    else if (this.isSerial && known) this.errors = { lot: t.counts.again(lot) };
    else if (quantity_milli <= 0) this.errors = { quantity_milli: t.errors.quantity_zero };
    else return { lot, quantity_milli, ...(this.expires && { expires: this.expires }) };
    return undefined;
  }
}
