// The window of a long table as plain arithmetic. `top` is the distance from the first row in
// pixels of the whole table; the scroll bar may be shorter, because browsers clamp elements at
// about 33.5 million pixels, and then its position is mapped onto `top` through a ratio.

/** The tallest spacer that is asked of the browser, in pixels. */
export const SPACER_MAX_PX = 16_000_000;

/** The measures that a window depends on; all in pixels but the number of rows. */
export interface Sizes {
  total: number;
  rowPx: number;
  viewPx: number;
}

/** The rows to draw: from `first`, so many, moved up by `shiftPx` so that edges meet. */
export interface Window {
  first: number;
  count: number;
  shiftPx: number;
}

/** The height of all rows together. */
const heightPx = ({ total, rowPx }: Sizes): number => total * rowPx;

/** The furthest `top` there is. */
export const topMax = (sizes: Sizes): number => Math.max(0, heightPx(sizes) - sizes.viewPx);

/** The height of the element that makes the scroll bar. */
export const spacerPx = (sizes: Sizes): number => Math.min(heightPx(sizes), SPACER_MAX_PX);

/** True when the scroll bar is shorter than the table. */
export const isScaled = (sizes: Sizes): boolean => heightPx(sizes) > SPACER_MAX_PX;

/** A `top` within the table. */
export function clampTop(top: number, sizes: Sizes): number {
  return Math.min(Math.max(0, top), topMax(sizes));
}

const ratio = (sizes: Sizes): number =>
  isScaled(sizes) ? topMax(sizes) / Math.max(1, SPACER_MAX_PX - sizes.viewPx) : 1;

/** Where the table stands when the scroll bar stands here. */
export function topOfScroll(scrollTop: number, sizes: Sizes): number {
  return clampTop(scrollTop * ratio(sizes), sizes);
}

/** Where the scroll bar stands when the table stands here. */
export function scrollOfTop(top: number, sizes: Sizes): number {
  return clampTop(top, sizes) / ratio(sizes);
}

/** The rows that show at `top`, the cut one at either edge included. */
export function windowAt(top: number, sizes: Sizes): Window {
  const clamped = clampTop(top, sizes);
  const first = Math.min(Math.floor(clamped / sizes.rowPx), Math.max(0, sizes.total - 1));
  const shiftPx = clamped - first * sizes.rowPx;
  const room = Math.ceil((sizes.viewPx + shiftPx) / sizes.rowPx);
  return { first, count: Math.max(0, Math.min(room, sizes.total - first)), shiftPx };
}

/** The nearest `top` at which a row shows whole. */
export function topToShow(row: number, top: number, sizes: Sizes): number {
  const start = row * sizes.rowPx;
  const end = start + sizes.rowPx;
  if (start < top) return clampTop(start, sizes);
  if (end > top + sizes.viewPx) return clampTop(end - sizes.viewPx, sizes);
  return clampTop(top, sizes);
}

/** How many whole rows fit, at least one: what PgUp and PgDn move by. */
export const rowsPerPage = (sizes: Sizes): number =>
  Math.max(1, Math.floor(sizes.viewPx / sizes.rowPx) - 1);
