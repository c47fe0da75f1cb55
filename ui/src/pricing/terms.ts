// Words for the terms that price lists and promotions share, and how their sets are typed.
import { book, type PriceListRow, type PromotionRow } from '../api';
import { format, t } from '../text';

/** "a, b" as a set of texts. */
export const split = (text: string): string[] =>
  text.split(',').map((one) => one.trim()).filter(Boolean);

/** From when to when something holds. */
export function period({ from, to }: { from: string | null; to: string | null }): string {
  if (from && to) return `${format.day(from)} – ${format.day(to)}`;
  if (from) return t.deals.fromDay(format.day(from));
  return to ? t.deals.toDay(format.day(to)) : t.deals.always;
}

/** Who gets it. */
export function who(row: { everyone?: boolean; tags: string[] }, none: string): string {
  if (row.everyone) return t.deals.everyone;
  return row.tags.length > 0 ? row.tags.join(', ') : none;
}

/** Whether it holds on the business day of now. */
export const holdsNow = (row: PriceListRow | PromotionRow): boolean =>
  !row.archived && (!row.from || row.from <= book.today) && (!row.to || book.today <= row.to);

/** What a promotion gives, in a few words. */
export function gives(row: PromotionRow): string {
  const words = t.promotions.gives;
  const rate = format.rate(row.rate_ppm ?? 0);
  const amount = format.money(row.amount_minor ?? 0, book.digits);
  return {
    line_percent: () => words.percent(rate), order_percent: () => words.orderPercent(rate),
    line_fixed: () => words.unit(amount), order_fixed: () => words.amount(amount),
    buy_get: () => words.buyGet(String(row.buy_units ?? 1), String(row.get_units ?? 1)),
    free_shipping: () => words.shipping,
  }[row.effect]();
}
