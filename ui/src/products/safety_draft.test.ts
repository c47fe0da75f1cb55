import { describe, expect, it } from 'vitest';
import type { LocationRow } from '../api';
import { SafetyDraft } from './safety_draft.svelte';

const place = (location: string, more: Partial<LocationRow> = {}): LocationRow => ({
  id: location, location, name: location, code: null, kind: 'shop', parent: null, sellable: true,
  archived: false, products: 0, version: 1, ...more,
});

describe('what is kept back at places', () => {
  it('asks of places in use that lie in no other, and says only what was typed', () => {
    const draft = new SafetyDraft();
    draft.load([{ location: 'b', quantity_milli: 2000 }]);
    draft.places([place('main'), place('b'), place('s', { parent: 'b' }),
      place('old', { archived: true })]);
    expect(draft.rows.map((row) => [row.location, row.quantity]))
      .toEqual([['main', null], ['b', 2000]]);
    const [main] = draft.rows;
    if (main) main.quantity = 0;
    expect(draft.said).toEqual([{ location: 'b', quantity_milli: 2000 },
      { location: 'main', quantity_milli: 0 }]);
    expect(draft.rows.map((row) => draft.pathOf(row)))
      .toEqual(['safety_at.1.quantity_milli', 'safety_at.0.quantity_milli']);
  });

  it('is the same before and after the places are known, and keeps what is said of others', () => {
    const said = [{ location: 'b', quantity_milli: 1 }, { location: 'old', quantity_milli: 5 }];
    const draft = new SafetyDraft();
    draft.load(said);
    expect(draft.said).toEqual(said);
    draft.places([place('main'), place('b'), place('old', { archived: true })]);
    expect(draft.said).toEqual(said);
    draft.load([]);
    expect(draft.said).toEqual([]);
  });
});
