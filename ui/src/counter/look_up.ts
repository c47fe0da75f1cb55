// What a code or a tile means: a product, else a gift card, else why there is neither.
import {
  call, toCallError, type Code, type GiftCard, type ProductOfCode, type ProductRow,
} from '../api';

/** What was looked up. */
export type LookedUp =
  { product: ProductRow | ProductOfCode } | { card: GiftCard } | { code: string; why: Code };

/** Looks a code up among the products, and then among the gift cards. */
export async function lookUp(code: string): Promise<LookedUp> {
  try {
    return { product: await call('products.by_code', { code }) };
  } catch (cause) {
    const why = toCallError(cause).code;
    return why === 'product_unknown' ? lookUpCard(code) : { code, why };
  }
}

async function lookUpCard(code: string): Promise<LookedUp> {
  try {
    return { card: await call('gift_cards.by_code', { code }) };
  } catch (cause) {
    const why = toCallError(cause).code;
    // A card of the book's own with a wrong digit is known as one; all else is no product.
    return { code, why: why === 'card_code_wrong' ? why : 'product_unknown' };
  }
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
