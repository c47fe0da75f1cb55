import { describe, expect, it } from 'vitest';
import { de } from './de';
import { en } from './en';
import { pseudo } from './pseudo';

/** All sentences that need nothing filled in, by their path. */
function sentences(text: object, path = ''): [string, string][] {
  return Object.entries(text).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[`${path}${key}`, value]];
    return value && typeof value === 'object' ? sentences(value, `${path}${key}.`) : [];
  });
}

describe('the words', () => {
  it('are the same in every language by their keys, lists included', () => {
    const keys = (text: object) => sentences(text).map(([path]) => path).sort();
    expect(keys(de)).toEqual(keys(en));
  });

  it('count in the singular too', () => {
    expect([en.orders.count('1'), en.orders.count('21')]).toEqual(['1 order', '21 orders']);
    expect([de.orders.count('1'), de.orders.count('21')]).toEqual(['1 Auftrag', '21 Aufträge']);
  });

  it('are never empty', () => {
    const empty = [...sentences(en), ...sentences(de)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('are all marked in the mirrored language, those with a figure too', () => {
    const mirrored = pseudo(en);
    expect(mirrored.orders.title).toContain('‹Orders›');
    expect(mirrored.orders.count('5')).toContain('‹5 orders›');
    expect(sentences(mirrored).every(([, text]) => text.includes('‹'))).toBe(true);
  });
});
