import { describe, expect, it, vi } from 'vitest';
import { PAGE_ROWS, RowCache, type Answer } from './row_cache.svelte';

type Asked = { offset: number; answer: (total: number, mark?: string) => Promise<void>;
  fail: () => Promise<void> };

/** A source whose answers are given by hand, in any order. */
function source() {
  const asked: Asked[] = [];
  const fetch = (offset: number, limit: number) =>
    new Promise<Answer<string>>((resolve, reject) => {
      const answer = async (total: number, mark = 'r') => {
        const count = Math.max(0, Math.min(limit, total - offset));
        const rows = Array.from({ length: count }, (_, i) => `${mark}${offset + i}`);
        resolve({ total, complete: true, rows });
        await settled();
      };
      const fail = async () => {
        reject(new Error('gone'));
        await settled();
      };
      asked.push({ offset, answer, fail });
    });
  return { asked, fetch };
}

const settled = async () => {
  for (let i = 0; i < 5; i += 1) await Promise.resolve();
};

describe('the rows at hand', () => {
  it('begin with the first page and bring the neighbour of what shows', async () => {
    const { asked, fetch } = source();
    const cache = new RowCache<string>();
    cache.ask(fetch);
    await asked[0]?.answer(1_000);
    expect(cache.at(5)).toBe('r5');
    cache.show(0, 20);
    expect(asked.map(({ offset }) => offset)).toEqual([0, PAGE_ROWS]);
    expect([cache.covers(0, 20), cache.covers(90, 20)]).toEqual([true, false]);
  });

  it('skip the pages that a drag has already passed', async () => {
    const { asked, fetch } = source();
    const cache = new RowCache<string>();
    cache.ask(fetch);
    await asked[0]?.answer(1_000_000);
    for (let row = 0; row < 900_000; row += 10_000) cache.show(row, 20);
    cache.show(900_000, 20);
    expect(asked.length).toBeLessThanOrEqual(3);
    await asked[1]?.answer(1_000_000);
    await asked[2]?.answer(1_000_000);
    expect(asked.slice(3, 5).map(({ offset }) => offset)).toContain(900_000);
  });

  it('tell which place an answer was asked for, though another is wanted by then', async () => {
    const { asked, fetch } = source();
    const cache = new RowCache<string>();
    cache.ask(fetch);
    await asked[0]?.answer(1_000_000);
    cache.show(50_000, 20, 1_600_000);
    cache.show(60_000, 20, 1_920_000);
    await asked.find(({ offset }) => offset === 50_000)?.answer(1_000_000);
    expect([cache.answered, cache.covers(50_000, 20), cache.covers(60_000, 20)])
      .toEqual([1_600_000, true, false]);
  });

  it('drop the answer to an older question', async () => {
    const { asked, fetch } = source();
    const cache = new RowCache<string>();
    cache.ask(fetch);
    cache.ask(fetch);
    await asked[1]?.answer(10, 'new');
    await asked[0]?.answer(99, 'old');
    expect(cache.total).toBe(10);
    expect(cache.at(0)).toBe('new0');
  });

  it('stay visible while the next question is on its way', async () => {
    const { asked, fetch } = source();
    const cache = new RowCache<string>();
    cache.ask(fetch);
    await asked[0]?.answer(10, 'a');
    cache.ask(fetch);
    expect(cache.at(3)).toBe('a3');
    await asked[1]?.answer(2, 'b');
    expect(cache.at(1)).toBe('b1');
    expect(cache.at(3)).toBeUndefined();
  });

  it('are asked for again after a change, those that show first', async () => {
    const { asked, fetch } = source();
    const cache = new RowCache<string>();
    cache.ask(fetch);
    await asked[0]?.answer(50, 'a');
    cache.show(0, 20);
    cache.refresh();
    expect(cache.at(0)).toBe('a0');
    await asked[1]?.answer(51, 'b');
    expect(cache.at(50)).toBe('b50');
  });

  it('count again while the total is not complete', async () => {
    vi.useFakeTimers();
    const cache = new RowCache<string>();
    let calls = 0;
    cache.ask(() => Promise.resolve({ total: (calls += 1) * 7, complete: calls > 1, rows: ['x'] }));
    await settled();
    expect([cache.total, cache.complete]).toEqual([7, false]);
    await vi.advanceTimersByTimeAsync(500);
    expect([cache.total, cache.complete]).toEqual([14, true]);
    vi.useRealTimers();
  });

  it('tell of a failure and try again when asked', async () => {
    const { asked, fetch } = source();
    const cache = new RowCache<string>();
    cache.ask(fetch);
    await asked[0]?.fail();
    expect(cache.error).toBeInstanceOf(Error);
    cache.show(0, 20);
    await asked[1]?.answer(3);
    expect([cache.error, cache.at(2)]).toEqual([undefined, 'r2']);
  });

  it('can be had as a range over several pages', async () => {
    const { asked, fetch } = source();
    const cache = new RowCache<string>();
    cache.ask(fetch);
    await asked[0]?.answer(1_000);
    const range = cache.range(95, 104);
    await settled();
    await asked[1]?.answer(1_000);
    expect(await range).toEqual(Array.from({ length: 10 }, (_, i) => `r${95 + i}`));
  });
});
