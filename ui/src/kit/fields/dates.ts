// Reads what a clerk types into a field for a day: "t", "y", "+3", "15.3.", "15/3/11",
// "2011-03-15".

/** Which comes first where figures are ambiguous. */
export type Order = 'day-month' | 'month-day';

/** The order of day and month in a locale. */
export function orderOf(tag: string): Order {
  const parts = new Intl.DateTimeFormat(tag).formatToParts(new Date(0));
  const first = parts.find((part) => part.type === 'day' || part.type === 'month');
  return first?.type === 'month' ? 'month-day' : 'day-month';
}

function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : null;
}

/** The day that lies so many days from another. */
export function moved(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 11 is 2011, 98 is 1998: two figures mean the century around today. */
function fullYear(text: string | undefined, today: string): number {
  const now = Number(today.slice(0, 4));
  if (text === undefined) return now;
  if (text.length > 2) return Number(text);
  const near = now - (now % 100) + Number(text);
  return near > now + 20 ? near - 100 : near;
}

/** The words for today and yesterday, by their first letter, in the page's languages. */
const words: Record<string, number> = { t: 0, h: 0, y: -1, g: -1, m: 1 };

function relative(text: string, today: string): string | null {
  const days = /^[+-]\d{1,4}$/.test(text) ? Number(text) : words[text];
  return days === undefined ? null : moved(today, days);
}

/** Reads the text as a day, or gives null when it is none. */
export function readDay(text: string, today: string, order: Order): string | null {
  const tight = text.trim().toLowerCase().replace('−', '-');
  const near = relative(tight, today);
  if (near !== null) return near;
  const written = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(tight);
  if (written) return iso(Number(written[1]), Number(written[2]), Number(written[3]));
  const parts = /^(\d{1,2})\s*([./-])\s*(\d{1,2})(?:\s*[./-]\s*(\d{2}|\d{4})?)?$/.exec(tight);
  if (!parts) return null;
  // A dot is always day first, wherever one lives; a slash follows the locale.
  const dayFirst = parts[2] === '.' || order === 'day-month';
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const year = fullYear(parts[4], today);
  return dayFirst ? iso(year, second, first) : iso(year, first, second);
}
