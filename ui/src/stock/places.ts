// The places of the shop as choices: what lies in another place is named with it.
import { call, type LocationRow } from '../api';

/** The place in use whose code was scanned, if it is one's. */
export async function placeOfCode(code: string): Promise<string | undefined> {
  return (await call('locations.by_code', { code })).location ?? undefined;
}

/** A place with those that it lies in: "Store › R1 › B2". */
export function pathOf(row: LocationRow, rows: readonly LocationRow[]): string {
  const names = [row.name];
  let at = row.parent;
  // Two devices apart may have put two places into each other.
  for (let deep = 0; at !== null && deep < 8; deep += 1) {
    const outer = rows.find((one) => one.location === at);
    if (!outer) break;
    names.unshift(outer.name);
    at = outer.parent;
  }
  return names.join(' › ');
}

/** All places in the order of where they lie; the main one first. */
export function inOrder(rows: readonly LocationRow[]): LocationRow[] {
  const main = (row: LocationRow) => Number(row.location === 'main');
  return [...rows].sort((one, other) => main(other) - main(one)
    || pathOf(one, rows).localeCompare(pathOf(other, rows)));
}

/** The places in use, each with where it lies, in that order; the main one first. */
export function choices(rows: readonly LocationRow[]): { key: string; label: string }[] {
  const used = inOrder(rows).filter((row) => !row.archived);
  return used.map((row) => ({ key: row.location, label: pathOf(row, rows) }));
}
