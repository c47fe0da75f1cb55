// The hits of boxes that find records: products with price and stock, customers with place and
// number.
import {
  book, call, type CustomerRow, type ProductOfCode, type ProductRow,
} from '../../api';
import type { Option } from './finder.svelte';
import { format, t } from '../../text';

const HITS_MAX = 12;
/** One piece, in thousandths. */
const ONE_MILLI = 1_000;

function productOption(product: ProductRow): Option {
  const price = format.price(product.unit_price_micro, book.digits);
  const stock = product.service ? t.order.service
    : `${format.quantity(product.available_milli)} ${t.order.available.toLowerCase()}`;
  return {
    id: product.id, title: `${product.sku}  ${product.title}`, detail: `${price} · ${stock}`,
    record: product,
  };
}

/** Codes of packs: nobody types one in words. */
const packCode = /^(?=.*\d)\S{6,}$/;

/** The product of which a code means a whole pack, with what that holds. */
async function packOf(code: string): Promise<Option | undefined> {
  if (!packCode.test(code)) return undefined;
  const found = await call('products.by_code', { code }).catch(() => undefined);
  if (!found?.coded_quantity_milli) return undefined;
  const option = productOption(found);
  return { ...option, detail: `${format.quantity(found.coded_quantity_milli)} × ${option.detail}` };
}

/** How much of a product a hit means: all that the pack holds whose code was typed, else one. */
export const meantMilli = (product: ProductRow | ProductOfCode): number =>
  ('coded_quantity_milli' in product && product.coded_quantity_milli) || ONE_MILLI;

/** Products whose SKU, barcode or title begins with what is typed; the one whose pack has the code
 *  that is typed, alone. */
export async function findProducts(text: string): Promise<Option[]> {
  if (text === '') return [];
  const pack = await packOf(text);
  if (pack) return [pack];
  const question = { text, filter: { archived: false, varied: false }, offset: 0, limit: HITS_MAX };
  return (await call('products.list', question)).rows.map(productOption);
}

function customerOption(customer: CustomerRow): Option {
  const place = customer.country ? format.country(customer.country) : undefined;
  const detail = [customer.code, place, customer.email].filter(Boolean).join(' · ');
  return { id: customer.id, title: customer.name, detail, record: customer };
}

/** Customers by name, number or mail address. */
export async function findCustomers(text: string): Promise<Option[]> {
  if (text === '') return [];
  const question = { text, filter: { archived: false }, offset: 0, limit: HITS_MAX };
  const { rows } = await call('customers.list', question);
  return rows.filter((row) => !row.erased).map(customerOption);
}

/** Suppliers in use by a part of their name, code or contact; all of them before one types. */
export async function findSuppliers(text: string): Promise<Option[]> {
  const found = await call('suppliers.list', { text, archived: false });
  return found.slice(0, HITS_MAX).map((supplier) => ({
    id: supplier.id, title: supplier.name,
    detail: [supplier.code, supplier.contact].filter(Boolean).join(' · '), record: supplier,
  }));
}
