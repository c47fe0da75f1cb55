import { describe, expect, it } from 'vitest';
import { matches } from './match';

describe('the palette', () => {
  it.each([
    ['New order', 'ord n'], ['Go to Orders', 'or'], ['Zurück zur Liste', 'zuruck'],
    ['Look: dark', 'dark'], ['New order', ''],
  ])('finds "%s" for "%s"', (title, typed) => {
    expect(matches(title, typed)).toBe(true);
  });

  it.each([['New order', 'der'], ['Refund', 'new']])('does not find "%s" for "%s"',
    (title, typed) => {
      expect(matches(title, typed)).toBe(false);
    });
});
