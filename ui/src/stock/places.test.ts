import { expect, test } from 'vitest';
import type { LocationRow } from '../api';
import { choices, pathOf } from './places';

const row = (location: string, name: string, parent: string | null, archived = false) =>
  ({ location, name, parent, archived }) as LocationRow;

test('a shelf is named with where it lies, and places out of use are no choice', () => {
  const rows = [
    row('b', 'Bin 2', 's'), row('s', 'Shelf 1', 'w'), row('w', 'Store', null),
    row('main', 'High Street', null), row('x', 'Old', null, true),
  ];
  expect(choices(rows)).toEqual([
    { key: 'main', label: 'High Street' }, { key: 'w', label: 'Store' },
    { key: 's', label: 'Store › Shelf 1' }, { key: 'b', label: 'Store › Shelf 1 › Bin 2' },
  ]);
});

test('places that two devices put into each other are named all the same', () => {
  const rows = [row('a', 'A', 'b'), row('b', 'B', 'a')];
  expect(pathOf(rows[0]!, rows).endsWith('A')).toBe(true);
});
