// What lies at a place: its columns. Kept while other screens are shown.
import { book, type StockRow } from '../api';
import { GridModel } from '../kit/grid/model.svelte';
import { format, t } from '../text';

export const stockModel = new GridModel<StockRow>({
  name: 'stock',
  sort: { key: 'sku', descending: false },
  idOf: (row) => row.product,
  columns: [
    { key: 'sku', title: () => t.stock.sku, width: 120, kind: 'id', sorted: false,
      text: (row) => row.sku },
    { key: 'title', title: () => t.stock.name, width: 240, grows: true, sorted: false,
      text: (row) => row.title },
    { key: 'on_hand', title: () => t.stock.onHand, width: 110, kind: 'number', sorted: false,
      text: (row) => format.quantity(row.on_hand_milli) },
    { key: 'allocated', title: () => t.stock.allocated, width: 110, kind: 'number', sorted: false,
      text: (row) => format.quantity(row.allocated_milli) },
    { key: 'free', title: () => t.stock.free, width: 110, kind: 'number', sorted: false,
      text: (row) => format.quantity(row.on_hand_milli - row.allocated_milli) },
    { key: 'value', title: () => t.stock.value(book.info?.currency ?? ''), width: 150,
      kind: 'number', sorted: false,
      text: (row) => (row.value_minor === null ? '' : format.money(row.value_minor, book.digits)) },
  ],
});
