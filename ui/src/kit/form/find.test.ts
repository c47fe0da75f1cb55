import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findProducts, meantMilli } from './find';
import { call, type ProductOfCode, type ProductRow } from '../../api';

vi.mock('../../api', () => ({ book: { digits: 2 }, call: vi.fn() }));

const pen = { id: 'p', sku: 'PEN', title: 'Pen', unit_price_micro: 1_000_000, service: false,
  available_milli: 9_000 } as ProductRow;
const BOX = '14006381333938';

describe('what a box that finds products finds', () => {
  const asked = vi.mocked(call as (verb: string, input: { code?: string }) => Promise<unknown>);
  beforeEach(() => {
    asked.mockReset().mockImplementation((verb, { code }) => {
      if (verb === 'products.list') return Promise.resolve({ rows: [pen] });
      return code === BOX ? Promise.resolve({ ...pen, coded_quantity_milli: 12_000 })
        : Promise.reject(new Error('unknown'));
    });
  });

  it('is the pack alone whose code is typed, with what it holds', async () => {
    const [hit, ...others] = await findProducts(BOX);
    expect(others).toEqual([]);
    expect(hit?.detail).toMatch(/^12 × 1.00 /);
    expect(meantMilli(hit?.record as ProductOfCode)).toBe(12_000);
  });

  it('is what the list has for words and for other codes, one piece each', async () => {
    for (const text of ['pen', '4006381333931']) {
      const [hit] = await findProducts(text);
      expect(meantMilli(hit?.record as ProductRow), text).toBe(1_000);
    }
    const codes = asked.mock.calls.filter(([verb]) => verb === 'products.by_code');
    expect(codes.map(([, input]) => input.code)).toEqual(['4006381333931']);
  });
});
