import { expect, test } from 'vitest';
import { onwardOf, readCell } from './cell_edit';

const english = { decimal: '.', group: ',' };

test('a cell reads text and figures, arithmetic included', () => {
  expect(readCell('text', ' Cups ', english)).toEqual({ value: 'Cups' });
  expect(readCell('price', '12*1.5', english)).toEqual({ value: 18_000_000 });
  expect(readCell('quantity', '', english)).toEqual({ value: null });
  expect(readCell('price', 'dear', english)).toEqual({ why: 'not_a_number' });
  expect(readCell('price', '99999999999999', english)).toEqual({ why: 'too_large' });
});

test('Enter goes down, Tab across, Shift the other way, Esc leaves', () => {
  const key = (key: string, shiftKey = false) => onwardOf({ key, shiftKey });
  expect([key('Enter'), key('Enter', true), key('Tab'), key('Tab', true)])
    .toEqual(['down', 'up', 'right', 'left']);
  expect(key('Escape')).toBe('leave');
  expect(key('a')).toBeUndefined();
});
