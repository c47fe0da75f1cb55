// A row of the cart as verbs take it.
import type { OrderLine, OrderLineInput } from '../api';
import { plain, type CartRow } from './cart_state';

/** The row as a line: of a product, of a gift card, or free. */
export const lineInput = (row: CartRow): OrderLineInput => ({
  ...(row.product ? { product: row.product } : cardOf(row)
    ?? { title: row.title, service: true, tax: row.tax }),
  quantity_milli: row.quantity_milli,
  unit_price_micro: row.unit_price_micro,
  discount_ppm: row.discount_ppm,
  discount_minor: row.discount_minor,
  ...(row.lots && { lots: row.lots }),
});

const cardOf = ({ gift_card, title }: CartRow) => gift_card && {
  title, gift_card: gift_card.code,
  ...(gift_card.expires && { gift_card_expires: gift_card.expires }),
};

const chosenLots = ({ lots }: OrderLine) =>
  lots.map(({ lot, quantity_milli }) => ({ lot, quantity_milli }));

/** A line of a parked cart as a row again. */
export const rowAgain = (line: OrderLine): Omit<CartRow, 'key'> => ({
  ...plain, product: line.product, sku: line.sku, title: line.title, tax: line.tax,
  quantity_milli: line.quantity_milli, usual_price_micro: line.unit_price_micro,
  unit_price_micro: line.price_list ? null : line.unit_price_micro,
  discount_ppm: line.discount_ppm || null,
  discount_minor: line.discount_minor || null,
  tracking: line.tracking,
  ...(line.lots.length > 0 && { lots: chosenLots(line) }),
  ...(line.gift_card
    && { gift_card: { code: line.gift_card, expires: line.gift_card_expires } }),
});
