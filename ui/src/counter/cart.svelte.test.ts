import { describe, expect, it } from 'vitest';
import type { Order, ProductRow } from '../api';
import { Cart } from './cart.svelte';
import { setFigure } from './figures';
import { shortLines } from './sale';

const product = (id: string, unit_price_micro = 2_500_000) =>
  ({ id, sku: id.toUpperCase(), title: `A ${id}`, unit_price_micro }) as ProductRow;
const [mug, bowl] = [product('mug'), product('bowl')];
const shown = (cart: Cart) => cart.rows.map((row) => `${row.quantity_milli / 1000} ${row.sku}`);

describe('a cart', () => {
  it('counts one more on the row of the same product, and selects it', () => {
    const cart = new Cart();
    for (const one of [mug, bowl, mug]) cart.add(one, null);
    cart.add(bowl, 2_500);
    expect(shown(cart)).toEqual(['2 MUG', '3.5 BOWL']);
    expect(cart.row?.sku).toBe('BOWL');
  });

  it('leaves a row alone that has a price or a discount of its own', () => {
    const cart = new Cart();
    cart.add(mug, null);
    setFigure(cart, 'price', 1_000_000);
    cart.add(mug, null);
    setFigure(cart, 'discount', 100_000);
    cart.add(mug, null);
    expect(shown(cart)).toEqual(['1 MUG', '1 MUG', '1 MUG']);
  });

  it('never counts down to nothing', () => {
    const cart = new Cart();
    cart.add(mug, null);
    cart.count(-1);
    cart.count(1);
    cart.count(-1);
    cart.count(-1);
    expect(shown(cart)).toEqual(['1 MUG']);
  });

  it('selects the next row when one is removed, else the one before', () => {
    const cart = new Cart();
    for (const one of [mug, bowl, product('jar')]) cart.add(one, null);
    cart.move(-1);
    cart.remove();
    expect(cart.row?.sku).toBe('JAR');
    cart.remove();
    expect(cart.row?.sku).toBe('MUG');
    cart.remove();
    expect([cart.row, cart.empty]).toEqual([undefined, true]);
  });

  it('asks the engine for its lines alone, unknown codes are no part of it', () => {
    const cart = new Cart();
    cart.add(mug, null);
    cart.addUnknown('404', null, 'product_unknown');
    cart.add(bowl, null);
    expect(cart.input().lines.map((line) => line.product)).toEqual(['mug', 'bowl']);
    expect(cart.lines.indexOf(cart.rows[2] as never)).toBe(1);
  });

  it('has one discount a row: percent or an amount', () => {
    const cart = new Cart();
    cart.add(mug, null);
    setFigure(cart, 'discount', 100_000);
    setFigure(cart, 'amount_off', 50);
    const [line] = cart.input().lines;
    expect([line?.discount_ppm, line?.discount_minor]).toEqual([null, 50]);
  });

  it('is the same after it was kept, with the same request', () => {
    const cart = new Cart();
    cart.add(mug, 3_000);
    cart.customer = { id: 'c', name: 'Ada' };
    const again = Cart.of(JSON.parse(JSON.stringify(cart.state())));
    expect(again.input()).toEqual(cart.input());
    expect([again.requestId, again.row?.sku]).toEqual([cart.requestId, 'MUG']);
    again.add(bowl, null);
    expect(new Set(again.rows.map((row) => row.key)).size).toBe(2);
  });

  it('keeps the parts of a payment until they are taken away', () => {
    const cart = new Cart();
    cart.add(mug, null);
    cart.pay('card', 500);
    cart.pay('cash', 300);
    const again = Cart.of(JSON.parse(JSON.stringify(cart.state())));
    again.unpay();
    expect(again.tender('cash', null)).toEqual([
      { method: 'card', tendered_minor: 500 }, { method: 'cash', tendered_minor: null },
    ]);
    again.unpay(0);
    expect(again.tender(null, null)).toEqual([]);
  });

  it('is sold as the draft that it was parked as', () => {
    const cart = new Cart();
    const line = { product: 'mug', sku: 'MUG', title: 'A mug', tax: 'standard',
      quantity_milli: 2_000, unit_price_micro: 1_990_000, discount_ppm: 0, discount_minor: 25,
      tracking: 'lot', lots: [{ lot: 'L1', quantity_milli: 1_000, line: null, expired: false }] };
    cart.load({ id: 'draft', version: 3, discount_ppm: 50_000, promotions: [],
      lines: [line] } as unknown as Order);
    expect(cart.sale('cash', 5_000)).toMatchObject({
      id: 'draft', expected_version: 3, discount_ppm: 50_000,
      payments: [{ method: 'cash', tendered_minor: 5_000 }],
      lines: [{ product: 'mug', unit_price_micro: 1_990_000, discount_minor: 25,
        lots: [{ lot: 'L1', quantity_milli: 1_000 }] }],
    });
    expect(new Cart().sale('cash', null)).not.toHaveProperty('id');
  });

  it('keeps the currency that it was parked in, and is paid in notes of any', () => {
    const cart = new Cart();
    cart.load({ id: 'draft', version: 1, currency: 'USD', exchange: { rate: '1 USD = 0.8 GBP' },
      promotions: [], lines: [] } as unknown as Order);
    expect(cart.foreign).toBe('USD');
    expect(Cart.of(cart.state()).sale('cash:EUR', 5_000)).toMatchObject({
      currency: 'USD', payments: [{ method: 'cash', currency: 'EUR', tendered_minor: 5_000 }],
    });
    expect(new Cart().input()).not.toHaveProperty('currency');
  });
});

describe('what is short', () => {
  it('is told of the line that the engine names', () => {
    const short = { code: 'stock_short', field: 'lines.11.quantity_milli', detail: '2000' };
    const other = { code: 'price_changed', field: null, detail: '250' };
    expect([...shortLines([other, short])]).toEqual([[11, 2_000]]);
  });
});
