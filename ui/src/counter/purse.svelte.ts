// Paying out of a gift card or the customer's store credit: at most what is there, at most what is
// due; or putting on it what is owed for goods that came back. How much it is is the engine's
// figure, from an act that is only tried.
import { toCallError, type SalePayment } from '../api';
import { sentenceOf } from '../kit/sentence';
import { actOf, tryAct } from './acts';
import { sell } from './sale';
import { RING, type Till } from './till.svelte';

/** What a purse pays of what is due, and whether that is all of it. */
interface Pays { amount_minor: number; all: boolean }

type Part = Pick<SalePayment, 'method' | 'gift_card'>;

/** What is asked for, by the parts that were taken before and by this one. */
async function pays(till: Till, part: Part): Promise<Pays> {
  const act = actOf(till.cart);
  const payments = [...till.cart.payments, part];
  try {
    const last = (await tryAct({ act, payments })).payments.at(-1);
    // Of a sale in another currency that comes back, the parts are in its own.
    const own = act.kind === 'swap' ? null : last?.book_minor;
    return { amount_minor: Math.abs(own ?? last?.amount_minor ?? 0), all: true };
  } catch (cause) {
    const error = toCallError(cause);
    if (error.code !== 'tendered_too_little') throw cause;
    const due_minor = await dueBefore(till);
    return { amount_minor: due_minor - Number(error.detail ?? 0), all: false };
  }
}

/** What is due before it: the same without this part says how much is missing. */
async function dueBefore(till: Till): Promise<number> {
  try {
    await tryAct({ act: actOf(till.cart), payments: [...till.cart.payments] });
    return 0;
  } catch (cause) {
    const error = toCallError(cause);
    if (error.code !== 'tendered_too_little') throw cause;
    return Number(error.detail ?? 0);
  }
}

class Purse {
  code = $state('');
  wrong = $state<string | undefined>(undefined);
  busy = $state(false);

  start(code: string): void {
    this.code = code;
    this.wrong = undefined;
  }

  /** What a scanner read while the panel is open. */
  scanned(till: Till, code: string): void {
    this.code = code;
    void this.take(till);
  }

  /** The card of the code pays. */
  take(till: Till): Promise<void> {
    const code = this.code.trim();
    return code === '' ? Promise.resolve() : this.#pay(till, 'gift_card', code);
  }

  /** The customer's store credit pays. */
  credit(till: Till): Promise<void> {
    return this.#pay(till, 'store_credit', undefined);
  }

  async #pay(till: Till, method: string, gift_card: string | undefined): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.wrong = undefined;
    try {
      await till.settled();
      const { amount_minor, all } = await pays(till, { method, ...(gift_card && { gift_card }) });
      till.edit((cart) => cart.pay(method, amount_minor, gift_card));
      till.mode = RING;
      if (all) await sell(till, null, null);
    } catch (cause) {
      this.wrong = sentenceOf(cause);
      if (till.mode.kind === 'ring') till.failure = this.wrong;
    } finally {
      this.busy = false;
    }
  }
}

export const purse = new Purse();
