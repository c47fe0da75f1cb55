// What a scanned or typed code means: a product, else a gift card, else nothing.
import { call, toCallError, type Code, type GiftCard, type ProductRow } from '../api';

export type LookedUp = { product: ProductRow } | { card: GiftCard } | { code: string; why: Code };

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
