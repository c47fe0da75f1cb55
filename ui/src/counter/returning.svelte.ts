// Goods that come back: the sale is found by the number on its receipt, scanned or typed; what of
// it comes back is then chosen, by hand or by scanning the goods. Without a receipt, somebody says
// why.
import { call, toCallError, type Order, type OrderRow, type ProductOfCode } from '../api';
import { goodsBack } from '../kit/bundles';
import { amountOf } from '../kit/currencies';
import type { Option } from '../kit/form/finder.svelte';
import { countUp, lotsSent, type Goods } from '../kit/lots/goods';
import { sentenceOf } from '../kit/sentence';
import { sound } from '../kit/sound';
import { format, t } from '../text';
import { customerName } from '../kit/names';
import type { Back, BackLine } from './cart.svelte';
import { RING, type Till } from './till.svelte';

const HITS_MAX = 12;

/** A whole one, in thousandths. */
const ONE_MILLI = 1_000;

/** What of a sale can come back; nothing of it is chosen yet. */
export function backOf(order: Order): Back {
  const own = (line: number) => order.lines.find((one) => one.line === line);
  const paid = order.payments.filter((part) => part.amount_minor > 0);
  return {
    id: order.id, version: order.version, number: order.number,
    currency: order.exchange ? order.currency : null,
    methods: [...new Set(paid.map((part) => part.method).reverse())],
    card: paid.findLast((part) => part.gift_card_code)?.gift_card_code ?? null,
    lines: goodsBack(order).map(({ line, component, each, product, sku, title, most }) => ({
      line, ...(component && { component, each_milli: each }), product, sku, title,
      unit_price_micro: component ? null : own(line)?.unit_price_micro ?? null, most_milli: most,
      quantity_milli: 0, scrapped: false, tracking: own(line)?.tracking ?? 'none',
      sent: component ? [] : lotsSent(order, line),
    })),
  };
}

function saleOption(row: OrderRow): Option {
  const who = row.customer_name ? customerName(row.customer_name) : undefined;
  const detail = [format.day(row.day), who, amountOf(row, row.total_minor)];
  return { id: row.id, title: row.number, detail: detail.filter(Boolean).join(' · '), record: row };
}

/** Sales whose number, customer or reference begins with what is typed. */
export async function findSales(text: string): Promise<Option[]> {
  if (text === '') return [];
  const filter = { kind: ['sale' as const], state: ['placed' as const, 'closed' as const] };
  const sort = { key: 'placed' as const, descending: true };
  const question = { text, filter, sort, offset: 0, limit: HITS_MAX };
  return (await call('orders.list', question)).rows.map(saleOption);
}

/** Whether a piece with this number went out of a line. */
const went = ({ tracking, sent }: BackLine, code: string) =>
  tracking === 'serial' && !!sent?.some((one) => one.lot === code);

/** A line with one more of its goods, of the lot that a label says. */
function oneMore({ quantity_milli, tracking, lots }: BackLine, coded: Partial<ProductOfCode>) {
  const goods: Goods = { quantity: quantity_milli, tracking: tracking ?? 'none', lots: lots ?? [] };
  countUp(goods, coded);
  return { quantity: goods.quantity ?? 0, lots: goods.lots };
}

/** The field of a line that comes back: a refusal counts among those of which something does. */
export function backField(back: Back, field: string | null): string | undefined {
  const [, index, rest] = /^back\.(\d+)\.(.+)$/.exec(field ?? '') ?? [];
  const coming = back.lines.filter((line) => line.quantity_milli > 0);
  const line = coming[Number(index)];
  return line && `back.${back.lines.indexOf(line)}.${rest}`;
}

class Returning {
  /** Why the last thing that was asked for is not possible. */
  wrong = $state<string | undefined>(undefined);
  busy = $state(false);

  clear(): void {
    this.wrong = undefined;
  }

  /** What a scanner read while the panel is open: the receipt, then goods of it. */
  scanned(till: Till, code: string): void {
    if (till.cart.back) void this.#goods(till, code);
    else void this.#receipt(till, code);
  }

  async #receipt(till: Till, code: string): Promise<void> {
    await this.#run(async () => {
      const { hits } = await call('book.search', { text: code, limit: HITS_MAX });
      const same = (title: string) => title.toLowerCase() === code.toLowerCase();
      const hit = hits.find((one) => one.kind === 'order' && same(one.title));
      if (hit) await this.#take(till, hit.id);
      else this.#refuse(t.back.unknownSale(code));
    });
  }

  /** Takes a sale that was found. */
  async take(till: Till, id: string): Promise<void> {
    await this.#run(() => this.#take(till, id));
  }

  async #take(till: Till, id: string): Promise<void> {
    const back = backOf(await call('orders.get', { id }));
    if (back.lines.length === 0) return this.#refuse(t.back.nothingLeft(back.number));
    till.finished = null;
    till.edit((cart) => (cart.back = back));
  }

  /** One more of the goods that were scanned, of the lot that their label says. */
  async #goods(till: Till, code: string): Promise<void> {
    await this.#run(async () => {
      const lines = till.cart.back?.lines ?? [];
      // A piece that was sold is known by its number on the receipt, and lies nowhere.
      const piece = lines.find((line) => went(line, code));
      const goods = piece ? [piece] : undefined;
      const found = goods ? { coded_lot: code } : await call('products.by_code', { code });
      const own = goods ?? lines.filter((line) => 'id' in found && line.product === found.id);
      const taken = own.map((line) => ({ line, after: oneMore(line, found) }))
        .find(({ line, after }) => after.quantity <= line.most_milli);
      if (!taken) return this.#refuse(t.back.notOnIt(code));
      const { quantity, lots } = taken.after;
      till.edit(() => Object.assign(taken.line, { quantity_milli: quantity, lots }));
    });
  }

  /** All of the sale comes back. */
  all(till: Till): void {
    till.edit((cart) => cart.back?.lines.forEach((line, _, lines) => {
      // What a whole bundle contains comes back with it.
      const bundle = lines.find((one) => one.line === line.line && !one.component);
      const within = line.component ? (bundle?.most_milli ?? 0) * (line.each_milli ?? 0) : 0;
      line.quantity_milli = Math.max(0, line.most_milli - within / ONE_MILLI);
    }));
  }

  /** Goes on without a receipt: what is scanned from now on comes back. */
  without(till: Till, reason: string): void {
    if (reason.trim() === '') return void (this.wrong = t.back.whyFirst);
    till.finished = null;
    till.edit((cart) => {
      cart.back = null;
      cart.taking = reason.trim();
    });
    till.mode = RING;
  }

  /** Back to the cart; nothing chosen means that nothing comes back. */
  done(till: Till): void {
    if (!till.cart.coming) till.edit((cart) => (cart.back = null));
    till.mode = RING;
  }

  #refuse(why: string): void {
    this.wrong = why;
    sound.beep();
  }

  async #run(run: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.wrong = undefined;
    try {
      await run();
    } catch (cause) {
      this.#refuse(sentenceOf(toCallError(cause)));
    } finally {
      this.busy = false;
    }
  }
}

export const returning = new Returning();
