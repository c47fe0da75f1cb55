import { describe, expect, it } from 'vitest';
import { readFigure, separatorsOf, type Parsed } from './arithmetic';

const en = separatorsOf('en-GB');
const de = separatorsOf('de-DE');
const swiss = separatorsOf('de-CH');
const ok = (value: bigint): Parsed => ({ state: 'ok', value });

describe('a field for figures', () => {
  it.each([
    ['12', 1200n], ['12.5', 1250n], ['1,234.56', 123456n], ['-3', -300n], ['.5', 50n], ['7.', 700n],
    ['12*3.5', 4200n], ['10/3', 333n], ['20/3', 667n], ['-20/3', -667n], ['(2+3)*4', 2000n],
    ['2 + 3 × 4', 1400n], ['12,5', 1250n], ['1,250', 125000n], ['1,234,567.89', 123456789n],
    ['0.1+0.2', 30n], ['--5', 500n], ['90071992547409.93', 9007199254740993n],
  ])('reads %s in English as %s hundredths', (text, value) => {
    expect(readFigure(text, 2, en)).toEqual(ok(value));
  });

  it.each([
    ['12,5', 1250n], ['1.234,56', 123456n], ['1.250', 125000n], ['1.25', 125n], ['3,5*12', 4200n],
  ])('reads %s in German as %s hundredths', (text, value) => {
    expect(readFigure(text, 2, de)).toEqual(ok(value));
  });

  it('takes the apostrophe that groups figures in Switzerland', () => {
    expect(readFigure("1'234.50", 2, swiss)).toEqual(ok(123450n));
    expect(readFigure('1’234.50', 2, swiss)).toEqual(ok(123450n));
  });

  it('keeps six decimals of a unit price and three of a quantity', () => {
    expect(readFigure('0.001', 6, en)).toEqual(ok(1000n));
    expect(readFigure('0.412', 3, en)).toEqual(ok(412n));
  });

  it.each([
    ['abc', 'not_a_number'], ['12*', 'not_a_number'], ['(2', 'not_a_number'],
    ['1.2.3', 'not_a_number'], ['12.345', 'too_many_decimals'], ['5/0', 'divided_by_zero'],
    ['2 3', 'not_a_number'],
  ])('refuses %s and says why: %s', (text, why) => {
    expect(readFigure(text, 2, en)).toEqual({ state: 'bad', why });
  });

  it('tells an empty field from a zero', () => {
    expect(readFigure('  ', 2, en)).toEqual({ state: 'empty' });
    expect(readFigure('0', 2, en)).toEqual(ok(0n));
  });
});
