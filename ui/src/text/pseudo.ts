// A make-believe right-to-left language: every English sentence between marks, so that a page in it
// shows at once what is not mirrored and what was never put into the text files.
import type { Text } from './en';

const OPEN = '\u2067'; // right-to-left isolate
const CLOSE = '\u2069'; // end of the isolate

function mark(value: unknown): unknown {
  if (typeof value === 'string') return `${OPEN}‹${value}›${CLOSE}`;
  if (typeof value === 'function') return (...given: unknown[]) => mark(value(...given));
  if (Array.isArray(value)) return value.map(mark);
  const pairs = Object.entries(value as object).map(([key, inner]) => [key, mark(inner)]);
  return Object.fromEntries(pairs);
}

/** The dictionary with every sentence marked and set from right to left. */
export function pseudo(text: Text): Text {
  return mark(text) as Text;
}
