// The list of products: its columns, its filters, its question. Kept while other screens are shown.
import { book, type InputOf, type ProductRow, type ProductSortKey } from '../api';
import { askedAbout, columnsAbout, filtersAbout } from '../kit/custom/fields';
import { GridModel } from '../kit/grid/model.svelte';
import { chosen, chosenOne, type FilterSpec } from '../kit/list/filters.svelte';
import { taxName } from '../kit/names';
import { format, t } from '../text';
import { cells } from './cells';

const currency = () => book.info?.currency ?? '';
const quantityOr = (milli: number | null) => (milli === null ? '' : format.quantity(milli));
const stock = (row: ProductRow, milli: number) =>
  (row.service || row.varied ? '' : format.quantity(milli));

export const productsModel = new GridModel<ProductRow>({
  name: 'products',
  sort: { key: 'sold', descending: true },
  more: () => columnsAbout('product'),
  idOf: (row) => row.id,
  tickOf: (row) => row.sku,
  columns: [
    { key: 'sku', title: () => t.products.sku, width: 108, kind: 'id', text: (row) => row.sku },
    { key: 'title', title: () => t.products.name, width: 220, grows: true,
      text: (row) => row.title, picture: (row) => row.image_sha256, edit: cells.title },
    { key: 'category', title: () => t.products.category, width: 120, kind: 'dim', sorted: false,
      hidden: true, text: (row) => row.category ?? '', edit: cells.category },
    { key: 'price', title: () => t.products.price(currency()), width: 104, kind: 'number',
      text: (row) => format.price(row.unit_price_micro, book.digits), edit: cells.price },
    { key: 'cost', title: () => t.products.cost(currency()), width: 104, kind: 'number',
      sorted: false, hidden: true,
      text: (row) => (row.cost_micro === null ? '' : format.price(row.cost_micro, book.digits)),
      edit: cells.cost },
    { key: 'tax', title: () => t.products.tax, width: 110, kind: 'dim', sorted: false, hidden: true,
      text: (row) => taxName(row.tax) },
    { key: 'on_hand', title: () => t.products.onHand, width: 92, kind: 'number',
      text: (row) => stock(row, row.on_hand_milli) },
    { key: 'allocated', title: () => t.products.allocated, width: 96, kind: 'number',
      sorted: false, hidden: true, text: (row) => stock(row, row.allocated_milli) },
    { key: 'available', title: () => t.products.available, width: 96, kind: 'number',
      text: (row) => stock(row, row.available_milli) },
    { key: 'reorder', title: () => t.products.reorder, width: 92, kind: 'number', sorted: false,
      hidden: true,
      text: (row) => quantityOr(row.reorder_point_milli), edit: cells.reorder },
    { key: 'sold', title: () => t.products.sold, width: 92, kind: 'number',
      text: (row) => format.quantity(row.units_sold_milli) },
    { key: 'revenue', title: () => t.products.revenue(currency()), width: 126, kind: 'number',
      sorted: false, text: (row) => format.money(row.revenue_minor, book.digits) },
    { key: 'state', title: () => t.orders.state, width: 104, sorted: false, text: noteOf,
      tone: (row) => (isLow(row) ? 'warn' : 'plain') },
  ],
});

const isLow = (row: ProductRow) => !row.service && !row.varied && row.reorder_point_milli !== null
  && row.available_milli <= row.reorder_point_milli;

function noteOf(row: ProductRow): string {
  if (row.archived) return t.products.archived;
  if (row.varied) return t.variants.chip;
  if (row.service) return t.products.service;
  return isLow(row) ? t.products.low : '';
}

const yesNo = () => [
  { key: 'yes', label: t.common.yes }, { key: 'no', label: t.common.no },
];

const filters: readonly FilterSpec[] = [
  { key: 'stocked', label: () => t.products.stocked, options: yesNo },
  { key: 'low', label: () => t.products.low, options: yesNo },
  { key: 'archived', label: () => t.products.showArchived, options: yesNo },
];

/** The filters of the list: those of every book, and those of this one. */
export const productFilters = (): FilterSpec[] => [...filters, ...filtersAbout('product')];

/** Both ticked, or none, means any. */
function flag(key: string): boolean | undefined {
  const values = chosen(key);
  return values.length === 1 ? values[0] === 'yes' : undefined;
}

/** What the address asks of the list; archived products only show when asked for. */
export function productQuestion(): Omit<InputOf<'products.list'>, 'offset' | 'limit'> {
  const archived = chosen('archived').length === 2 ? undefined : flag('archived') ?? false;
  const { key, descending } = productsModel.columns.sort;
  return {
    text: chosenOne('text') ?? null,
    filter: {
      archived, stocked: flag('stocked'), low: flag('low'), category: chosenOne('category'),
      custom: askedAbout('product'),
    },
    sort: { key: key as ProductSortKey, descending },
  };
}
