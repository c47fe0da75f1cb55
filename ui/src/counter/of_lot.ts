// Rows of the cart whose lots or serial numbers were scanned.
import type { LotInput, ProductOfCode } from '../api';
import { addLot, entryOf, lotInputs } from '../kit/lots/lots';
import { plain, type CartRow } from './cart_state';

/** A row of a product with lots, at the product's own price: further lots are counted on it. */
export const isOfLots = (row: CartRow, product: ProductOfCode): boolean => !!row.lots
  && row.product === product.id && row.unit_price_micro === null && !row.scrapped;

/** A row for goods of lots, with nothing on it yet. */
export const rowOfLots = (product: ProductOfCode): Omit<CartRow, 'key'> => ({
  ...plain, product: product.id, sku: product.sku, title: product.title, quantity_milli: 0,
  usual_price_micro: product.unit_price_micro, tracking: product.tracking, lots: [],
});

/** Lots as the cart keeps them: of goods that leave no last day is said. */
export const keptLots = ({ back }: CartRow, lots: readonly LotInput[]): LotInput[] =>
  lots.map(({ lot, quantity_milli, expires }) =>
    ({ lot, quantity_milli, ...(back && expires && { expires }) }));

/** Counts so much of a lot on a row. A piece that is in the cart already is not there twice. */
export function countLot(row: CartRow, product: ProductOfCode, lot: string, more: number): void {
  const known = row.lots?.some((one) => one.lot === lot);
  if (known && product.tracking === 'serial') return;
  row.quantity_milli += more;
  const named = addLot((row.lots ?? []).map(entryOf), lot, more, product.coded_expires);
  row.lots = keptLots(row, lotInputs(named, product.tracking, row.quantity_milli));
}
