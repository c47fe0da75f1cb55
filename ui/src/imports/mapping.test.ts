import { describe, expect, it } from 'vitest';
import type { ColumnGuess, Mapping } from '../api';
import { meaningOf, missingOf, withMeaning, withRows } from './mapping';

const column = (index: number, header: string): ColumnGuess => ({
  index, header, kind: 'text', filled: 1, decimal_marks: [], date_formats: [], ambiguous: false,
});
const first = column(0, 'First name');
const last = column(1, 'Last name');
const sku = column(2, 'SKU');
const mapping: Mapping = { rows: 'order_lines', columns: { sku: 'SKU', customer_name: [0, 1] } };

describe('a mapping from the side of the file', () => {
  it('finds a column by its place and by its header', () => {
    expect(meaningOf(mapping, sku)).toBe('sku');
    expect(meaningOf(mapping, last)).toBe('customer_name');
    expect(meaningOf(mapping, column(3, 'Other'))).toBe('');
  });

  it('joins columns that mean the same and takes one out again', () => {
    const joined = withMeaning({ rows: 'order_lines', columns: { title: 0 } }, last, 'title');
    expect(joined.columns).toEqual({ title: [0, 1] });
    expect(withMeaning(joined, first, '').columns).toEqual({ title: 1 });
  });

  it('moves a column from one meaning to another', () => {
    expect(withMeaning(mapping, sku, 'title').columns).toEqual({ customer_name: [0, 1], title: 2 });
  });

  it('gives a column to a field of the book’s own, and takes it away again', () => {
    const own = withMeaning(withRows(mapping, 'products'), first, 'custom.origin');
    expect(own).toMatchObject({ columns: { sku: 'SKU' }, custom: { origin: 0 } });
    expect(meaningOf(own, first)).toBe('custom.origin');
    expect(withMeaning(own, first, 'title')).toMatchObject({ columns: { title: 0 }, custom: {} });
    expect(withMeaning(own, sku, 'custom.origin'))
      .toMatchObject({ columns: {}, custom: { origin: 2 } });
    expect(withRows(own, 'customers').custom).toEqual({});
  });

  it('tells which fields still need a column', () => {
    expect(missingOf(mapping)).toEqual(['document_number', 'placed_at', 'quantity', 'unit_price']);
    expect(missingOf({ rows: 'customers', columns: {} })).toEqual(['name']);
    expect(missingOf({ rows: 'customers', columns: { email: 0 } })).toEqual([]);
  });

  it('forgets what rows of another kind do not have', () => {
    expect(withRows(mapping, 'products'))
      .toEqual({ rows: 'products', columns: { sku: 'SKU' }, custom: {} });
  });
});
