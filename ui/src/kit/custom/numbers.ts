// Numbers of custom fields: kept in millionths, typed and shown with the decimals of their field.

const DECIMALS = 6;

/** The decimals that a number is shown with: the field's, or as many more as it needs. */
export function decimalsOf(micro: number, decimals: number): number {
  let needed = decimals;
  while (needed < DECIMALS && micro % 10 ** (DECIMALS - needed) !== 0) needed += 1;
  return needed;
}

/** A number in millionths as a whole number of its last decimal. */
export const inUnits = (micro: number, decimals: number): number =>
  micro / 10 ** (DECIMALS - decimals);

/** The way back. */
export const inMicro = (units: number, decimals: number): number =>
  units * 10 ** (DECIMALS - decimals);
