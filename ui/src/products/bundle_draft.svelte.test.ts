import { describe, expect, it, vi } from 'vitest';
import type { Product } from '../api';
import { BundleDraft } from './bundle_draft.svelte';

const call = vi.hoisted(() => vi.fn());
vi.mock('../api', async (original) => ({ ...await original<object>(), call }));

const product = {
  id: 'set', version: 3,
  components: [{ product: 'mug', sku: 'MUG', title: 'Mug', quantity_milli: 2000 }],
} as unknown as Product;

describe('what a bundle is made of', () => {
  it('counts a component up that is there, and adds one that is not', () => {
    const draft = new BundleDraft(product);
    expect(draft.dirty).toBe(false);
    draft.add({ id: 'mug', sku: 'MUG', title: 'Mug' });
    draft.add({ id: 'cup', sku: 'CUP', title: 'Cup' });
    expect(draft.components.map((one) => [one.sku, one.quantity])).toEqual([
      ['MUG', 3000], ['CUP', 1000],
    ]);
    expect(draft.dirty).toBe(true);
  });

  it('sends the whole recipe at the version that was seen', async () => {
    call.mockResolvedValueOnce({ output: product });
    const draft = new BundleDraft(product);
    draft.components.splice(0, 1);
    expect(await draft.submit()).toBe(true);
    expect(call).toHaveBeenCalledWith('products.bundle', expect.objectContaining({
      id: 'set', expected_version: 3, components: [],
    }));
  });
});
