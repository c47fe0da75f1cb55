// The filters of a list stand in the address: "?text=haddad&payment=unpaid,part_paid". Back,
// forward and a kept address bring them back.
import { place } from '../place.svelte';

/** A filter that can be chosen: what it is about and the values it may have. */
export interface FilterSpec {
  key: string;
  label: () => string;
  /** Few ask for it: it has no chip of its own until something of it is chosen. */
  rare?: true;
  options: () => readonly { key: string; label: string }[];
}

/** The values of a filter; none means any. */
export function chosen(key: string): string[] {
  return place.query.get(key)?.split(',').filter(Boolean) ?? [];
}

/** The values for a verb: undefined when the filter is not set. */
export function chosenOrNone(key: string): string[] | undefined {
  const values = chosen(key);
  return values.length > 0 ? values : undefined;
}

/** The one value of a filter, or undefined. */
export const chosenOne = (key: string): string | undefined => chosen(key)[0];

/** Sets what is typed or chosen, without a step for "back" for every letter. */
export function choose(key: string, values: readonly string[]): void {
  const query = new URLSearchParams(place.query);
  if (values.length === 0) query.delete(key);
  else query.set(key, values.join(','));
  place.replace(place.path, query);
}

/** Adds a value to a filter or takes it out. */
export function toggle(key: string, value: string): void {
  const values = chosen(key);
  const without = values.filter((one) => one !== value);
  choose(key, without.length === values.length ? [...values, value] : without);
}

export const clearAll = (): void => place.replace(place.path);
export const anyChosen = (): boolean => [...place.query].length > 0;
