import { describe, expect, it } from 'vitest';
import type { ColumnGuess, Inspection, Mapping } from '../api';
import { refit, startOf } from './refit';

const column = (index: number, header: string | null): ColumnGuess => ({
  index, header, kind: 'text', filled: 1, decimal_marks: [], date_formats: [], ambiguous: false,
});

function read(headers: (string | null)[], more: Partial<Inspection> = {}): Inspection {
  return {
    file_name: 'goods.csv', compressed: false, encoding: 'UTF-8', byte_order_mark: false,
    delimiter: ';', quote: '"', skip_rows: 0, has_header: true, rows_seen: 1, complete: true,
    columns: headers.map((header, index) => column(index, header)), preview: [], layout: null,
    suggested: null, ...more,
  };
}

const chosen: Mapping = { rows: 'products', columns: { sku: 0, title: 1 } };

describe('a mapping after the file is read in another way', () => {
  it('keeps what was chosen by its place while there are as many columns', () => {
    const found = read(['Größe', null], { encoding: 'windows-1252', has_header: false });
    const fitted = refit(chosen, read(['GrÃ¶ÃŸe', 'Name']), found);
    expect(fitted.columns).toEqual({ sku: 0, title: 1 });
    expect(fitted).toMatchObject({ encoding: 'windows-1252', has_header: false, quote: '"' });
  });

  it('finds a column by its name when there are more or fewer', () => {
    const found = read(['a', 'b', 'Name'], { delimiter: ',' });
    expect(refit(chosen, read(['Art', 'Name']), found).columns).toEqual({ title: 2 });
  });

  it('starts anew where nothing fits, and takes the rows before the table from the file', () => {
    const suggested: Mapping = { rows: 'customers', columns: { name: 0 } };
    const found = read(['x', 'y', 'z'], { suggested, skip_rows: 2 });
    expect(refit(chosen, read(['Art', 'Name']), found)).toEqual(startOf(found));
    expect(startOf(found)).toMatchObject({ rows: 'customers', skip_rows: 2 });
  });

  it('completes it by what is suggested for columns that are free', () => {
    const suggested: Mapping = { rows: 'products', columns: { sku: 1, price: 2, cost: 0 } };
    const found = read(['Art', 'Name', 'Price'], { suggested });
    const fitted = refit(chosen, read(['Art', 'Name', 'P']), found);
    expect(fitted.columns).toEqual({ sku: 0, title: 1, price: 2 });
  });

  it('forgets a date format that no longer fits', () => {
    const dated: Mapping = {
      rows: 'order_lines', columns: { placed_at: 0 }, date_format: 'D.M.YYYY',
    };
    const found = read(['when']);
    expect(refit(dated, found, found).date_format).toBeNull();
    const fits = { ...found, columns: [{ ...column(0, 'when'), date_formats: ['D.M.YYYY'] }] };
    expect(refit(dated, found, fits as Inspection).date_format).toBe('D.M.YYYY');
  });
});
