// What promotions took off an order, each as a part of its discount.
import { book, type OrderPromotion } from '../api';
import { amountIn } from '../kit/currencies';
import type { Sum } from '../kit/Sums.svelte';
import { t } from '../text';

/** A promotion by its name, with its code, and with its amount where that was converted. */
function nameOf({ name, coupon, book_amount_minor: amount }: OrderPromotion): string {
  const said = coupon ? t.deals.couponOf(name, coupon) : name;
  return amount === null ? said : t.deals.converted(said, amountIn(book.open.currency, amount));
}

/** A line for each of them. */
export const promotionSums = (given: OrderPromotion[], money: (minor: number) => string): Sum[] =>
  given.map((one) => ({ name: nameOf(one), figure: `−${money(one.off_minor)}`, look: 'part' }));
