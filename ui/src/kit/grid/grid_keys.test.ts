import { beforeEach, describe, expect, it } from 'vitest';
import { onGridKey } from './grid_keys';
import { GridModel } from './model.svelte';
import { tsvOf } from './tsv';
import type { Column } from './columns.svelte';

interface Row { id: string; name: string; sum: string }
const columns: Column<Row>[] = [
  { key: 'name', title: () => 'Name', width: 100, text: (row) => row.name },
  { key: 'sum', title: () => 'Sum', width: 80, kind: 'number', text: (row) => row.sum },
];
const sizes = { total: 250, rowPx: 32, viewPx: 320 };
const settled = () => new Promise((resolve) => setImmediate(resolve));

let model: GridModel<Row>;
let opened: string[];
const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  onGridKey(model, { key, ...held } as KeyboardEvent, sizes, false,
    { open: (row) => opened.push(row.id), copied: () => undefined });

beforeEach(async () => {
  opened = [];
  model = new GridModel<Row>(
    { name: 'test', columns, sort: { key: 'name', descending: false }, idOf: (row) => row.id });
  model.ask('all', (offset, limit) => Promise.resolve({
    total: 250, complete: true,
    rows: Array.from({ length: Math.min(limit, 250 - offset) }, (_, step) => {
      const id = `${offset + step}`;
      return { id, name: `n${id}`, sum: '−1.50' };
    }),
  }));
  await settled();
});

describe('keys in a table', () => {
  it('move by rows and pages and to the ends', () => {
    press('ArrowDown');
    press('PageDown');
    expect(model.cursor.row).toBe(10);
    press('End');
    expect(model.cursor.row).toBe(249);
    press('ArrowDown');
    expect(model.cursor.row).toBe(249);
    press('Home');
    expect(model.cursor.row).toBe(0);
  });

  it('open the row under the cursor', () => {
    press('ArrowDown');
    press('Enter');
    expect(opened).toEqual(['1']);
  });

  it('go up to the header, where Enter sorts and turns the order around', () => {
    press('ArrowUp');
    press('ArrowRight');
    press('Enter');
    expect(model.columns.sort).toEqual({ key: 'sum', descending: true });
    press('Enter');
    expect(model.columns.sort).toEqual({ key: 'sum', descending: false });
    expect(opened).toEqual([]);
  });

  it('select one row, a range over pages, and let go with Esc', async () => {
    press(' ');
    expect(model.selection.rows.map(({ id }) => id)).toEqual(['0']);
    await model.extendTo(120);
    expect(model.selection.size).toBe(121);
    expect(press('Escape')).toBe(true);
    expect(model.selection.size).toBe(0);
    expect(press('Escape')).toBe(false);
  });

  it('select everything that can be selected', async () => {
    await model.selectAll();
    expect(model.selection.size).toBe(250);
  });

  it('make a column wider, and leave keys that mean nothing here', () => {
    press('ArrowRight', { shiftKey: true });
    expect(model.columns.widthOf(columns[0] as Column<Row>)).toBe(116);
    expect(press('q')).toBe(false);
    expect(press('ArrowLeft', { altKey: true })).toBe(false);
  });
});

describe('a copy', () => {
  it('is a table for a spreadsheet: header, tabs, figures with a hyphen', () => {
    const rows = [{ id: '1', name: 'a\tb\nc', sum: '−1.50' }];
    expect(tsvOf(columns, rows)).toBe('Name\tSum\na b c\t-1.50');
  });
});
