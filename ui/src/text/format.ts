// Figures and dates in the reader's way of writing. Amounts arrive as integers and leave as text
// without passing through a float.
import { decimalOf, type Whole } from './exact';
import { locale } from './locale.svelte';

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numbers(minimum: number, maximum: number, style: 'decimal' | 'percent' = 'decimal') {
  const key = `${locale.tag} ${minimum} ${maximum} ${style}`;
  let format = numberFormats.get(key);
  if (!format) {
    const digits = { minimumFractionDigits: minimum, maximumFractionDigits: maximum };
    format = new Intl.NumberFormat(locale.tag, { ...digits, style });
    numberFormats.set(key, format);
  }
  return format;
}

const LEFT_TO_RIGHT = '\u200e';

/** The true minus sign, so that figures align and read well; before its figure in any direction. */
function signed(text: string): string {
  const mark = locale.language === 'rtl' ? LEFT_TO_RIGHT : '';
  return text.replace('-', `${mark}−`);
}

/** An amount in minor units: 123456 with 2 digits is "1,234.56". */
export function money(minor: Whole, digits: number): string {
  return signed(numbers(digits, digits).format(decimalOf(minor, digits)));
}

/** Writes amounts without their decimals, for the axis of a chart. */
export function whole(digits: number): (minor: Whole) => string {
  return (minor) => count(BigInt(minor) / 10n ** BigInt(digits));
}

/** A unit price in millionths: at least the currency's digits, at most six. */
export function price(micro: Whole, digits: number): string {
  return signed(numbers(digits, 6).format(decimalOf(micro, 6)));
}

/** A quantity in thousandths: "2", "0.412". */
export function quantity(milli: Whole): string {
  return signed(numbers(0, 3).format(decimalOf(milli, 3)));
}

/** A whole number of `10^-digits` with no more decimals than it needs. */
export function decimal(value: Whole, digits: number): string {
  return signed(numbers(0, digits).format(decimalOf(value, digits)));
}

/** A rate in parts per million: 88750 is "8.875%". */
export function rate(ppm: Whole): string {
  return signed(numbers(0, 4, 'percent').format(decimalOf(ppm, 6)));
}

/** A count of things. */
export function count(value: Whole): string {
  return signed(numbers(0, 0).format(BigInt(value)));
}

/** A change against an earlier figure in whole percent: "+12 %"; null when there was nothing. */
export function change(now: Whole, before: Whole): string | null {
  if (BigInt(before) === 0n) return null;
  const base = BigInt(before) < 0n ? -BigInt(before) : BigInt(before);
  const percent = ((BigInt(now) - BigInt(before)) * 100n) / base;
  return numbers(0, 0, 'percent').format(decimalOf(percent, 2)).replace('-', '');
}

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale.tag + JSON.stringify(options);
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale.tag, { timeZone: 'UTC', ...options });
    dateFormats.set(key, format);
  }
  return format;
}

/** "2011-12-09" or "2011-12-09T12:50" as the same wall clock in UTC. */
function wall(local: string): Date {
  return new Date(`${local.slice(0, 10)}T${local.slice(11, 16) || '00:00'}Z`);
}

/** A day: "9 Dec 2011". */
export function day(local: string): string {
  return dates({ day: 'numeric', month: 'short', year: 'numeric' }).format(wall(local));
}

/** A day without its year, for the foot of a chart: "9 Dec". */
export function shortDay(local: string): string {
  return dates({ day: 'numeric', month: 'short' }).format(wall(local));
}

/** A day with its weekday: "Friday, 9 December 2011". */
export function longDay(local: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return dates(options).format(wall(local));
}

/** The name of a day's weekday: "Friday". */
export function weekday(local: string): string {
  return dates({ weekday: 'long' }).format(wall(local));
}

/** A month: "2011-12" is "Dec 2011". */
export function month(yearMonth: string): string {
  return dates({ month: 'short', year: 'numeric' }).format(wall(`${yearMonth}-01`));
}

/** A wall clock time: "12:50". */
export function time(local: string): string {
  return dates({ hour: 'numeric', minute: '2-digit' }).format(wall(local));
}

/** The day that lies this many days from another. */
export function addDays(from: string, days: number): string {
  const moved = wall(from.slice(0, 10)).getTime() + days * 86_400_000;
  return new Date(moved).toISOString().slice(0, 10);
}

/** A moment near today by its name: "Today 14:32", "Yesterday 16:30", else "9 Dec 2011 12:50". */
export function moment(local: string, today: string): string {
  const names = locale.dictionary.common;
  const at = local.slice(0, 10);
  const named = at === today ? names.today : at === addDays(today, -1) ? names.yesterday : day(at);
  return local.length > 10 ? `${named} ${time(local)}` : named;
}

/** A span of time in words: "3 min", "40 s". */
export function span(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const unit = seconds < 90 ? 'second' : seconds < 5400 ? 'minute' : 'hour';
  const size = { second: 1, minute: 60, hour: 3600 }[unit];
  const options = { style: 'unit', unit, unitDisplay: 'short' } as const;
  return new Intl.NumberFormat(locale.tag, options).format(Math.round(seconds / size));
}

/** How long ago something was: "3 minutes ago", "yesterday". */
export function ago(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const units = [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]] as const;
  const [unit, size] = units.find(([, one]) => seconds >= one) ?? units[3];
  const names = new Intl.RelativeTimeFormat(locale.tag, { numeric: 'auto' });
  return names.format(-Math.floor(seconds / size), unit);
}

/** The name of a country by its code, in the reader's language. */
export function country(code: string): string {
  try {
    const names = new Intl.DisplayNames([locale.tag], { type: 'region' });
    return (code.length === 2 && names.of(code)) || code;
  } catch {
    return code;
  }
}

/** The name of a currency by its code. */
export function currencyName(code: string): string {
  const names = new Intl.DisplayNames([locale.tag], { type: 'currency' });
  return names.of(code) ?? code;
}
