// The cells of the list of products that are edited in place: each change is one change of the
// product, and can be taken back at once.
import { call, newRequestId, type InputOf, type ProductRow } from '../api';
import type { CellEdit, CellValue } from '../kit/grid/cell_edit';
import { sentenceOf } from '../kit/sentence';
import { toasts } from '../kit/toasts.svelte';
import { t } from '../text';

type Patch = Omit<InputOf<'products.amend'>, 'id' | 'expected_version' | 'request_id'>;

async function save(row: ProductRow, patch: Patch, before: Patch): Promise<void> {
  // A price that is left empty stays what it was.
  if (Object.keys(patch).length === 0) return;
  const amend = (expected_version: number, body: Patch) =>
    call('products.amend', { ...body, id: row.id, expected_version, request_id: newRequestId() });
  const { output } = await amend(row.version, patch);
  toasts.say(t.product.saved(output.sku), {
    label: t.common.undo,
    run: () => void amend(output.version, before)
      .catch((cause: unknown) => toasts.complain(sentenceOf(cause))),
  });
}

function cell(
  kind: CellEdit<ProductRow>['kind'], value: (row: ProductRow) => CellValue,
  patch: (value: CellValue) => Patch, can?: (row: ProductRow) => boolean,
): CellEdit<ProductRow> {
  return {
    kind, value, ...(can ? { can } : {}),
    save: (row, to) => save(row, patch(to), patch(value(row))),
  };
}

const figure = (value: CellValue) => (value === null ? null : Number(value));
const text = (value: CellValue) => String(value ?? '');

export const cells = {
  title: cell('text', (row) => row.title, (to) => ({ title: text(to) })),
  category: cell('text', (row) => row.category, (to) => ({ category: text(to) || null })),
  price: cell('price', (row) => row.unit_price_micro,
    (to) => (to === null ? {} : { unit_price_micro: Number(to) })),
  cost: cell('price', (row) => row.cost_micro, (to) => ({ cost_micro: figure(to) })),
  reorder: cell('quantity', (row) => row.reorder_point_milli,
    (to) => ({ reorder_point_milli: figure(to) }), (row) => !row.service && !row.varied),
};
