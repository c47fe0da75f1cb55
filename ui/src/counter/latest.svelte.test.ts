import { describe, expect, it } from 'vitest';
import { CallError } from '../api';
import { Latest } from './latest.svelte';

/** A question whose answers come when the test says so. */
function slow() {
  const waiting: ((answer: Error | undefined) => void)[] = [];
  const asked: number[] = [];
  const latest = new Latest<number, string>((input) => {
    asked.push(input);
    return new Promise((give, refuse) =>
      waiting.push((error) => (error ? refuse(error) : give(`answer ${input}`))));
  });
  const answer = async (error?: Error) => {
    waiting.shift()?.(error);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { latest, asked, answer };
}

describe('the latest answer', () => {
  it('is the one to the last input, however many came while it was asked', async () => {
    const { latest, asked, answer } = slow();
    latest.want(1);
    await answer();
    for (const input of [2, 3, 4]) latest.want(input);
    await answer();
    expect([latest.value, latest.current]).toEqual([undefined, false]);
    await answer();
    expect([latest.value, latest.current, asked]).toEqual(['answer 4', true, [1, 4]]);
  });

  it('stays in sight while the next one comes', async () => {
    const { latest, answer } = slow();
    latest.want(1);
    await answer();
    await answer();
    latest.want(2);
    expect([latest.value, latest.current]).toEqual(['answer 1', false]);
  });

  it('is forgotten when nothing is wanted any more', async () => {
    const { latest, answer } = slow();
    latest.want(1);
    await answer();
    latest.want(undefined);
    await answer();
    await latest.settled();
    expect([latest.value, latest.current]).toEqual([undefined, true]);
  });

  it('gives way to a refusal, and comes back when the same is asked again', async () => {
    const { latest, answer } = slow();
    latest.want(1);
    await answer();
    await answer(new CallError({ kind: 'unavailable', code: 'book_busy' }));
    expect([latest.error?.code, latest.current]).toEqual(['book_busy', true]);
    latest.again();
    await answer();
    await answer();
    expect([latest.error, latest.value]).toEqual([undefined, 'answer 1']);
  });
});
