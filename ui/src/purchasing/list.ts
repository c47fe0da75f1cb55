// The list of purchases: its columns, its filters and its question. Kept while other screens are
// shown.
import { book, type InputOf, type PurchaseRow, type PurchaseStage } from '../api';
import { GridModel } from '../kit/grid/model.svelte';
import { chosenOne, type FilterSpec } from '../kit/list/filters.svelte';
import { format, t } from '../text';
import { stageTone } from './stages';

const day = (text: string | null) => (text ? format.day(text) : '');

export const purchasesModel = new GridModel<PurchaseRow>({
  name: 'purchases',
  // The newest first, always.
  sort: { key: 'began', descending: true },
  idOf: (row) => row.id,
  columns: [
    { key: 'number', title: () => t.purchases.number, width: 112, kind: 'id', sorted: false,
      text: (row) => row.number ?? t.purchases.draft },
    { key: 'supplier', title: () => t.purchases.supplier, width: 160, grows: true, sorted: false,
      text: (row) => row.supplier_name },
    { key: 'stage', title: () => t.purchases.stage, width: 118, sorted: false,
      text: (row) => t.purchases.stages[row.stage], tone: (row) => stageTone(row.stage) },
    { key: 'began', title: () => t.purchases.began, width: 106, kind: 'dim', sorted: false,
      text: (row) => day(row.began_day) },
    { key: 'ordered', title: () => t.purchases.ordered, width: 106, sorted: false,
      text: (row) => day(row.ordered_day) },
    { key: 'expected', title: () => t.purchases.expected, width: 106, sorted: false,
      text: (row) => day(row.expected_day) },
    { key: 'lines', title: () => t.purchases.lines, width: 64, kind: 'number', sorted: false,
      text: (row) => format.count(row.line_count) },
    { key: 'open', title: () => t.purchases.open, width: 84, kind: 'number', sorted: false,
      text: (row) => (row.open_milli ? format.quantity(row.open_milli) : '') },
    { key: 'total', title: () => `${t.purchases.total} (${book.info?.currency ?? ''})`,
      width: 118, kind: 'number', sorted: false,
      text: (row) => format.money(row.total_minor, book.digits) },
  ],
});

const stages = ['draft', 'ordered', 'partly_received', 'received', 'closed', 'cancelled',
  'return'] as const satisfies readonly PurchaseStage[];

export const purchaseFilters: readonly FilterSpec[] = [{
  key: 'stage', label: () => t.purchases.stage,
  options: () => stages.map((key) => ({ key, label: t.purchases.stages[key] })),
}];

/** What the address asks of the list. */
export const purchaseQuestion = (): Omit<InputOf<'purchases.list'>, 'offset' | 'limit'> => ({
  text: chosenOne('text') ?? null,
  stage: (chosenOne('stage') as PurchaseStage | undefined) ?? null,
});
