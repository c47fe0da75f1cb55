import { describe, expect, it } from 'vitest';
import { actionOf, isComplete, type BatchBoxes } from './batch_action';

const boxes: BatchBoxes = {
  reason: 'stock', note: ' ', inStock: true, carrier: '', language: 'de', payDays: 'agreed',
  add: ' rush, ,fragile', remove: '', target: 'file', wave: true,
};

describe('what a batch is asked to do', () => {
  it('leaves out what the boxes do not say', () => {
    expect(actionOf('hold', boxes)).toEqual({ hold: { reason: 'stock', note: null } });
    expect(actionOf('ship', boxes)).toEqual({ ship: { in_stock: true, carrier: null } });
    expect(actionOf('allocate', boxes)).toEqual({ allocate: {} });
    expect(actionOf('invoice', boxes)).toEqual({ invoice: { language: 'de', pay_days: null } });
  });

  it('reads tags with commas between them, and needs one at least', () => {
    expect(actionOf('tag', boxes)).toEqual({ tag: { add: ['rush', 'fragile'], remove: [] } });
    expect(isComplete('tag', boxes)).toBe(true);
    expect(isComplete('tag', { ...boxes, add: ' ,' })).toBe(false);
  });

  it('says where a file goes', () => {
    const printed = { print: { printer: 'Office', copies: 2 } };
    expect(actionOf('pick_lists', boxes, printed)).toEqual({
      pick_lists: { path: null, ...printed, language: 'de', wave: true },
    });
    expect(actionOf('export', boxes, { path: 'a.csv' })).toEqual({
      export: { path: 'a.csv', language: 'de' },
    });
  });
});
