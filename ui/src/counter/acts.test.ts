import { describe, expect, it, vi } from 'vitest';
import type { Order, ProductRow } from '../api';
import { actOf } from './acts';
import { Cart, type Back } from './cart.svelte';
import { viewOf } from './display.svelte';
import { finishedOf } from './finished';
import { backField, backOf } from './returning.svelte';
import type { Till } from './till.svelte';

vi.mock('../kit/look.svelte', () => ({ look: { language: 'en', chartTheme: 'light' } }));
vi.mock('../api/book.svelte', () => ({ book: { open: { name: 'Corner Shop' }, digits: 2 } }));

const product = (id: string) =>
  ({ id, sku: id.toUpperCase(), title: `A ${id}`, unit_price_micro: 2_500_000 }) as ProductRow;
const back = (quantity_milli: number, scrapped = false): Back => ({
  id: 'sale', version: 3, number: 'A-000001', methods: ['card'],
  lines: [{
    line: 2, product: 'mug', sku: 'MUG', title: 'A mug', unit_price_micro: 1, most_milli: 3_000,
    quantity_milli, scrapped,
  }],
});

describe('what a cart asks for', () => {
  it('is a sale as long as nothing comes back', () => {
    const cart = new Cart();
    cart.add(product('mug'), null);
    cart.back = back(0);
    expect(actOf(cart).kind).toBe('sale');
  });

  it('is an exchange when something does, at the version of the sale that was seen', () => {
    const cart = new Cart();
    cart.back = back(2_000, true);
    cart.add(product('bowl'), null);
    const act = actOf(cart);
    expect(act).toMatchObject({ kind: 'swap', id: 'sale', expected_version: 3 });
    expect(act.body).toMatchObject({
      counter: true, handed_over: true,
      back: [{ line: 2, restocked_milli: 0, scrapped_milli: 2_000 }],
      lines: [{ product: 'bowl', quantity_milli: 1_000 }],
    });
  });

  it('is a return of its own when goods are taken in without a receipt', () => {
    const cart = new Cart();
    cart.taking = 'Gift';
    cart.add(product('mug'), 2_000);
    if (cart.rows[0]) cart.rows[0].scrapped = true;
    expect(actOf(cart)).toMatchObject({
      kind: 'take_in',
      body: { reason: 'Gift', lines: [{ product: 'mug', quantity_milli: 2_000, scrapped: true }] },
    });
  });

  it('is one exchange of goods without a receipt for others, what comes back first', () => {
    const cart = new Cart();
    cart.taking = 'Gift';
    cart.add(product('mug'), null);
    cart.giving = true;
    cart.add(product('mug'), null);
    cart.giving = false;
    cart.add(product('bowl'), null);
    expect(cart.rows.map((row) => [row.product, !!row.back]))
      .toEqual([['mug', true], ['bowl', true], ['mug', false]]);
    expect(actOf(cart)).toMatchObject({ kind: 'take_in', body: {
      lines: [{ product: 'mug' }, { product: 'bowl' }], taken: [{ product: 'mug' }] } });
  });

  it('survives the window with what comes back', () => {
    const cart = new Cart();
    cart.back = back(1_000);
    const again = Cart.of(JSON.parse(JSON.stringify(cart.state())));
    expect([again.coming, again.requestId]).toEqual([true, cart.requestId]);
  });
});

describe('the sale that goods come back of', () => {
  it('offers what can still come back, and how it was paid, the latest way first', () => {
    const line = (line: number, returnable_milli: number) =>
      ({ line, returnable_milli, product: null, sku: 'S', title: 'T', unit_price_micro: 1,
        tracking: 'lot', components: [] });
    const paid = (method: string, amount_minor: number) => ({ method, amount_minor });
    const order = {
      id: 'o', version: 2, number: 'A-000007', lines: [line(1, 0), line(2, 500)],
      payments: [paid('card', 100), paid('cash', 50), paid('card', -20)],
      shipments: [{ lots: [{ lot: 'L1', line: 2, quantity_milli: 500 }] }], returns: [],
    } as unknown as Order;
    const found = backOf(order);
    expect(found.lines.map((one) => [one.line, one.most_milli])).toEqual([[2, 500]]);
    expect(found.lines[0]?.sent?.map((row) => row.lot)).toEqual(['L1']);
    expect(found.methods).toEqual(['cash', 'card']);
  });

  it('says which of its lots come back, and where a refusal of them stands', () => {
    const lots = [{ lot: 'L2', quantity: null, expires: null }];
    const cart = new Cart();
    const nothing = back(0).lines;
    const some = back(1_000).lines.map((line) => ({ ...line, tracking: 'lot' as const, lots }));
    const coming: Back = { ...back(0), lines: [...nothing, ...some] };
    cart.back = coming;
    expect(actOf(cart)).toMatchObject({ kind: 'swap', body: {
      back: [{ lots: [{ lot: 'L2', quantity_milli: 1_000 }] }] } });
    expect(backField(coming, 'back.0.lots.0.lot')).toBe('back.1.lots.0.lot');
    expect(backField(coming, 'lines.0.lots')).toBeUndefined();
  });
});

describe('what the customer sees', () => {
  it('is goods and money, and nothing of anybody', () => {
    const cart = new Cart();
    cart.add(product('mug'), null);
    cart.customer = { id: 'c', name: 'Ada Byron' };
    const view = viewOf({ cart, finished: null, order: undefined } as unknown as Till);
    expect(view.lines).toEqual([{ title: 'A mug', quantity_milli: 1_000, total_minor: null }]);
    expect(JSON.stringify(view)).not.toContain('Ada');
  });

  it('is what was sold and the change, until the next cart', () => {
    const order = {
      id: 'o', number: 'A-000001', total_minor: 1_750, change_minor: 250, payments: [], returns: [],
      lines: [{ sku: 'M', title: 'A mug', quantity_milli: 1_000, unit_price_micro: 1,
        total_minor: 1_750 }],
    } as unknown as Order;
    const finished = finishedOf(order, new Cart());
    const till = { cart: new Cart(), finished, order: undefined } as unknown as Till;
    expect(viewOf(till)).toMatchObject({ done: true, total_minor: 1_750, change_minor: 250 });
  });
});
