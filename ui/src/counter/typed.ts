// What was typed into the one field of the counter: "3*4006381333931" is three of that code.
import { readFigure, type Separators } from '../kit/fields/arithmetic';

/** A code or the beginning of a name, and how many of it; no quantity was said when null. */
export interface Typed {
  quantity_milli: number | null;
  text: string;
}

const QUANTITY_DIGITS = 3;

/** Reads the field; a star that has no quantity before it belongs to the text. */
export function readTyped(typed: string, separators: Separators): Typed {
  const [, before = '', after = ''] = /^([^*×]*)[*×](.*)$/s.exec(typed) ?? [];
  const read = readFigure(before, QUANTITY_DIGITS, separators);
  const quantity = read.state === 'ok' ? Number(read.value) : 0;
  if (quantity <= 0 || !Number.isSafeInteger(quantity)) {
    return { quantity_milli: null, text: typed.trim() };
  }
  return { quantity_milli: quantity, text: after.trim() };
}
