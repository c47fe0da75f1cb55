// Bundles in plain values.
import type { BundlePart, Movement, Order, OrderComponent, ProductRow } from '../api';
import { format, t } from '../text';

/** A whole one, in thousandths. */
const ONE_MILLI = 1_000;

/** Whether its goods are those of its components. */
export const isVirtual = (row: Pick<ProductRow, 'bundle'>): boolean => row.bundle === 'virtual';

/** Whether a component is enough for the fewest bundles: it is what limits them. */
export const limits = (part: BundlePart, parts: readonly BundlePart[]): boolean =>
  parts.length > 1 && parts.every((one) => one.enough_for_milli >= part.enough_for_milli);

/** What a bundle on a line contains, in words. */
export const contents = (parts: readonly OrderComponent[]): string =>
  t.bundles.contains(parts.map((one) =>
    `${format.quantity(one.quantity_milli)} × ${one.title}`).join(', '));

/** What a movement is called that put bundles together or took them apart. */
export const assembled = ({ from, to }: Pick<Movement, 'from' | 'to'>): string =>
  (from === 'assembly' || to === 'assembly' ? t.bundles.movement : '');

/** Goods of an order that can come back: of a line, or a component of its bundle by itself. */
export interface BackGoods {
  line: number;
  /** The component, when it is one. */
  component?: string;
  /** How much of it one bundle takes. */
  each: number;
  product: string | null;
  sku: string;
  title: string;
  /** How much can come back. */
  most: number;
  /** How much of that is announced already. */
  requested: number;
}

const whole = (line: Order['lines'][number]): BackGoods => ({
  line: line.line, each: ONE_MILLI, product: line.product, sku: line.sku, title: line.title,
  most: line.returnable_milli, requested: line.return_requested_milli,
});

const pieces = (line: Order['lines'][number]): BackGoods[] => line.components.map((one) => ({
  line: line.line, component: one.product, each: one.quantity_milli, product: one.product,
  sku: one.sku, title: one.title, most: one.returnable_milli,
  requested: one.return_requested_milli
    + (line.return_requested_milli / ONE_MILLI) * one.quantity_milli,
}));

/** All goods of an order that can come back, the components of a bundle under it. */
export const goodsBack = (order: Order): BackGoods[] =>
  order.lines.flatMap((line) => [whole(line), ...pieces(line)]).filter((one) => one.most > 0);

/** A line, or a component of its bundle. */
interface Named { line: number; component?: string | null }

/** Whether two of them are the same. */
export const isSameGoods = (one: Named, other: Named): boolean =>
  one.line === other.line && (one.component ?? null) === (other.component ?? null);

/** What tells goods that come back apart in a list. */
export const goodsKey = ({ line, component }: Named): string =>
  `${line} ${component ?? ''}`;
