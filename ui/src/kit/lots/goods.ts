// Goods of a product being written down, with the lots that were named for them.
import type { LotInput, LotRow, LotShown, Order, ProductOfCode, Tracking } from '../../api';
import { addLot, lotInputs, namedMilli, type LotEntry } from './lots';

/** One piece, in thousandths. */
const ONE_MILLI = 1_000;

/** So much of a product, and which lots or pieces it is. */
export interface Goods {
  quantity: number | null;
  tracking?: Tracking;
  lots?: readonly LotEntry[];
}

/** A code that was looked up: what a label says beside the product. */
type Coded = Partial<Pick<ProductOfCode, 'coded_lot' | 'coded_expires' | 'coded_quantity_milli'>>;

export const isTracked = ({ tracking = 'none' }: Pick<Goods, 'tracking'>): boolean =>
  tracking !== 'none';

/** The lots of goods as verbs take them; nothing when nobody named one. */
export function lotsNamed({ quantity, tracking = 'none', lots = [] }: Goods)
  : { lots?: LotInput[] } {
  const named = tracking === 'none' ? [] : lotInputs(lots, tracking, quantity ?? 0);
  return named.length > 0 ? { lots: named } : {};
}

/** How much of goods has no lot or number yet. */
export const unnamedOf = ({ quantity, tracking = 'none', lots = [] }: Goods): number =>
  (quantity ?? 0) - namedMilli(lots, tracking, quantity ?? 0);

/** One more of goods, of the lot that a label says. A number names a piece that has none yet, and
 *  a piece that is there already is not there twice. */
export function countUp(goods: Goods, coded: Coded = {}): void {
  const { coded_lot: lot, coded_expires: expires = null } = coded;
  const { tracking = 'none', lots = [], quantity } = goods;
  const more = coded.coded_quantity_milli ?? ONE_MILLI;
  const isPiece = tracking === 'serial' && lot;
  if (isPiece && lots.some((one) => one.lot.trim() === lot)) return;
  if (!isPiece || unnamedOf(goods) < more) goods.quantity = (quantity ?? 0) + more;
  if (lot) goods.lots = addLot(lots, lot, more, expires);
}

/** A lot to choose from of which nothing is known but how much there is. */
export const lotRow = (lot: string, on_hand_milli: number): LotRow =>
  ({ lot, on_hand_milli, expires: null, came_local: '', places: [] });

/** The lots that went out of a line of an order, as far as they did not come back. */
export function lotsSent(order: Order, line: number): LotRow[] {
  // Of the goods in a bundle nobody is asked.
  if (order.lines.find((one) => one.line === line)?.components.length) return [];
  const held = new Map<string, number>();
  const add = (parts: readonly LotShown[], sign: number) => parts
    .filter((one) => one.line === line)
    .forEach((one) => held.set(one.lot, (held.get(one.lot) ?? 0) + sign * one.quantity_milli));
  for (const sent of order.shipments) add(sent.lots, 1);
  for (const back of order.returns) add(back.lots, -1);
  return [...held].filter(([, milli]) => milli > 0).map(([lot, milli]) => lotRow(lot, milli));
}
