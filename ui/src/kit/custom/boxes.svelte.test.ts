import { beforeEach, describe, expect, it } from 'vitest';
import { book, type BookInfo, type CustomField } from '../../api';
import { CustomBoxes } from './boxes.svelte';
import { factsOf, filtersAbout } from './fields';

const field = (more: Partial<CustomField> & Pick<CustomField, 'key'>): CustomField => ({
  subject: 'product', title: more.key, kind: 'text', decimals: 0, options: [], hint: null,
  required: false, position: 0, archived: false, ...more,
});

beforeEach(() => {
  const custom_fields = [
    field({ key: 'glaze', title: 'Glaze', kind: 'choice', options: ['Celadon', 'Ash, dark'] }),
    field({ key: 'height', kind: 'number', decimals: 1, required: true }),
    field({ key: 'story' }),
    field({ key: 'gone', archived: true }),
    field({ key: 'nickname', subject: 'customer' }),
  ];
  book.info = { custom_fields } as Partial<BookInfo> as BookInfo;
});

describe('what is filled in of custom fields', () => {
  it('says only of the fields that were changed what they hold now', () => {
    const boxes = new CustomBoxes('product');
    boxes.load({ glaze: { choice: 'Celadon' }, story: { text: 'Old' }, gone: { text: 'x' } });
    expect(boxes.said).toEqual({});
    boxes.set('glaze', null);
    boxes.set('story', { text: ' Old ' });
    boxes.set('height', { number_micro: 9_500_000 });
    expect(boxes.said).toEqual({ glaze: null, height: { number_micro: 9_500_000 } });
  });

  it('asks for what is needed, blank words being none', () => {
    const boxes = new CustomBoxes('product');
    expect(Object.keys(boxes.missing)).toEqual(['custom.height']);
    boxes.set('height', { number_micro: 0 });
    expect(boxes.missing).toEqual({});
  });

  it('is told on the page in words', () => {
    const values = { glaze: { choice: 'Celadon' }, height: { number_micro: 9_500_000 } };
    expect(factsOf('product', values).map(({ value }) => value)).toEqual(['Celadon', '9.5', '']);
  });

  it('is filtered by options, whatever signs are in them', () => {
    const [glaze, ...others] = filtersAbout('product');
    expect(others).toEqual([]);
    const options = glaze?.options() ?? [];
    expect(options.map(({ label }) => label)).toEqual(['Celadon', 'Ash, dark']);
    expect(options.some(({ key }) => key.includes(','))).toBe(false);
  });
});
