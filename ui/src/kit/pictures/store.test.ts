import { afterEach, describe, expect, it, vi } from 'vitest';
import { PictureStore } from './store';

vi.mock('../../api', () => ({ callBytes: vi.fn() }));

const urls: string[] = [];
URL.createObjectURL = () => `blob:${urls.push('made')}`;
URL.revokeObjectURL = (url) => void urls.push(`gone ${url}`);

describe('the pictures of lists', () => {
  afterEach(() => urls.splice(0));

  it('asks for each once and for few at a time', async () => {
    const open: (() => void)[] = [];
    const store = new PictureStore(() => new Promise((done) =>
      open.push(() => done(new Blob()))));
    const asked = ['a', 'b', 'c', 'd', 'e', 'a'].map((sha) => store.urlOf(sha, true));
    expect(open).toHaveLength(4);
    while (open.length) {
      open.shift()?.();
      await Promise.resolve();
      await new Promise((go) => setTimeout(go, 0));
    }
    const found = await Promise.all(asked);
    expect(new Set(found).size).toBe(5);
    expect(found[5]).toBe(found[0]);
  });

  it('asks again for what was not there, and lets go of the longest unasked', async () => {
    const load = vi.fn(() => Promise.reject(new Error('elsewhere')));
    const missing = new PictureStore(load);
    expect(await missing.urlOf('a', false)).toBeUndefined();
    expect(await missing.urlOf('a', false)).toBeUndefined();
    expect(load).toHaveBeenCalledTimes(2);
    const store = new PictureStore(() => Promise.resolve(new Blob()));
    const first = await store.urlOf('0', true);
    for (let at = 1; at <= 400; at += 1) await store.urlOf(String(at), true);
    await Promise.resolve();
    expect(urls).toContain(`gone ${first}`);
  });
});
