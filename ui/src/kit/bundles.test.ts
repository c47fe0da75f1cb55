import { describe, expect, it } from 'vitest';
import type { BundlePart } from '../api';
import { assembled, isVirtual, limits } from './bundles';

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
});
