import { describe, expect, it } from 'vitest';
import { timesCoded } from './line';

describe('how much a code means', () => {
  it('is what it says, so many times', () => {
    expect(timesCoded(12_000, null)).toBe(12_000);
    expect(timesCoded(12_000, 3_000)).toBe(36_000);
    expect(timesCoded(412, 2_000)).toBe(824);
  });

  it('is what was typed where the code says nothing', () => {
    expect(timesCoded(null, 2_000)).toBe(2_000);
    expect(timesCoded(undefined, null)).toBeNull();
  });
});
