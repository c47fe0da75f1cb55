import { describe, expect, it } from 'vitest';
import * as format from './format';
import { locale } from './locale.svelte';

// Without a window the page speaks English as in Britain.
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('what is written', () => {
  it('keeps the digits of the currency, however large the amount', () => {
    expect(format.money(123456, 2)).toBe('1,234.56');
    expect(format.money(-5, 2)).toBe('−0.05');
    expect(format.money(1744, 0)).toBe('1,744');
    expect(format.money(9_007_199_254_740_993n, 2)).toBe('90,071,992,547,409.93');
  });

  it('shows prices below a cent and quantities without needless decimals', () => {
    expect(format.price(1_000, 2)).toBe('0.001');
    expect(format.price(2_550_000, 2)).toBe('2.55');
    expect(format.quantity(412)).toBe('0.412');
    expect(format.quantity(2_000)).toBe('2');
  });

  it('writes rates and changes in percent', () => {
    expect(plain(format.rate(88_750))).toBe('8.875%');
    expect(plain(format.change(112, 100) ?? '')).toBe('12%');
    expect(plain(format.change(90, 100) ?? '')).toBe('10%');
    expect(format.change(5, 0)).toBeNull();
  });

  it('writes days and moments as wall clock, whatever the zone of the computer', () => {
    expect(format.day('2011-12-09')).toBe('9 Dec 2011');
    expect(format.moment('2011-12-09T12:50', '2011-12-09')).toBe('Today 12:50');
    expect(format.moment('2011-12-08T12:50', '2011-12-09')).toBe('Yesterday 12:50');
    expect(format.moment('2010-12-01T08:26', '2011-12-09')).toBe('1 Dec 2010 8:26');
    expect(format.addDays('2011-12-31', 1)).toBe('2012-01-01');
  });

  it('follows the locale', () => {
    expect(locale.tag).toBe('en-GB');
    expect(format.country('DE')).toBe('Germany');
    expect(format.country('European Community')).toBe('European Community');
  });
});
