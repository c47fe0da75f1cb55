// What a code or a tile means: a product, else a gift card, else a customer by their card, else why
// there is nothing.
import {
  call, toCallError, type Code, type CustomerRow, type GiftCard, type ProductOfCode,
  type ProductRow,
} from '../api';

/** What was looked up. */
export type LookedUp =
  { product: ProductRow | ProductOfCode } | { card: GiftCard }
  | { customer: CustomerRow } | { code: string; why: Code };

/** Looks a code up among the products, and then among the gift cards; of goods that come back also
 *  those that were sold. */
export async function lookUp(code: string, sold = false): Promise<LookedUp> {
  try {
    return { product: await call('products.by_code', { code, sold }) };
  } catch (cause) {
    const why = toCallError(cause).code;
    return why === 'product_unknown' ? lookUpCard(code) : { code, why };
  }
}

async function lookUpCard(code: string): Promise<LookedUp> {
  try {
    return { card: await call('gift_cards.by_code', { code }) };
  } catch (cause) {
    return lookUpCustomer(code, toCallError(cause).code);
  }
}

async function lookUpCustomer(code: string, why: Code): Promise<LookedUp> {
  // A gift card of the book's own with a wrong digit is known as one; all else is no product.
  const nothing = { code, why: why === 'card_code_wrong' ? why : 'product_unknown' as const };
  const found = await call('customers.by_card', { code }).catch(() => undefined);
  return found?.customer ? { customer: found.customer } : nothing;
}

/** A product by its id; one that is no longer offered is unknown under its label. */
export async function lookUpProduct(id: string, label: string): Promise<LookedUp> {
  try {
    const product: ProductRow = await call('products.get', { id });
    return product.archived ? { code: label, why: 'product_unknown' } : { product };
  } catch (cause) {
    return { code: label, why: toCallError(cause).code };
  }
}
