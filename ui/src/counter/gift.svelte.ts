// A gift card being sold at the counter: its code is proposed, scanned or typed.
import { call } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { sentenceOf } from '../kit/sentence';
import { t } from '../text';
import { RING, type Till } from './till.svelte';

/** Millionths of the major unit for minor units of so many digits. */
const microOf = (minor: number, digits: number): number => minor * 10 ** (6 - digits);

class GiftSale extends Draft {
  code = $state('');
  value = $state<number | null>(null);
  expires = $state<string | null>(null);

  /** Begins anew, with a code that nobody can guess. */
  async start(): Promise<void> {
    [this.code, this.value, this.expires] = ['', null, null];
    this.clear();
    try {
      const { code } = await call('gift_cards.propose', {});
      if (this.code === '') this.code = code;
    } catch (cause) {
      this.failure = sentenceOf(cause);
    }
  }

  protected fields(): unknown {
    return [this.code, this.value, this.expires];
  }

  /** A pre-printed card that is scanned takes the place of the proposed code. */
  scanned(code: string): void {
    this.code = code;
  }

  /** Puts it into the cart, unless the engine refuses the line. */
  async put(till: Till, digits: number): Promise<void> {
    const { code, expires } = this;
    const value_micro = microOf(this.value ?? 0, digits);
    const line = {
      gift_card: code, unit_price_micro: value_micro, quantity_milli: 1_000,
      ...(expires && { gift_card_expires: expires }),
    };
    const tried = { channel: 'counter', lines: [line], request_id: this.requestId, dry_run: true };
    const done = await this.send(() => call('orders.place', tried));
    if (!done) return void (this.errors = atOwnFields(this.errors));
    till.edit((cart) => cart.addCard(t.giftCards.one, code.trim(), value_micro, expires));
    till.mode = RING;
  }
}

/** The only line's errors, at the fields of the panel. */
const atOwnFields = (errors: Readonly<Record<string, string>>) => Object.fromEntries(
  Object.entries(errors).map(([field, sentence]) => [field.replace('lines.0.', ''), sentence]));

export const gift = new GiftSale();
