import { expect, test } from 'vitest';
import type { ShareRow, Shares } from '../api';
import { ShareDraft } from './share_draft.svelte';

const row = (device: string, asked_milli: number): ShareRow => ({
  device, name: device, prefix: device, keeper: device === 'till', given_milli: 0, used_milli: 0,
  left_milli: 5_000, asked_milli,
});
const shares = (...rows: ShareRow[]): Shares => ({
  id: 'shares', product: 'mug', location: 'main', open: true, own: 'till', available_milli: 9_000,
  rows,
});

test('who asks for a share is offered what was asked for', () => {
  const draft = new ShareDraft(shares(row('till', 0), row('a', 0), row('b', 3_000)), 'give');
  expect([draft.device, draft.quantity]).toEqual(['b', 3_000]);
});

test('where nobody asks the first other device is offered, and no quantity', () => {
  const draft = new ShareDraft(shares(row('till', 0), row('a', 0)), 'give');
  expect([draft.device, draft.quantity, draft.dirty]).toEqual(['a', null, false]);
});

test('what this device asked for before can be changed', () => {
  const draft = new ShareDraft({ ...shares(row('till', 0), row('a', 2_000)), own: 'a' }, 'ask');
  expect(draft.quantity).toBe(2_000);
});
