import { describe, expect, it } from 'vitest';
import { CallError } from '../../api';
import { Draft } from './draft.svelte';

class NameDraft extends Draft {
  name = $state('');
  constructor() {
    super();
    this.settle();
  }
  protected fields = () => this.name;
}

const refusal = (field: string | null) =>
  Promise.reject(new CallError({ kind: 'invalid', code: 'required', field }));

describe('a form', () => {
  it('knows whether something would be lost', () => {
    const draft = new NameDraft();
    expect(draft.dirty).toBe(false);
    draft.name = 'x';
    expect(draft.dirty).toBe(true);
    draft.settle();
    expect(draft.dirty).toBe(false);
  });

  it('puts a refusal under the field that it is about', async () => {
    const draft = new NameDraft();
    expect(await draft.send(() => refusal('lines.2.quantity_milli'))).toBeUndefined();
    expect(draft.errorAt('lines.2.quantity_milli')).toBe('This is needed.');
    expect(draft.failure).toBeUndefined();
  });

  it('says what is wrong with the whole above it, and forgets it with the next try', async () => {
    const draft = new NameDraft();
    await draft.send(() => refusal(null));
    expect(draft.failure).toBe('This is needed.');
    expect(await draft.send(() => Promise.resolve(7))).toBe(7);
    expect(draft.failure).toBeUndefined();
  });

  it('is sent under one id until it has worked', async () => {
    const draft = new NameDraft();
    const first = draft.requestId;
    await draft.send(() => refusal(null));
    expect(draft.requestId).toBe(first);
    await draft.send(() => Promise.resolve(true));
    expect(draft.requestId).not.toBe(first);
  });

  it('is not sent while a field holds text that is no value', async () => {
    const draft = new NameDraft();
    let sent = 0;
    draft.unreadable('amount', 'no figure');
    await draft.send(() => Promise.resolve((sent += 1)));
    expect([sent, draft.errorAt('amount')]).toEqual([0, 'no figure']);
    draft.unreadable('amount', undefined);
    await draft.send(() => Promise.resolve((sent += 1)));
    expect(sent).toBe(1);
  });

  it('says no more that a field is wrong once it, or a box in it, was filled in', () => {
    const draft = new NameDraft();
    for (const field of ['lines.0.lots', 'lines.0.lots.1.lot', 'lines.0.lotsize', 'name']) {
      draft.refuse(new CallError({ kind: 'invalid', code: 'required', field }));
    }
    draft.forgive('lines.0.lots');
    expect(Object.keys(draft.errors)).toEqual(['lines.0.lotsize', 'name']);
  });
});
