import { describe, expect, it } from 'vitest';
import { fieldShown } from '../kit/form/sent_field';
import { quantitiesOf, type PickedLine } from './act_draft.svelte';

const line = (number: number, quantity: number | null): PickedLine =>
  ({ line: number, sku: '', title: '', most: 5000, quantity });

describe('lines that an act is about', () => {
  const shown = [line(1, null), line(2, 2000), line(4, 0), line(5, 1000)];
  const sent = shown.filter((one) => one.quantity);

  it('are sent when something of them is picked', () => {
    expect(quantitiesOf(shown)).toEqual([
      { line: 2, quantity_milli: 2000 }, { line: 5, quantity_milli: 1000 },
    ]);
  });

  it('take a refusal to where they stand in the dialog', () => {
    expect(fieldShown('lines.0.quantity_milli', sent, shown)).toBe('lines.1.quantity_milli');
    expect(fieldShown('lines.1.line', sent, shown)).toBe('lines.3.line');
    expect(fieldShown('carrier', sent, shown)).toBe('carrier');
    expect(fieldShown('lines.7.quantity_milli', sent, shown)).toBe('lines.7.quantity_milli');
  });
});
