import { beforeEach, expect, test, vi } from 'vitest';
import { CallError, type Transfer } from '../api';
import { TransferDraft } from './transfer_draft.svelte';

const asked = vi.hoisted(() => vi.fn());
vi.mock('../host', () => ({ host: { call: asked } }));
vi.mock('../kit/sound', () => ({ sound: { beep: () => undefined } }));

const mug = { id: 'mug', sku: 'MUG', title: 'Mug', tracking: 'none' };
const refused = (kind: 'not_found' | 'unavailable') =>
  new CallError({ kind, code: 'product_unknown', field: null, detail: null, report_id: null });

/** Answers by verb; a code that is no product's may be a place's. */
function answer(verb: string, { code }: { code?: string }) {
  if (verb === 'locations.by_code') return { location: code === 'NORTH-1' ? 'north' : null };
  if (verb === 'transfers.create') return { output: { number: 'T-1' } };
  if (code === 'MUG-1') return mug;
  throw refused('not_found');
}

beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(async (verb: string, input: object) => answer(verb, input));
});
const sent = () => asked.mock.calls.find(([verb]) => verb === 'transfers.create')?.[1];

test('what was scanned just before it is saved is on it', async () => {
  const draft = new TransferDraft();
  for (const code of ['NORTH-1', 'MUG-1', 'MUG-1']) draft.scan(code);
  expect((await draft.submit(false))?.number).toBe('T-1');
  expect(sent()).toMatchObject({
    from: 'main', to: 'north', lines: [{ product: 'mug', quantity_milli: 2000 }],
  });
});

test('the place that sends is said also when goods were scanned before it was known', async () => {
  const draft = new TransferDraft();
  draft.scan('MUG-1');
  await draft.scans.settled();
  draft.begin('south');
  expect([draft.from, draft.lines.length, draft.dirty]).toEqual(['south', 1, true]);
  draft.begin('east');
  expect(draft.from).toBe('south');
});

test('what is scanned before a draft has come is added to it', async () => {
  const draft = new TransferDraft();
  let come = () => {};
  const there = new Promise<void>((done) => (come = done));
  draft.scans.after(there.then(() => draft.load({
    id: 't', version: 1, number: 'T-1', from: 'main', to: 'north', title: null,
    lines: [{ product: 'mug', sku: 'MUG', title: 'Mug', quantity_milli: 3000, tracking: 'none',
      lots: [] }],
  } as unknown as Transfer)));
  draft.scan('MUG-1');
  come();
  await draft.scans.settled();
  expect(draft.lines.map((line) => line.quantity)).toEqual([4000]);
});

test('nowhere to go is said at its box, and a book that does not answer is no unknown code',
  async () => {
    const draft = new TransferDraft();
    draft.scan('MUG-1');
    expect(await draft.submit(false)).toBeUndefined();
    expect([draft.errorAt('to') !== undefined, sent()]).toEqual([true, undefined]);
    asked.mockRejectedValue(refused('unavailable'));
    draft.scan('NORTH-1');
    await draft.scans.settled();
    expect(draft.failure).not.toContain('NORTH-1');
  });
