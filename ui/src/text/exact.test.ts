import { describe, expect, it } from 'vitest';
import { decimalOf } from './exact';

describe('an amount written down', () => {
  it.each([
    [123456, 2, '1234.56'], [-5, 2, '-0.05'], [0, 2, '0.00'], [7, 0, '7'], [1, 6, '0.000001'],
    [-1234, 3, '-1.234'],
  ])('writes %s with %s digits as %s', (value, digits, text) => {
    expect(decimalOf(value, digits)).toBe(text);
  });

  it('is exact beyond what a float can hold', () => {
    expect(decimalOf(9_007_199_254_740_993n, 2)).toBe('90071992547409.93');
  });
});
