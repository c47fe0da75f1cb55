// A row of the cart as verbs take it, and a parked cart as a cart again.
import type { Order, OrderLine, OrderLineInput } from '../api';
import { plain, type CartRow, type CartState } from './cart_state';

/** One piece, in thousandths. */
export const ONE_MILLI = 1_000;

/** True when one more of the same product may be counted on this row. */
export const isPlain = (row: CartRow): boolean => !row.gift_card && row.unit_price_micro === null
  && row.discount_ppm === null && row.discount_minor === null && !row.scrapped && !row.lots;

/** How much a code means that was scanned so many times; one that says nothing means that many. */
export const timesCoded = (coded: number | null | undefined, times: number | null)
: number | null => (coded === null || coded === undefined ? times
  : Math.round(coded * (times ?? ONE_MILLI) / ONE_MILLI));

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

type Terms = Pick<CartState, 'parked' | 'customer' | 'currency' | 'discount_ppm' | 'discount_minor'
  | 'coupons' | 'points'>;

/** What a parked cart says beside its lines. */
export function termsOf(order: Order): Terms {
  const name = order.customer_summary?.name ?? order.customer_name ?? '';
  return {
    parked: { id: order.id, version: order.version },
    customer: order.customer ? { id: order.customer, name } : null,
    currency: order.exchange ? order.currency : null,
    discount_ppm: order.discount_ppm || null,
    discount_minor: order.discount_fixed_minor || null,
    coupons: order.promotions.flatMap((one) => one.coupon ?? []),
    points: order.points?.redeemed || null,
  };
}
