import { describe, expect, it } from 'vitest';
import { addLot, blankLot, lotInputs, namedMilli, upTo } from './lots';

describe('lots being named', () => {
  const lot = (name: string, quantity: number | null) =>
    ({ ...blankLot(), lot: name, quantity });

  it('gives one without a quantity what the others leave', () => {
    const entries = [lot(' A ', 2_000), lot('B', null), blankLot()];
    expect(lotInputs(entries, 'lot', 5_000)).toEqual([
      { lot: 'A', quantity_milli: 2_000 }, { lot: 'B', quantity_milli: 3_000 },
    ]);
    expect(namedMilli(entries, 'lot', 5_000)).toBe(5_000);
  });

  it('takes a serial number for one piece whatever was typed', () => {
    expect(lotInputs([lot('S1', null), lot('S2', 7_000)], 'serial', 2_000))
      .toEqual([{ lot: 'S1', quantity_milli: 1_000 }, { lot: 'S2', quantity_milli: 1_000 }]);
  });

  it('counts a lot up that is scanned again, and keeps the last day that was said', () => {
    const once = addLot([blankLot()], 'A', 1_000, '2027-01-31');
    const twice = addLot(once, 'A', 1_000, null);
    expect(twice).toEqual([{ lot: 'A', quantity: 2_000, expires: '2027-01-31' }]);
    expect(addLot(twice, 'B', 500, null)).toHaveLength(2);
  });

  it('cuts what was proposed to what goes', () => {
    const proposed = [lot('A', 2_000), lot('B', 3_000)];
    expect(upTo(proposed, 2_500).map((one) => one.quantity)).toEqual([2_000, 500]);
    expect(upTo(proposed, 1_000)).toEqual([lot('A', 1_000)]);
  });
});
