// Integers of the wire as exact decimal strings. No floats: a total of money is never computed
// here, it is only written down.

/** A whole number as it comes from the wire or from a parsed field. */
export type Whole = number | bigint;

/** 12345 with 2 digits becomes "12.34"'s exact kind: "123.45". */
export function decimalOf(value: Whole, digits: number): Intl.StringNumericLiteral {
  const whole = BigInt(value);
  const sign = whole < 0n ? '-' : '';
  const figures = (whole < 0n ? -whole : whole).toString().padStart(digits + 1, '0');
  if (digits === 0) return `${sign}${figures}` as Intl.StringNumericLiteral;
  const cut = figures.length - digits;
  const text = `${sign}${figures.slice(0, cut)}.${figures.slice(cut)}`;
  return text as Intl.StringNumericLiteral;
}
