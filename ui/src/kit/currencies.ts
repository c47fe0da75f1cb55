// The currencies that an order can be in: the book's, and those that the settings have a rate for.
import { book, type OrderRow } from '../api';
import { format } from '../text';

/** Digits of the minor unit: as ISO 4217 has them for the currencies that are no hundredths. */
const digits: Record<string, number> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0,
  VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
};

/** Digits of the minor unit of a currency. */
export const digitsOf = (code: string): number =>
  (code === book.open.currency ? book.digits : digits[code] ?? 2);

/** An amount with the code of its currency. */
export const amountIn = (code: string, minor: number): string =>
  `${format.money(minor, digitsOf(code))} ${code}`;

/** An amount of an order; one in another currency than the book's with its code. */
export function amountOf({ foreign_currency: code }: OrderRow, minor: number): string {
  return code ? amountIn(code, minor) : format.money(minor, book.digits);
}

/** The codes that an order can be in, the book's first. */
export function currencies(): string[] {
  const held = book.open.exchange_rates.filter((rate) => rate.from <= book.today);
  return [...new Set([book.open.currency, ...held.map((rate) => rate.currency)])];
}
