// What the states of orders have in common.
import type { OrderState } from '../api';

/** Not agreed yet: nothing is set aside, paid or shipped. */
export const isDraft = (state: OrderState): boolean =>
  state === 'draft' || state === 'quoted' || state === 'declined';
