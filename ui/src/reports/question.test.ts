import { describe, expect, it } from 'vitest';
import type { ReportInfo } from '../api';
import { inputOf, periodOf } from './question';

const report: ReportInfo = {
  report: 'top-products', title_code: '', group: 'products', by: ['revenue', 'units'],
  chart: 'bars', parameters: ['from', 'to', 'by', 'limit'],
};

describe('the question of a report', () => {
  it('takes from the address what the report takes, and nothing else', () => {
    const query = new URLSearchParams('from=2011-01-01&by=units&limit=20&compare=yes');
    expect(inputOf(report, query)).toEqual(
      { report: 'top-products', from: '2011-01-01', by: 'units', limit: 20 });
  });

  it('leaves out what makes no sense', () => {
    const query = new URLSearchParams('by=colour&limit=many');
    expect(inputOf(report, query)).toEqual({ report: 'top-products' });
  });
});

describe('a period by name', () => {
  it.each([
    ['month', '2011-02-01', '2011-02-28'], ['lastMonth', '2011-01-01', '2011-01-31'],
    ['year', '2011-01-01', '2011-12-31'], ['lastYear', '2010-01-01', '2010-12-31'],
  ])('%s around 14 February 2011 goes from %s to %s', (name, from, to) => {
    expect(periodOf(name, '2011-02-14')).toEqual({ from, to });
  });

  it('of all time has no bounds, and the month before January lies in the year before', () => {
    expect(periodOf('all', '2011-02-14')).toBeNull();
    expect(periodOf('lastMonth', '2011-01-05')).toEqual({ from: '2010-12-01', to: '2010-12-31' });
  });
});
