import { expect, test } from 'vitest';
import { Scans } from './scans';

/** Something that comes when it is told to. */
function coming() {
  let come = () => {};
  let fail = () => {};
  const there = new Promise<void>((resolve, reject) => [come, fail] = [resolve, reject]);
  return { there, come: () => come(), fail: () => fail() };
}

test('codes are looked up in their order, however long each takes', async () => {
  const [scans, slow, seen] = [new Scans(), coming(), [] as string[]];
  void scans.take(async () => {
    await slow.there;
    seen.push('first');
  });
  void scans.take(async () => seen.push('second'));
  slow.come();
  await scans.settled();
  expect(seen).toEqual(['first', 'second']);
});

test.each(['come', 'fail'] as const)('a code waits for what it is about (%s)', async (end) => {
  const [scans, form, seen] = [new Scans(), coming(), [] as string[]];
  scans.after(form.there.then(() => seen.push('form')));
  const taken = scans.take(async () => seen.push('code'));
  expect(seen).toEqual([]);
  form[end]();
  await taken;
  expect(seen).toEqual(end === 'come' ? ['form', 'code'] : ['code']);
});

test('one that fails keeps no other from being looked up', async () => {
  const scans = new Scans();
  await expect(scans.take(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  let seen = false;
  await scans.take(async () => (seen = true));
  expect(seen).toBe(true);
});
