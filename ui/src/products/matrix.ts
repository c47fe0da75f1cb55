// The matrix of a product's options: every combination of their values, and what is known of each.

export interface OptionText {
  name: string;
  /** The values as they are typed, one after the other with commas. */
  values: string;
}

export interface Combination {
  /** A value of each option. */
  values: readonly string[];
  /** The same as one text, to keep what was typed for it. */
  key: string;
}

/** The values of an option as they are meant: trimmed, none twice, none empty. */
export function valuesOf(text: string): string[] {
  return [...new Set(text.split(/[,;\n]/).map((value) => value.trim()).filter(Boolean))];
}

/** More than this many are not laid out: nobody reads them, and no such product exists. */
export const MOST = 1000;

/** Every combination, in the order of the options and their values; none while one has no value. */
export function combinations(options: readonly OptionText[]): Combination[] {
  const lists = options.map((option) => valuesOf(option.values));
  const count = lists.reduce((product, list) => product * list.length, 1);
  if (lists.length === 0 || count === 0 || count > MOST) return [];
  const all = lists.reduce<string[][]>(
    (before, list) => before.flatMap((values) => list.map((value) => [...values, value])), [[]]);
  return all.map((values) => ({ values, key: keyOf(values) }));
}

export function keyOf(values: readonly string[]): string {
  return JSON.stringify(values);
}

/** A SKU for a variant: the product's, and the values in capitals without what codes dislike. */
export function skuOf(base: string, values: readonly string[]): string {
  const plain = (value: string) => value.normalize('NFD').replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}.]+/gu, '').toUpperCase();
  return [base, ...values.map(plain).filter(Boolean)].join('-').slice(0, 64);
}
