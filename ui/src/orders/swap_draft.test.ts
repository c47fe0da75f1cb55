import { beforeEach, expect, test, vi } from 'vitest';
import { book, CallError, type Order } from '../api';
import { SwapDraft } from './swap_draft.svelte';

const asked = vi.hoisted(() => vi.fn());
vi.mock('../host', () => ({ host: { call: asked } }));

const order = { id: 'o', version: 1, number: 'A-1', lines: [], payments: [] };
const refused = new CallError({
  kind: 'not_found', code: 'gift_card_unknown', field: 'gift_card', detail: null, report_id: null,
});

/** The preview leaves the money open; only the exchange itself looks at the card. */
async function answer(_verb: string, { dry_run }: { dry_run: boolean }) {
  if (!dry_run) throw refused;
  return { output: order };
}

beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(answer);
  book.info = { payment_methods: ['card'], channels: [], taxes: [] } as never;
});

test('a refusal stays said when a preview comes after it, until the fields change', async () => {
  const draft = new SwapDraft(order as unknown as Order);
  draft.giftCard = 'GIFT-9';
  expect(await draft.saveDraft()).toBeUndefined();
  await draft.compute();
  expect(draft.errorAt('gift_card')).toBeDefined();
  draft.giftCard = 'GIFT-1';
  await draft.compute();
  expect(draft.errorAt('gift_card')).toBeUndefined();
});
