import { expect, test, vi } from 'vitest';
import type { Transfer } from '../api';
import { CallError } from '../api';
import { HandleDraft } from './handle_draft.svelte';

const line = (product: string, open_milli: number) =>
  ({ product, sku: product, title: product, open_milli, tracking: 'none', open_lots: [] });
const transfer = {
  id: 't', version: 3, number: 'T-A-1', lines: [line('a', 4000), line('b', 0), line('c', 2000)],
} as unknown as Transfer;

test('what arrives is scanned from nothing, and only what is under way can arrive', () => {
  const draft = new HandleDraft(transfer, 'receive');
  expect(draft.lines.map((one) => [one.product, one.quantity])).toEqual([['a', null], ['c', null]]);
  expect([draft.add('c'), draft.add('c'), draft.add('b')]).toEqual([true, true, false]);
  expect(draft.lines[1]?.quantity).toBe(2000);
});

test('what comes back or is written off begins with all of it', () => {
  const draft = new HandleDraft(transfer, 'write_off');
  expect(draft.lines.map((one) => one.quantity)).toEqual([4000, 2000]);
});

test('a refusal stands at the line that it is about, also when others were left empty', () => {
  const draft = new HandleDraft(transfer, 'receive');
  draft.add('c');
  draft.refuse(new CallError({
    kind: 'invalid', code: 'more_than_sent', field: 'lines.0.quantity_milli', detail: '2000',
    report_id: null,
  }));
  expect(draft.errorAt('lines.1.quantity_milli')).toBeTruthy();
  expect(draft.errorAt('lines.0.quantity_milli')).toBeUndefined();
});

test('a piece that is under way arrives by its number, once', async () => {
  const lots = ['S1', 'S2'].map((lot) => ({ lot, quantity_milli: 1000 }));
  const phones = { ...line('a', 2000), tracking: 'serial', open_lots: lots };
  const draft = new HandleDraft({ ...transfer, lines: [phones] } as unknown as Transfer, 'receive');
  draft.scan('S2');
  draft.scan('S2');
  await vi.waitFor(() => expect(draft.lines[0]?.lots?.map((one) => one.lot)).toEqual(['S2']));
  expect(draft.lines[0]?.quantity).toBe(1000);
  const field = 'lines.0.lots.0.lot';
  draft.refuse(new CallError({ kind: 'invalid', code: 'lot_not_sent', field }));
  expect(draft.errorAt(field)).toBeDefined();
});
