// A row of the cart as verbs take it.
import type { OrderLineInput } from '../api';
import type { CartRow } from './cart.svelte';

/** The row as a line: of a product, of a gift card, or free. */
export const lineInput = (row: CartRow): OrderLineInput => ({
  ...(row.product ? { product: row.product } : cardOf(row)
    ?? { title: row.title, service: true, tax: row.tax }),
  quantity_milli: row.quantity_milli,
  unit_price_micro: row.unit_price_micro,
  discount_ppm: row.discount_ppm,
  discount_minor: row.discount_minor,
});

const cardOf = ({ gift_card, title }: CartRow) => gift_card && {
  title, gift_card: gift_card.code,
  ...(gift_card.expires && { gift_card_expires: gift_card.expires }),
};
