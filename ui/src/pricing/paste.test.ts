import { describe, expect, it } from 'vitest';
import { readPrices } from './paste';

const english = { decimal: '.', group: ',' };

describe('pasted prices', () => {
  it('are a SKU and a price, with a quantity between them for a step', () => {
    const read = readPrices('SKU\tPrice\nMUG\t8.50\nMUG\t10\t7\n\nBOWL;1,200.25\n', english);
    expect(read.wrong).toEqual([]);
    expect(read.prices).toEqual([
      { code: 'MUG', breaks: [
        { from_milli: 0, unit_price_micro: 8_500_000 },
        { from_milli: 10_000, unit_price_micro: 7_000_000 },
      ] },
      { code: 'BOWL', breaks: [{ from_milli: 0, unit_price_micro: 1_200_250_000 }] },
    ]);
  });

  it('name the lines that cannot be read', () => {
    expect(readPrices('MUG\t8\nBOWL\tcheap\n\t5', english).wrong).toEqual([2, 3]);
  });
});
