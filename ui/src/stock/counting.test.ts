import { expect, test } from 'vitest';
import { gathered } from './counting.svelte';

const add = (product: string, quantity_milli = 1000) => ({ product, quantity_milli });
const set = (product: string, quantity_milli: number) =>
  ({ product, quantity_milli, recount: true });

test('scans of a product that wait become one line', () => {
  expect(gathered([add('a'), add('b'), add('a')])).toEqual([add('a', 2000), add('b')]);
});

test('what of them is of one lot becomes one part', () => {
  const of = (lot: string, quantity_milli: number) =>
    ({ ...add('a', quantity_milli), lots: [{ lot, quantity_milli }] });
  expect(gathered([of('L1', 1000), of('L2', 2000), add('a'), of('L1', 500)])).toEqual([{
    product: 'a', quantity_milli: 4500,
    lots: [{ lot: 'L1', quantity_milli: 1500 }, { lot: 'L2', quantity_milli: 2000 }],
  }]);
});

test('scans after a recount add to it, and a recount takes the place of all before', () => {
  expect(gathered([add('a'), set('a', 5000), add('a')])).toEqual([add('a'), set('a', 6000)]);
  expect(gathered([set('a', 5000), set('a', 7000)])).toEqual([set('a', 5000), set('a', 7000)]);
});
