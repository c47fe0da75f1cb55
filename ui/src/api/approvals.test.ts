import { describe, expect, it } from 'vitest';
import { approvals } from './approvals.svelte';
import { CallError } from './error';

const refused = () => new CallError({
  kind: 'conflict', code: 'permission_needed', detail: 'price_override,refund',
});
const wrongPin = () => new CallError({
  kind: 'invalid', code: 'pin_wrong', field: 'approval.pin',
});
const approval = { person: 'p', pin: '1' };

describe('an approval', () => {
  it('lets the call go on where it was refused', async () => {
    const answer = approvals.ask(refused(), async ({ person }) => `by ${person}`);
    expect(approvals.waiting?.needs).toEqual(['price_override', 'refund']);
    await approvals.waiting?.again(approval);
    expect(await answer).toBe('by p');
    expect(approvals.waiting).toBeUndefined();
  });

  it('stays asked for after a wrong PIN', async () => {
    const answer = approvals.ask(refused(), async ({ pin }) => {
      if (pin !== '2') throw wrongPin();
      return 'sold';
    });
    await expect(approvals.waiting?.again(approval)).rejects.toMatchObject({ code: 'pin_wrong' });
    expect(approvals.waiting).toBeDefined();
    await approvals.waiting?.again({ ...approval, pin: '2' });
    expect(await answer).toBe('sold');
  });

  it('that is given up leaves the refusal', async () => {
    const answer = approvals.ask(refused(), async () => 'sold');
    approvals.waiting?.giveUp();
    await expect(answer).rejects.toMatchObject({ code: 'permission_needed' });
  });

  it('hands what else is wrong to whoever called', async () => {
    const answer = approvals.ask(refused(), async () => {
      const field = 'expected_version';
      throw new CallError({ kind: 'conflict', code: 'version_conflict', field });
    });
    await approvals.waiting?.again(approval);
    await expect(answer).rejects.toMatchObject({ code: 'version_conflict' });
  });

  it('is asked for one call at a time', async () => {
    const first = approvals.ask(refused(), async () => 'first');
    await expect(approvals.ask(refused(), async () => 'second')).rejects.toBeInstanceOf(CallError);
    approvals.waiting?.giveUp();
    await expect(first).rejects.toBeInstanceOf(CallError);
  });
});
