// What a code or a tile means: a product, or why there is none.
import { call, toCallError, type Code, type ProductOfCode, type ProductRow } from '../api';

/** What was looked up. */
export type LookedUp =
  { product: ProductRow | ProductOfCode } | { code: string; why: Code };

/** The product of a code. */
export async function lookUp(code: string): Promise<LookedUp> {
  try {
    return { product: await call('products.by_code', { code }) };
  } catch (cause) {
    return { code, why: toCallError(cause).code };
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
