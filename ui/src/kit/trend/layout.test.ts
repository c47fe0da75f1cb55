import { describe, expect, it } from 'vitest';
import { layout } from './layout';

const frame = { width: 600, height: 260, digits: 2 };
const series = (values: number[], soft = false) => ({ name: '', soft, values });

describe('the lines of a trend', () => {
  it('stand on a baseline of zero, larger amounts higher', () => {
    const { lines, series: [one] } = layout([series([0, 100_000, 50_000])], frame);
    const points = (one?.points ?? '').split(' ');
    const [first, second, third] = points.map((point) => Number(point.split(',')[1]));
    expect(lines[0]?.value).toBe(0);
    expect(first).toBe(lines[0]?.y);
    expect(second).toBeLessThan(third ?? 0);
  });

  it('have grid lines at round amounts', () => {
    const { lines } = layout([series([2_404_120])], frame);
    expect(lines.map(({ value }) => value)).toEqual([0, 1_000_000, 2_000_000, 3_000_000]);
  });

  it('show losses below the baseline', () => {
    const { lines } = layout([series([-150_000, 100_000])], frame);
    expect(lines[0]?.value).toBeLessThan(0);
    expect(lines.some(({ value }) => value === 0)).toBe(true);
  });

  it('keep their labels apart', () => {
    const { series: drawn } = layout([series([500], true), series([501])], frame);
    const [soft, main] = drawn.map((one) => one.labelY);
    expect(Math.abs((soft ?? 0) - (main ?? 0))).toBeGreaterThanOrEqual(30);
  });

  it('can be drawn when there is nothing', () => {
    const { lines, series: [one] } = layout([series([0, 0])], frame);
    expect(lines.length).toBeGreaterThan(1);
    expect(one?.points).not.toContain('NaN');
  });
});
