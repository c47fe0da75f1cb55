// The list of adjustments: its columns, its filter, its question.
import { book, type Adjustment, type InputOf } from '../api';
import { GridModel } from '../kit/grid/model.svelte';
import { chosenOne, type FilterSpec } from '../kit/list/filters.svelte';
import { reasonsOf } from '../kit/names';
import { format, t } from '../text';

const signed = (milli: number) => (milli > 0 ? '+' : '') + format.quantity(milli);

/** The goods of an adjustment in one line. */
function goods({ lines }: Adjustment): string {
  const [first, ...more] = lines;
  if (!first) return '';
  const title = `${first.sku} ${first.title}`;
  return more.length === 0 ? title : t.adjustments.more(title, format.count(more.length));
}

export const adjustmentsModel = new GridModel<Adjustment>({
  name: 'adjustments',
  sort: { key: 'at', descending: true },
  idOf: (row) => row.id,
  columns: [
    { key: 'at', title: () => t.adjustments.when, width: 178, kind: 'dim', sorted: false,
      text: (row) => format.moment(row.at_local, book.today) },
    { key: 'reason', title: () => t.adjustments.reason, width: 180, sorted: false,
      text: (row) => row.reason },
    { key: 'name', title: () => t.adjustments.where, width: 160, kind: 'dim', sorted: false,
      text: (row) => row.name },
    { key: 'goods', title: () => t.adjustments.what, width: 240, grows: true, sorted: false,
      text: goods },
    { key: 'change', title: () => t.adjustments.change, width: 110, kind: 'number', sorted: false,
      text: (row) =>
        signed(row.lines.reduce((sum, line) => sum + line.quantity_milli, 0)) },
  ],
});

export const adjustmentFilters: readonly FilterSpec[] = [{
  key: 'reason', label: () => t.adjustments.reason,
  options: () => reasonsOf().map((reason) => ({ key: reason, label: reason })),
}];

/** What the address asks of the list. */
export const adjustmentQuestion =
  (): Omit<InputOf<'stock.adjustments'>, 'offset' | 'limit'> =>
    ({ text: chosenOne('text') ?? null, reason: chosenOne('reason') ?? null });
