// What an entry of the journal did, in words: a headline by its kind and the figures that it
// brings.
import type { Permission, TimelineItem } from '../api';
import { format, t } from '../text';
import { holdName, methodName, permissionNames } from './names';

/** The headline: "Payment received". A kind that is newer than this page shows as it is. */
export function headlineOf({ kind, summary }: TimelineItem): string {
  if (kind === 'order.sold' && summary.channel === 'import') return t.happened['order.imported'];
  if (kind === 'order.cancelled' && summary.items_milli) return t.happened['order.called_off'];
  if (kind === 'order.edited' && summary.taken_back) return t.happened['order.taken_back'];
  return (t.happened as Record<string, string>)[kind] ?? kind;
}

const readers: Record<string, (value: unknown, digits: number) => string> = {
  number: String,
  amount_minor: (value, digits) => format.money(value as number, digits),
  total_minor: (value, digits) => format.money(value as number, digits),
  items_milli: (value) => t.happenedWith.items(format.quantity(value as number)),
  quantity_milli: (value) => format.quantity(value as number),
  counted_milli: (value) => format.quantity(value as number),
  method: (value) => methodName(String(value)),
  reason: String,
  person: (value) => t.happenedWith.approvedBy(String(value)),
  permissions: (value) => permissionNames(value as Permission[]),
  points: (value) => t.happenedWith.points(format.count(value as number)),
  holds: (value) => (value as string[]).map(holdName).join(', '),
  valid_until: (value) => t.orderLife.validUntil(format.day(String(value))),
  page_until: (value) => t.tracking.shownUntil(format.day(String(value))),
  lots_sold_late: (value) => t.lots.late((value as string[]).join(', ')),
  owner: String,
  add: (value) => (value as string[]).map((tag) => `+${tag}`).join(' '),
  remove: (value) => (value as string[]).map((tag) => `−${tag}`).join(' '),
  until: (value) => t.holds.again(format.day(String(value))),
};

/** The figures and words of the entry, in the order of the table above;
 *  amounts have so many decimals. */
export function detailsOf({ summary }: TimelineItem, digits: number): string[] {
  const told = Object.keys(readers).filter((key) => (summary[key] ?? null) !== null);
  const details = told.map((key) => readers[key]?.(summary[key], digits) ?? '').filter(Boolean);
  // A sale in one step brings its total and the same amount paid: said once.
  return [...new Set(details)];
}
