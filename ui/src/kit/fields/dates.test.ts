import { describe, expect, it } from 'vitest';
import { moved, orderOf, readDay } from './dates';

const today = '2026-11-23';

describe('a field for a day', () => {
  it.each([
    ['t', '2026-11-23'], ['y', '2026-11-22'], ['+3', '2026-11-26'], ['-30', '2026-10-24'],
    ['15.3.', '2026-03-15'], ['15.3', '2026-03-15'], ['15.3.11', '2011-03-15'],
    ['15/3', '2026-03-15'], ['9.12.2011', '2011-12-09'], ['2011-12-09', '2011-12-09'],
    ['1.1.98', '1998-01-01'], [' 29.2.2024 ', '2024-02-29'],
  ])('reads %s as %s', (text, day) => {
    expect(readDay(text, today, 'day-month')).toBe(day);
  });

  it('reads a slash in the order of the locale and a dot always day first', () => {
    expect(readDay('3/15', today, 'month-day')).toBe('2026-03-15');
    expect(readDay('15.3.', today, 'month-day')).toBe('2026-03-15');
    expect(orderOf('en-US')).toBe('month-day');
    expect(orderOf('de-DE')).toBe('day-month');
  });

  it.each(['31.2.', '29.2.2023', 'soon', '15', '3/15'])('does not take %s for a day', (text) => {
    expect(readDay(text, today, 'day-month')).toBeNull();
  });

  it('moves over the end of a month and a year', () => {
    expect(moved('2026-12-31', 1)).toBe('2027-01-01');
    expect(moved('2026-03-01', -1)).toBe('2026-02-28');
  });
});
