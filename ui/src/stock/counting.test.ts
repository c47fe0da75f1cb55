import { expect, test } from 'vitest';
import { gathered } from './counting.svelte';

const add = (product: string, quantity_milli = 1000) => ({ product, quantity_milli });
const set = (product: string, quantity_milli: number) =>
  ({ product, quantity_milli, recount: true });

test('scans of a product that wait become one line', () => {
  expect(gathered([add('a'), add('b'), add('a')])).toEqual([add('a', 2000), add('b')]);
});

test('scans after a recount add to it, and a recount takes the place of all before', () => {
  expect(gathered([add('a'), set('a', 5000), add('a')])).toEqual([add('a'), set('a', 6000)]);
  expect(gathered([set('a', 5000), set('a', 7000)])).toEqual([set('a', 5000), set('a', 7000)]);
});
