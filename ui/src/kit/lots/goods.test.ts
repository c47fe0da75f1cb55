import { describe, expect, it } from 'vitest';
import type { Order } from '../../api';
import { countUp, lotsNamed, lotsSent, unnamedOf, type Goods } from './goods';

const phone = (quantity = 0): Goods => ({ quantity, tracking: 'serial', lots: [] });
const piece = (coded_lot: string) => ({ coded_lot });

describe('goods that are told apart', () => {
  it('are counted up by their labels, with the last day that stands there', () => {
    const milk: Goods = { quantity: 0, tracking: 'lot' };
    countUp(milk, { coded_lot: 'L1', coded_expires: '2027-01-31', coded_quantity_milli: 6_000 });
    countUp(milk);
    expect(milk.quantity).toBe(7_000);
    expect(lotsNamed(milk)).toEqual({
      lots: [{ lot: 'L1', quantity_milli: 6_000, expires: '2027-01-31' }],
    });
    expect(unnamedOf(milk)).toBe(1_000);
  });

  it('are one piece more by each number, and never twice by the same', () => {
    const goods = phone();
    for (const serial of ['S1', 'S2', 'S1']) countUp(goods, piece(serial));
    expect(goods.quantity).toBe(2_000);
    expect(lotsNamed(goods).lots?.map((one) => one.lot)).toEqual(['S1', 'S2']);
  });

  it('take a number for the piece that was counted and has none', () => {
    const goods = phone();
    countUp(goods);
    countUp(goods, piece('S1'));
    countUp(goods, piece('S2'));
    expect([goods.quantity, unnamedOf(goods)]).toEqual([2_000, 0]);
  });

  it('say nothing where they are not told apart, or nobody named a lot', () => {
    const lots = [{ lot: 'L1', quantity: null, expires: null }];
    expect(lotsNamed({ quantity: 1_000, tracking: 'none', lots })).toEqual({});
    expect(lotsNamed({ quantity: 1_000, tracking: 'lot', lots: [] })).toEqual({});
  });
});

describe('the lots that went out of a line', () => {
  const part = (lot: string, quantity_milli: number, line = 1) =>
    ({ product: 'p', lot, quantity_milli, line, expired: false });
  const order = {
    lines: [{ line: 1, components: [] }, { line: 2, components: [{}] }],
    shipments: [{ lots: [part('A', 2_000), part('B', 1_000), part('C', 1_000, 2)] }],
    returns: [{ lots: [part('B', 1_000)] }],
  } as unknown as Order;

  it('are those that did not come back', () => {
    expect(lotsSent(order, 1).map((row) => [row.lot, row.on_hand_milli])).toEqual([['A', 2_000]]);
  });

  it('are nobody’s business in a bundle', () => {
    expect(lotsSent(order, 2)).toEqual([]);
  });
});
