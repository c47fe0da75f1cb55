import { describe, expect, it } from 'vitest';
import { periodOf, statementDays, statementPeriods } from './periods';

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

describe('the period of a statement', () => {
  it('ends today at the latest: what is not due yet is not overdue', () => {
    const [month, lastMonth] = statementPeriods('2011-02-14');
    expect(month).toEqual({ key: 'month', from: '2011-02-01', to: '2011-02-14' });
    expect(lastMonth?.to).toBe('2011-01-31');
  });

  it('is this month until another one is said', () => {
    expect(statementDays('2011-02-14', null, null))
      .toEqual({ from: '2011-02-01', to: '2011-02-14' });
    expect(statementDays('2011-02-14', '2010-01-01', null).from).toBe('2010-01-01');
  });
});
