// What an exception is called, and what its detail says.
import { book, type Exception } from '../api';
import { titleAt } from '../kit/custom/fields';
import { holdName } from '../kit/names';
import type { Tone } from '../kit/tones';
import { format, t } from '../text';

const tones: Record<string, Tone> = {
  oversold: 'bad', below_zero: 'bad', credit_overdrawn: 'bad', gift_card_overdrawn: 'bad',
  points_overdrawn: 'bad',
};

/** The tone of a kind of exception. */
export const toneOfException = (code: string): Tone => tones[code] ?? 'warn';

/** The name of a kind of exception. */
export const exceptionName = (code: string): string =>
  (t.exceptions as Record<string, string>)[code] ?? t.exceptions.other;

/** What is missing in stock comes as a quantity, holds as their reasons, the rest as words. */
export function detailOf({ code, detail, kind }: Exception): string | null | undefined {
  if (code === 'fields_apart') {
    const nameOf = (field: string) =>
      t.inbox.fieldNames[field] ?? titleAt(field, kind) ?? field;
    return detail?.split(' ').map(nameOf).join(', ');
  }
  if (code === 'on_hold') return detail?.split(' ').map(holdName).join(', ');
  if (code === 'points_overdrawn') return t.loyalty.balance(format.count(Number(detail ?? 0)));
  if (code.endsWith('_overdrawn')) return format.money(BigInt(detail ?? 0), book.digits);
  const counted = code in tones && /^-?\d+$/.test(detail ?? '');
  return counted ? format.quantity(BigInt(detail ?? 0)) : detail;
}
