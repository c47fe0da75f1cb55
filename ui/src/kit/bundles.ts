// Bundles in plain values.
import type { BundlePart, Movement, OrderComponent, ProductRow } from '../api';
import { format, t } from '../text';

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
  (from === 'assembly' || to === 'assembly' ? t.happened['stock.assembled'] : '');
