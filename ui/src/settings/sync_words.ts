// How much went over, in words.
import { format } from '../text';

/** A size in the unit that keeps it short: "12 kB", "3.4 MB". */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${format.count(Math.round(bytes / 1_000))} kB`;
  return `${format.decimal(Math.round(bytes / 100_000), 1)} MB`;
}
