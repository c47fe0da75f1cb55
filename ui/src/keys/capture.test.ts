import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { captureScans } from './capture';

/** The separator of a label's elements, as scanners send it in a text. */
const SEPARATOR = '\u001d';

type Key = { key: string; ctrlKey?: boolean };
let press: ((event: unknown) => void) | undefined;
let now_ms = 1_000;

beforeEach(() => {
  vi.stubGlobal('window', {
    addEventListener: (_: string, heard: typeof press) => (press = heard),
    removeEventListener: () => (press = undefined),
  });
  vi.stubGlobal('HTMLElement', class {});
  vi.stubGlobal('document', { activeElement: null, querySelector: () => null });
});
afterEach(() => vi.unstubAllGlobals());

/** Presses keys at a scanner's pace; gives those that the page gets to see. */
function keys(...strokes: Key[]): string[] {
  const seen: string[] = [];
  for (const { key, ctrlKey = false } of strokes) {
    now_ms += 3;
    let kept = false;
    press?.({
      key, ctrlKey, altKey: false, metaKey: false, repeat: false, isComposing: false,
      timeStamp: now_ms, preventDefault: () => (kept = true), stopImmediatePropagation: () => {},
    });
    if (!kept) seen.push(key);
  }
  return seen;
}

const typed = (text: string): Key[] => [...text].map((key) => ({ key }));
/** Ctrl goes down, then the bracket, as the keyboard of a scanner sends a separator. */
const separator: Key[] = [{ key: 'Control', ctrlKey: true }, { key: ']', ctrlKey: true }];
const enter: Key = { key: 'Enter' };

function heard(...strokes: Key[]): { codes: string[]; seen: string[] } {
  const codes: string[] = [];
  const stop = captureScans((code) => codes.push(code), () => () => undefined);
  const seen = keys(...strokes);
  stop();
  return { codes, seen };
}

const LABEL = ['010950600013435210L-7', '17270131', '3012'] as const;

it('hears what parts a label as Ctrl and the closing bracket', () => {
  const { codes, seen } = heard(
    ...typed(LABEL[0]), ...separator, ...typed(LABEL[1] + LABEL[2]), enter);
  expect(codes).toEqual([LABEL[0] + SEPARATOR + LABEL[1] + LABEL[2]]);
  expect(seen.join('')).toBe('010');
});

it('hears it as the control character itself, which some web views make of the same keys', () => {
  const { codes } = heard(...typed(LABEL[0]), { key: 'Control', ctrlKey: true },
    { key: SEPARATOR, ctrlKey: true }, ...typed(LABEL[1]), enter);
  expect(codes).toEqual([LABEL[0] + SEPARATOR + LABEL[1]]);
});

it('hears one in front of the label, and several within', () => {
  const { codes } = heard(...separator, ...typed(LABEL[0]), ...separator, ...typed('21S-1'),
    ...separator, ...typed(LABEL[1]), enter);
  expect(codes).toEqual([[`${SEPARATOR}${LABEL[0]}`, '21S-1', LABEL[1]].join(SEPARATOR)]);
});

it('leaves Ctrl and another letter to the page when nothing is being scanned', () => {
  const { codes, seen } = heard({ key: 'Control', ctrlKey: true }, { key: 'k', ctrlKey: true });
  expect([codes, seen]).toEqual([[], ['Control', 'k']]);
});
