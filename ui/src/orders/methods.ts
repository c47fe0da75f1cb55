// The ways in which an order can be paid or given back: those of the book, gift cards, and the
// store credit of its customer with what there is.
import { book, type Order } from '../api';
import { amountIn } from '../kit/currencies';
import { methodName } from '../kit/names';
import { format, t } from '../text';

/** The methods as a list of choices. */
export function methodsOf(order: Order): { key: string; label: string }[] {
  const named = [...book.open.payment_methods, 'gift_card']
    .map((key) => ({ key, label: methodName(key) }));
  const summary = order.customer_summary;
  if (!summary) return named;
  // What is held is of the book's currency, and says so beside amounts of another.
  const held = order.exchange ? amountIn(book.open.currency, summary.credit_minor)
    : format.money(summary.credit_minor, book.digits);
  const label = t.credit.has(held);
  return [...named, { key: 'store_credit', label }];
}
