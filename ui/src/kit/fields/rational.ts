// Exact fractions of big integers: what typed arithmetic is computed in. Never a float.

/** A fraction in lowest terms is not promised; the denominator is always positive. */
export interface Rational {
  over: bigint;
  under: bigint;
}

/** A fraction with its sign above the line. */
export function rational(over: bigint, under = 1n): Rational {
  return under < 0n ? { over: -over, under: -under } : { over, under };
}

export const add = (a: Rational, b: Rational): Rational =>
  rational(a.over * b.under + b.over * a.under, a.under * b.under);
export const subtract = (a: Rational, b: Rational): Rational =>
  rational(a.over * b.under - b.over * a.under, a.under * b.under);
export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.over * b.over, a.under * b.under);
/** The quotient, or null when dividing by nothing. */
export const divide = (a: Rational, b: Rational): Rational | null =>
  b.over === 0n ? null : rational(a.over * b.under, a.under * b.over);

/** The nearest whole number of `10^-digits`, half away from zero, as the book rounds. */
export function scaled({ over, under }: Rational, digits: number): bigint {
  const size = (over < 0n ? -over : over) * 10n ** BigInt(digits);
  const rounded = (2n * size + under) / (2n * under);
  return over < 0n ? -rounded : rounded;
}

/** True when the fraction is a whole number of `10^-digits`. */
export function isWhole({ over, under }: Rational, digits: number): boolean {
  return (over * 10n ** BigInt(digits)) % under === 0n;
}
