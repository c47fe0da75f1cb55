import { describe, expect, it } from 'vitest';
import {
  clampTop, isScaled, scrollOfTop, spacerPx, SPACER_MAX_PX, topMax, topOfScroll, topToShow,
  windowAt, type Sizes,
} from './viewport';

const small: Sizes = { total: 1_000, rowPx: 32, viewPx: 640 };
const million: Sizes = { total: 1_000_000, rowPx: 32, viewPx: 640 };
const huge: Sizes = { total: 90_000_000, rowPx: 32, viewPx: 655 };

describe('the spacer', () => {
  it('is as tall as the rows while a browser can hold that', () => {
    expect(spacerPx(small)).toBe(32_000);
    expect(isScaled(small)).toBe(false);
  });

  it('stays below what browsers clamp, however many rows there are', () => {
    expect(spacerPx(million)).toBe(SPACER_MAX_PX);
    expect(spacerPx(huge)).toBe(SPACER_MAX_PX);
    expect(isScaled(million)).toBe(true);
  });
});

describe('the scroll bar', () => {
  it.each([small, million, huge])('reaches the last row at its end and the first at its start',
    (sizes) => {
      expect(topOfScroll(0, sizes)).toBe(0);
      expect(topOfScroll(spacerPx(sizes) - sizes.viewPx, sizes)).toBeCloseTo(topMax(sizes), 3);
    });

  it.each([small, million, huge])('goes to a place and back without losing a row', (sizes) => {
    for (let row = 0; row < sizes.total; row += Math.ceil(sizes.total / 97)) {
      const top = clampTop(row * sizes.rowPx, sizes);
      const back = topOfScroll(scrollOfTop(top, sizes), sizes);
      expect(Math.abs(back - top)).toBeLessThan(0.01);
    }
  });

  it('clamps what lies outside', () => {
    expect(topOfScroll(1e12, million)).toBe(topMax(million));
    expect(topOfScroll(-5, million)).toBe(0);
  });
});

describe('the window', () => {
  it('holds the rows that show, the cut ones included', () => {
    expect(windowAt(0, small)).toEqual({ first: 0, count: 20, shiftPx: 0 });
    expect(windowAt(40, small)).toEqual({ first: 1, count: 21, shiftPx: 8 });
  });

  it('ends with the last row', () => {
    const { first, count } = windowAt(topMax(million), million);
    expect(first + count).toBe(million.total);
  });

  it('is empty without rows and short with few', () => {
    expect(windowAt(0, { ...small, total: 0 }).count).toBe(0);
    expect(windowAt(500, { ...small, total: 3 })).toEqual({ first: 0, count: 3, shiftPx: 0 });
  });

  it('covers the whole view at every place', () => {
    for (let top = 0; top < 400; top += 7) {
      const { first, count, shiftPx } = windowAt(top, small);
      expect(first * 32 + shiftPx).toBe(top);
      expect(count * 32 - shiftPx).toBeGreaterThanOrEqual(small.viewPx);
    }
  });
});

describe('showing a row', () => {
  it('moves only as far as it must', () => {
    expect(topToShow(5, 0, small)).toBe(0);
    expect(topToShow(20, 0, small)).toBe(32);
    expect(topToShow(3, 320, small)).toBe(96);
    expect(topToShow(999, 0, small)).toBe(topMax(small));
  });
});
