import { describe, expect, it } from 'vitest';
import type { ReportInfo } from '../api';
import { inputOf } from './question';

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
