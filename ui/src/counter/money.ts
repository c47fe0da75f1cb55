// Amounts of a cart: in the currency of its order, which is the book's unless it was parked in
// another.
import { book } from '../api';
import { amountIn, digitsOf } from '../kit/currencies';
import { format } from '../text';

/** The code of a currency that is not the book's. */
type Foreign = string | null | undefined;

/** Decimals of the currency. */
export const digitsIn = (code: Foreign): number => (code ? digitsOf(code) : book.digits);

/** An amount without its currency. */
export const moneyIn = (code: Foreign, minor: number): string =>
  format.money(minor, digitsIn(code));

/** An amount, with its currency where that is not the book's. */
export const amountOf = (code: Foreign, minor: number): string =>
  (code ? amountIn(code, minor) : moneyIn(null, minor));

/** A unit price. */
export const priceIn = (code: Foreign, micro: number): string =>
  format.price(micro, digitsIn(code));
