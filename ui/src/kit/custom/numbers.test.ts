import { describe, expect, it } from 'vitest';
import { decimalsOf, inMicro, inUnits } from './numbers';

describe('numbers of custom fields', () => {
  it('are typed with the decimals of their field, and shown with more where they have more', () => {
    expect(decimalsOf(9_500_000, 1)).toBe(1);
    expect(decimalsOf(9_500_000, 2)).toBe(2);
    expect(decimalsOf(9_555_000, 1)).toBe(3);
    expect(decimalsOf(-1, 0)).toBe(6);
  });

  it('go to millionths and back without a fraction', () => {
    expect(inUnits(9_500_000, 1)).toBe(95);
    expect(inMicro(95, 1)).toBe(9_500_000);
    expect(inMicro(inUnits(-1, 6), 6)).toBe(-1);
  });
});
