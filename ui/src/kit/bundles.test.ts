import { describe, expect, it } from 'vitest';
import type { BundlePart, Order } from '../api';
import { assembled, goodsBack, isSameGoods, isVirtual, limits } from './bundles';

const part = (enough_for_milli: number): BundlePart => ({
  product: String(enough_for_milli), sku: 'A', title: 'A', quantity_milli: 1000,
  on_hand_milli: 0, available_milli: 0, enough_for_milli,
});

describe('bundles', () => {
  it('are limited by the components that are enough for the fewest', () => {
    const parts = [part(3000), part(1000), part(1000)];
    expect(parts.map((one) => limits(one, parts))).toEqual([false, true, true]);
    expect(limits(parts[0]!, [parts[0]!])).toBe(false);
  });

  it('take their goods from components when they are virtual', () => {
    expect([{ bundle: 'virtual' as const }, { bundle: 'assembled' as const }, { bundle: null }]
      .map(isVirtual)).toEqual([true, false, false]);
  });

  it('name movements that nobody gave a reason', () => {
    expect(assembled({ from: 'main', to: 'assembly' })).not.toBe('');
    expect(assembled({ from: 'main', to: 'customer' })).toBe('');
  });

  it('come back whole or in pieces, as far as they are still out', () => {
    const piece = (product: string, quantity_milli: number, returnable_milli: number) =>
      ({ product, sku: product, title: product, quantity_milli, returnable_milli,
        return_requested_milli: 0 });
    const line = (number: number, returnable_milli: number, components: unknown[]) =>
      ({ line: number, product: 'set', sku: 'SET', title: 'Set', returnable_milli,
        return_requested_milli: returnable_milli, components });
    const order = { lines: [
      line(1, 1000, [piece('mug', 2000, 3000), piece('cup', 1000, 0)]), line(2, 0, []),
    ] } as unknown as Order;
    const found = goodsBack(order);
    expect(found.map((one) => [one.line, one.component, one.most, one.requested])).toEqual([
      [1, undefined, 1000, 1000], [1, 'mug', 3000, 2000],
    ]);
    expect(isSameGoods({ line: 1, component: null }, found[0]!)).toBe(true);
    expect(isSameGoods({ line: 1, component: 'mug' }, found[0]!)).toBe(false);
  });
});
