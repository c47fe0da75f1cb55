// The check digit of trade item numbers (GS1 General Specifications, section 7.9).

const LENGTHS = new Set([8, 12, 13, 14]);

/** True for a number of 8, 12, 13 or 14 digits whose last one checks the others. */
export function isGtin(code: string): boolean {
  if (!LENGTHS.has(code.length) || !/^[0-9]+$/.test(code)) return false;
  const weighted = [...code].reverse()
    .reduce((sum, digit, place) => sum + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return weighted % 10 === 0;
}
