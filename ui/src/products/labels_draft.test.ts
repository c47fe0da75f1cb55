import { describe, expect, it } from 'vitest';
import { LabelsDraft, countOf } from './labels_draft.svelte';

const mug = { id: 'mug', on_hand_milli: 2_700, service: false };
const tea = { id: 'tea', on_hand_milli: -1_000, service: false };
const work = { id: 'work', on_hand_milli: 9_000, service: true };

describe('labels', () => {
  it('are as many as asked, or one for each whole piece that is there', () => {
    expect([mug, tea, work].map((one) => countOf(one, 'each', 3))).toEqual([3, 3, 3]);
    expect([mug, tea, work].map((one) => countOf(one, 'stock', 3))).toEqual([2, 0, 0]);
  });

  it('leave out what there is nothing of, and keep the usual order of what stands on them', () => {
    const draft = new LabelsDraft([mug, tea]);
    draft.way = 'stock';
    draft.show('title', false);
    draft.show('code', false);
    draft.show('title', true);
    expect(draft.chosen().items).toEqual([{ product: 'mug', count: 2 }]);
    expect(draft.chosen().fields).toEqual(['title', 'sku', 'price', 'unit']);
  });
});
