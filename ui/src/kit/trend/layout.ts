// Where the lines of a small trend lie: positions from amounts, a zero baseline, round grid lines.

/** A line over equal steps; `soft` is the one to compare with. */
export interface Series {
  name: string;
  soft: boolean;
  values: readonly number[];
}

interface Frame {
  width: number;
  height: number;
  digits: number;
}

const TOP = 14;
const FOOT = 28;
const RIGHT = 104;
const LABEL_APART = 30;
/** What the second line of a label needs above the foot. */
const LABEL_ROOM = 16;

/** The smallest of 1, 2, 5 times a power of ten that is at least `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? power;
}

function scaleOf(series: readonly Series[], digits: number) {
  const all = series.flatMap((one) => one.values);
  const most = Math.max(0, ...all);
  const least = Math.min(0, ...all);
  const step = Math.max(roundStep((most - least) / 4), 10 ** digits);
  const top = Math.ceil(most / step) * step || step;
  return { step, top, bottom: Math.floor(least / step) * step };
}

/** Moves a label away from the one it would lie on; the first keeps its place. */
function apart(first: number, second: number, below: boolean): number {
  if (Math.abs(second - first) >= LABEL_APART) return second;
  return below ? first + LABEL_APART : first - LABEL_APART;
}

/** Lays the lines out in a frame. */
export function layout(series: readonly Series[], { width, height, digits }: Frame) {
  const { step, top, bottom } = scaleOf(series, digits);
  const figures = Math.round(Math.max(top, -bottom) / 10 ** digits).toString().length;
  const left = 14 + Math.ceil(figures * 1.4) * 7;
  const right = width - RIGHT;
  const steps = Math.max(1, ...series.map((one) => one.values.length - 1));
  const xOf = (index: number) => left + ((right - left) * index) / steps;
  const yOf = (value: number) => TOP + ((height - TOP - FOOT) * (top - value)) / (top - bottom);
  const lines = [];
  for (let value = bottom; value <= top; value += step) lines.push({ value, y: yOf(value) });
  const drawn = series.map((one) => {
    const lastValue = one.values.at(-1) ?? 0;
    const last = { x: xOf(one.values.length - 1), y: yOf(lastValue) };
    const points = one.values.map((value, index) => `${xOf(index)},${yOf(value)}`).join(' ');
    const labelY = Math.min(last.y, height - FOOT - LABEL_ROOM);
    return { ...one, lastValue, last, points, labelY };
  });
  const main = drawn.find((one) => !one.soft);
  for (const one of drawn) {
    const below = main !== undefined && one.last.y >= main.last.y;
    if (main && one.soft) one.labelY = apart(main.labelY, one.labelY, below);
  }
  return { lines, series: drawn, left, right, xOf };
}
