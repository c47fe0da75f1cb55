// The figures that are typed at the counter, and where each of them goes.
import type { FigureKind } from '../kit/form/figures';
import type { Cart } from './cart.svelte';

/** A figure of the selected row, or of the whole cart. */
export type Figure = 'quantity' | 'price' | 'discount' | 'amount_off' | 'cart_discount'
  | 'cart_amount_off';

/** Records whose changes may change what the cart comes to. */
export const PRICING = ['product', 'stock', 'book', 'price_list', 'promotion', 'customer'];

export const kindOf: Record<Figure, FigureKind> = {
  quantity: 'quantity', price: 'price', discount: 'rate', amount_off: 'money',
  cart_discount: 'rate', cart_amount_off: 'money',
};

/** Writes the figure into the cart; null takes a price or discount of its own away again. */
export function setFigure(cart: Cart, figure: Figure, value: number | null): void {
  const { row } = cart;
  if (figure === 'cart_discount') cart.discount_ppm = value || null;
  if (figure === 'cart_amount_off') cart.discount_minor = value || null;
  if (!row) return;
  if (figure === 'quantity' && value !== null) row.quantity_milli = value;
  if (figure === 'price') row.unit_price_micro = value;
  // A row has one discount: in percent, or an amount.
  if (figure === 'discount') [row.discount_ppm, row.discount_minor] = [value || null, null];
  if (figure === 'amount_off') [row.discount_ppm, row.discount_minor] = [null, value || null];
}

/** The figure as it stands in the cart now. */
export function figureOf(cart: Cart, figure: Figure): number | null {
  const { row } = cart;
  if (figure === 'cart_discount') return cart.discount_ppm;
  if (figure === 'cart_amount_off') return cart.discount_minor;
  if (!row) return null;
  return {
    quantity: row.quantity_milli, price: row.unit_price_micro ?? row.usual_price_micro,
    discount: row.discount_ppm, amount_off: row.discount_minor,
  }[figure];
}
