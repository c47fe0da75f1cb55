// What is to be known about a line that puts value on a gift card.
import { book, type OrderLine } from '../api';
import { amountIn } from '../kit/currencies';
import { t } from '../text';

/** Which card it is, and what is on it where that is not what the line costs. */
export function cardNotes({ gift_card: code, gift_card_worth_minor: worth }: OrderLine): string[] {
  if (code === null) return [];
  const held = worth === null ? [] : [t.deals.onCard(amountIn(book.open.currency, worth))];
  return [t.giftCards.line(code), ...held];
}
