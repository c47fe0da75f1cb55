import { describe, expect, it } from 'vitest';
import { offers } from './notes';
import { readTyped } from './typed';

const british = { decimal: '.', group: ',' };
const german = { decimal: ',', group: '.' };

describe('what is typed at the counter', () => {
  it.each([
    ['4006381333931', null, '4006381333931'],
    ['3*4006381333931', 3_000, '4006381333931'],
    [' 12 * 85123A ', 12_000, '85123A'],
    ['0.412*cheddar', 412, 'cheddar'],
    ['2×mug', 2_000, 'mug'],
    ['3*', 3_000, ''],
    ['0*mug', null, '0*mug'],
    ['-2*mug', null, '-2*mug'],
    ['*mug', null, '*mug'],
    ['A*B', null, 'A*B'],
  ])('%s is %s of %s', (typed, quantity_milli, text) => {
    expect(readTyped(typed, british)).toEqual({ quantity_milli, text });
  });

  it('takes a decimal comma where that is the custom', () => {
    expect(readTyped('1,5*brie', german)).toEqual({ quantity_milli: 1_500, text: 'brie' });
  });
});

describe('the amounts offered', () => {
  it.each([
    [2_413, 'GBP', 2, [2_500, 3_000, 4_000, 5_000]],
    [2_413, 'EUR', 2, [2_500, 3_000, 4_000, 5_000, 10_000]],
    [999, 'USD', 2, [1_000, 2_000, 5_000, 10_000]],
    [1_744, 'JPY', 0, [2_000, 5_000, 10_000]],
    [2_000, 'GBP', 2, [5_000]],
    [4_500, 'XXX', 3, [5_000, 10_000, 20_000, 50_000, 100_000]],
  ])('for %s %s with %s digits are the next of its notes', (total, currency, digits, all) => {
    expect(offers(total, currency, digits)).toEqual(all);
  });
});
