// Cards that are scanned at the counter: of a gift, or of a customer.
import { book, type CustomerRow, type GiftCard } from '../api';
import { format, t } from '../text';
import { RING, type Till } from './till.svelte';

/** A gift card pays the cart; without a cart it tells what is on it. */
export function takeGiftCard(till: Till, { code, balance_minor }: GiftCard): void {
  if (till.cart.lines.length > 0) till.mode = { kind: 'voucher', code };
  else till.say(t.giftCards.holds(code, format.money(balance_minor, book.digits)));
}

/** A customer's card says for whom the cart is; goods that come back are those of their sale. */
export function takeCustomer(till: Till, { id, name }: CustomerRow): void {
  if (till.cart.back) return;
  till.cart.setCustomer({ id, name });
  if (till.mode.kind === 'customer') till.mode = RING;
  till.say(t.loyalty.attached(name));
}
