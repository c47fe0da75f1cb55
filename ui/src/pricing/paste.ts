// Prices out of a spreadsheet: a line is a SKU and a price, or a SKU, a quantity and a price, with
// tabs or semicolons between them, in the reader's own separators.
import { readFigure, type Separators } from '../kit/fields/arithmetic';

/** A pasted price of a product. */
export interface PastedPrices {
  code: string;
  breaks: { from_milli: number; unit_price_micro: number }[];
}

/** What was read, and the lines (from 1) that could not be. */
export interface Pasted {
  prices: PastedPrices[];
  wrong: number[];
}

const PRICE_DIGITS = 6;
const QUANTITY_DIGITS = 3;

/** Reads pasted text; lines of one SKU are its steps. A first line without a price is a head. */
export function readPrices(text: string, separators: Separators): Pasted {
  const found = new Map<string, PastedPrices>();
  const wrong: number[] = [];
  const figure = (typed: string, digits: number) => {
    const read = readFigure(typed, digits, separators);
    return read.state === 'ok' ? Number(read.value) : undefined;
  };
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const cells = line.split(/\t|;/).map((cell) => cell.trim());
    const [code = '', second = '', third] = cells;
    const price = figure(third ?? second, PRICE_DIGITS);
    const from = third === undefined || second === '' ? 0 : figure(second, QUANTITY_DIGITS);
    if (code === '' || price === undefined || from === undefined) {
      if (index > 0) wrong.push(index + 1);
      return;
    }
    const one = found.get(code) ?? { code, breaks: [] };
    one.breaks.push({ from_milli: from, unit_price_micro: price });
    found.set(code, one);
  });
  return { prices: [...found.values()], wrong };
}
