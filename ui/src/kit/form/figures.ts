// The four kinds of figures that fields take, as whole numbers in their smallest unit.
import { book } from '../../api';
import { format } from '../../text';

/** A kind of figure: an amount, a unit price, a quantity or a rate. */
export type FigureKind = 'money' | 'price' | 'quantity' | 'rate';

/** Decimals that a kind of figure is kept with; a rate is typed in percent. */
export const digitsOf = (kind: FigureKind): number =>
  ({ money: book.digits, price: 6, quantity: 3, rate: 4 })[kind];

/** A figure as it stands in its box while nobody types there. */
export function figureText(kind: FigureKind, value: number, digits = book.digits): string {
  if (kind === 'money') return format.money(value, digits);
  if (kind === 'price') return format.price(value, digits);
  if (kind === 'quantity') return format.quantity(value);
  return format.rate(value).replace(/[\s\u00a0]?%/, '');
}
