import { beforeEach, describe, expect, it, vi } from 'vitest';

const calls: string[] = [];
let answer: () => Promise<unknown> = () => Promise.resolve({});
let hear: (changed: unknown) => void = () => undefined;
vi.mock('../host', () => ({
  host: {
    call: (verb: string) => {
      calls.push(verb);
      return answer();
    },
    listen: (_: string, heard: typeof hear) => {
      hear = heard;
      return () => undefined;
    },
  },
}));
const { ahead } = await import('./ahead');

describe('a question that is sent ahead', () => {
  beforeEach(() => {
    calls.length = 0;
    answer = () => Promise.resolve({ total: 3 });
  });

  it('is asked once and its answer used once', async () => {
    ahead.send('book.exceptions', {});
    expect(await ahead.take('book.exceptions', {})).toEqual({ total: 3 });
    expect(ahead.take('book.exceptions', {})).toBeUndefined();
    expect(calls).toEqual(['book.exceptions']);
  });

  it('is no answer to another question', () => {
    ahead.send('book.today', { day: null });
    expect(ahead.take('book.today', { day: '2026-01-02' })).toBeUndefined();
  });

  it('is forgotten when it fails', async () => {
    answer = () => Promise.reject(new Error('locked'));
    ahead.send('book.exceptions', {});
    await new Promise((done) => setTimeout(done));
    expect(ahead.take('book.exceptions', {})).toBeUndefined();
  });

  it('is forgotten when something changes', () => {
    ahead.follow();
    ahead.send('book.exceptions', {});
    hear({ all: false, touched: [] });
    expect(ahead.take('book.exceptions', {})).toBeUndefined();
  });
});
