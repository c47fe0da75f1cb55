import { describe, expect, it } from 'vitest';
import { changeOf, isComplete, type BulkBoxes } from './bulk_change';

const boxes: BulkBoxes = {
  way: 'part', ppm: 50_000, micro: 2_000_000, ending: 'ninety_nine', text: ' Cups ', tax: '',
  point: 5_000, upTo: null, archived: 'yes', customKey: 'story', custom: { text: ' Old ' },
};

describe('what a bulk edit is asked to do', () => {
  it('moves prices by a part, an amount, or to one price', () => {
    expect(changeOf('price', boxes)).toEqual({ price: {
      to_micro: null, by_micro: null, by_ppm: 50_000, step_micro: 1_000_000, less_micro: 10_000,
    } });
    expect(changeOf('cost', { ...boxes, way: 'by', ending: 'exact' })).toEqual({ cost: {
      to_micro: null, by_micro: 2_000_000, by_ppm: null, step_micro: null, less_micro: null,
    } });
  });

  it('leaves a price that is named as it is named', () => {
    expect(changeOf('price', { ...boxes, way: 'to' })).toEqual({ price: {
      to_micro: 2_000_000, by_micro: null, by_ppm: null, step_micro: null, less_micro: null,
    } });
  });

  it('takes away what is left empty', () => {
    expect(changeOf('category', boxes)).toEqual({ category: { text: 'Cups' } });
    expect(changeOf('tax', boxes)).toEqual({ tax: { text: null } });
    expect(changeOf('reorder', boxes)).toEqual({
      reorder: { reorder_point_milli: 5_000, reorder_to_milli: null },
    });
  });

  it('fills in a custom field, or empties it', () => {
    expect(changeOf('custom', boxes)).toEqual({ custom: { key: 'story', value: { text: 'Old' } } });
    expect(changeOf('custom', { ...boxes, custom: { text: ' ' } }))
      .toEqual({ custom: { key: 'story', value: null } });
  });

  it('needs a figure to change prices', () => {
    expect(isComplete('price', { ...boxes, ppm: null })).toBe(false);
    expect(isComplete('price', { ...boxes, ppm: null, way: 'to' })).toBe(true);
    expect(isComplete('category', { ...boxes, text: '' })).toBe(true);
  });
});
