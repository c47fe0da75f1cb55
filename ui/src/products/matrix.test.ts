import { expect, test } from 'vitest';
import { combinations, skuOf, valuesOf } from './matrix';

test('values are trimmed, and none is there twice', () => {
  expect(valuesOf(' S, M ,, S;L ')).toEqual(['S', 'M', 'L']);
});

test('every combination stands in the order of options and values', () => {
  const all = combinations([{ name: 'Size', values: 'S, M' }, { name: 'Colour', values: 'r,g' }]);
  expect(all.map((one) => one.values.join('/'))).toEqual(['S/r', 'S/g', 'M/r', 'M/g']);
});

test('an option without values makes no combination, and neither do too many', () => {
  const half = [{ name: 'Size', values: 'S' }, { name: 'Colour', values: ' ' }];
  expect(combinations(half)).toEqual([]);
  const many = Array.from({ length: 40 }, (_, at) => `v${at}`).join(',');
  expect(combinations([{ name: 'A', values: many }, { name: 'B', values: many }])).toEqual([]);
  expect(combinations([])).toEqual([]);
});

test('a SKU is made of the product’s and the values', () => {
  expect(skuOf('SHIRT', ['M', 'Café crème'])).toBe('SHIRT-M-CAFECREME');
  expect(skuOf('SHIRT', ['½', '100 %'])).toBe('SHIRT-½-100');
});
