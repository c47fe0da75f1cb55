// What the window for the customer shows: the cart and its money, and nothing of anybody. It is
// handed over whenever it changes, once that window was opened from here.
import { book, call, toCallError, type CustomerView } from '../api';
import { isSameGoods } from '../kit/bundles';
import { look } from '../kit/look.svelte';
import { sentenceOf } from '../kit/sentence';
import { lastReturn } from './acts';
import { digitsIn } from './money';
import type { Till } from './till.svelte';

/** The customer's view of the till as it is now. */
export function viewOf(till: Till): CustomerView {
  const { finished, cart } = till;
  const code = finished && !cart.filled ? finished.currency : cart.foreign;
  const shop = { shop: book.open.name, digits: digitsIn(code), currency: code ?? null,
    change_digits: book.digits, change_currency: code ? book.open.currency : null,
    language: look.language, theme: look.chartTheme };
  if (finished && !cart.filled) {
    const lines = finished.lines.map(({ title, quantity_milli, total_minor }) =>
      ({ title, quantity_milli, total_minor }));
    const { total_minor, change_minor } = finished;
    return { ...shop, lines, total_minor, change_minor, done: true };
  }
  const { order } = till;
  const credits = (order && lastReturn(order)?.lines) ?? [];
  const coming = cart.back?.lines.filter((line) => line.quantity_milli > 0) ?? [];
  const back = coming.map((one) => {
    const { title, quantity_milli } = one;
    const credit = credits.find((part) => isSameGoods(part, one))?.total_minor;
    return { title, quantity_milli: -quantity_milli,
      total_minor: credit === undefined ? null : -credit };
  });
  const rows = cart.lines.map(({ title, quantity_milli, product }, at) => {
    const line = order?.lines[at];
    const known = line?.product === product && line.quantity_milli === quantity_milli;
    return { title, quantity_milli, total_minor: known ? line.total_minor : null };
  });
  return { ...shop, lines: [...back, ...rows], total_minor: order?.total_minor ?? null,
    change_minor: null, done: false };
}

class Display {
  /** The window was opened from here. */
  on = $state(false);

  /** Opens the window, or brings it to the front. */
  async open(till: Till): Promise<void> {
    till.forget();
    try {
      await call('shell.customer_window', {});
      this.on = true;
    } catch (cause) {
      till.failure = sentenceOf(toCallError(cause));
    }
  }

  /** Hands over what there is to see. A window that was closed meanwhile shows nothing. */
  show(view: CustomerView): void {
    void call('shell.show_customer', view).catch(() => undefined);
  }
}

export const display = new Display();
