import { describe, expect, it } from 'vitest';
import type { CustomField } from '../api';
import { moved } from './field_order';

const field = (key: string, position: number): CustomField => ({
  subject: 'product', key, title: key, kind: 'text', decimals: 0, options: [], hint: null,
  required: false, position, archived: false,
});

describe('the order of custom fields', () => {
  const fields = [field('a', 0), field('b', 1), field('c', 5)];

  it('says only of the fields that stand elsewhere where they stand', () => {
    expect(moved(fields, 1, -1)).toEqual([
      { subject: 'product', key: 'b', position: 0 },
      { subject: 'product', key: 'a', position: 1 },
      { subject: 'product', key: 'c', position: 2 },
    ]);
    expect(moved([field('a', 0), field('b', 1)], 0, 1)).toEqual([
      { subject: 'product', key: 'b', position: 0 },
      { subject: 'product', key: 'a', position: 1 },
    ]);
  });
});
