// How gift cards are told apart: their codes as people read them, and their states by tone.
import type { GiftCardRow } from '../api';
import type { Tone } from '../kit/tones';

/** A code of the book's own, sixteen digits, in groups of four; another as it is printed. */
export const codeShown = (code: string): string =>
  (/^9\d{15}$/.test(code) ? code.replace(/(.{4})(?=.)/g, '$1 ') : code);

/** The tone of a card's state; one that is overdrawn needs somebody. */
export function toneOf({ state, balance_minor }: GiftCardRow): Tone {
  if (balance_minor < 0) return 'bad';
  return state === 'active' ? 'good' : 'warn';
}
