import { expect, test } from 'vitest';
import type { Product } from '../api';
import { VariantsDraft } from './variants_draft.svelte';

const shirt = (over: Partial<Product> = {}) => ({
  id: 'p', version: 1, sku: 'SHIRT', title: 'Shirt', unit_price_micro: 20_000_000, options: [],
  variants: [], ...over,
}) as unknown as Product;

test('every combination of what is typed is offered until it is ticked off', () => {
  const draft = new VariantsDraft(shirt());
  expect(draft.combinations).toEqual([]);
  draft.options[0]!.name = 'Size';
  draft.options[0]!.values = 'S, M';
  draft.addOption();
  draft.options[1]!.values = 'white, blue';
  expect(draft.combinations.map((one) => one.values.join('/')))
    .toEqual(['S/white', 'S/blue', 'M/white', 'M/blue']);
  const [, , medium] = draft.combinations;
  draft.type(medium!, { offered: false });
  expect(draft.fresh.map((one) => draft.typed(one).sku))
    .toEqual(['SHIRT-S-WHITE', 'SHIRT-S-BLUE', 'SHIRT-M-BLUE']);
});

test('what is there is not made again', () => {
  const there = { values: ['M'], row: { sku: 'SHIRT-M' } };
  const draft = new VariantsDraft(shirt({
    options: [{ name: 'Size', values: ['S', 'M'] }], variants: [there] as Product['variants'],
  }));
  expect(draft.fresh.map((one) => one.values)).toEqual([['S']]);
  expect(draft.isFixed).toBe(true);
});
