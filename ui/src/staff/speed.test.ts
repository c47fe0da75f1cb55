import { describe, expect, it } from 'vitest';
import { TypingSpeed } from './speed';

function typed(keys: number, gap_ms: number): boolean {
  const speed = new TypingSpeed();
  for (let at = 0; at < keys; at += 1) speed.stroke(1_000 + at * gap_ms);
  return speed.isScan(keys);
}

describe('what is typed where a PIN belongs', () => {
  it('is a scan when it is as long as a code and faster than a hand', () => {
    expect([typed(13, 1), typed(8, 30)]).toEqual([true, true]);
  });

  it('is a PIN when it is short or typed by hand', () => {
    expect([typed(4, 1), typed(12, 80), typed(6, 60)]).toEqual([false, false, false]);
  });
});
