// What points take off an order, as a part of its discount.
import type { OrderPoints } from '../api';
import type { Sum } from '../kit/Sums.svelte';
import { format, t } from '../text';

/** The line; none when no points are redeemed. */
export function redeemedSum(points: OrderPoints | null, money: (minor: number) => string): Sum[] {
  if (!points?.redeemed) return [];
  const name = t.loyalty.redeemed(format.count(points.redeemed));
  return [{ name, figure: `−${money(points.off_minor)}`, look: 'part' }];
}

/** What it has earned, or will once it is paid and handed over. */
export function earnedSum(points: OrderPoints | null): Sum[] {
  if (!points?.to_earn && !points?.earned) return [];
  const { earned, to_earn } = points;
  const name = earned === to_earn ? t.loyalty.earned(format.count(earned))
    : t.loyalty.earns(format.count(to_earn));
  return [{ name, figure: '', look: 'soft' }];
}
