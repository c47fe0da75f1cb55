// The list of customers: its columns, its filters, its question. Kept while other screens are
// shown.
import { book, type CustomerRow, type CustomerSortKey, type InputOf } from '../api';
import { askedAbout, columnsAbout, filtersAbout } from '../kit/custom/fields';
import { GridModel } from '../kit/grid/model.svelte';
import { chosen, chosenOne, type FilterSpec } from '../kit/list/filters.svelte';
import { customerName } from '../kit/names';
import { format, t } from '../text';

const currency = () => book.info?.currency ?? '';
const dayOr = (day: string | null) => (day ? format.day(day) : '');

export const customersModel = new GridModel<CustomerRow>({
  name: 'customers',
  sort: { key: 'revenue', descending: true },
  more: () => columnsAbout('customer'),
  idOf: (row) => row.id,
  tickOf: (row) => customerName(row.name),
  columns: [
    { key: 'name', title: () => t.customers.name, width: 226, grows: true,
      text: (row) => customerName(row.name) },
    { key: 'code', title: () => t.customers.code, width: 96, kind: 'id',
      text: (row) => row.code ?? '' },
    { key: 'country', title: () => t.customers.country, width: 130, kind: 'dim',
      text: (row) => (row.country ? format.country(row.country) : '') },
    { key: 'email', title: () => t.customers.email, width: 180, kind: 'dim', sorted: false,
      hidden: true, text: (row) => row.email ?? '' },
    { key: 'phone', title: () => t.customers.phone, width: 120, kind: 'dim', sorted: false,
      hidden: true, text: (row) => row.phone ?? '' },
    { key: 'orders', title: () => t.customers.orders, width: 84, kind: 'number',
      text: (row) => format.count(row.orders) },
    { key: 'revenue', title: () => t.customers.revenue(currency()), width: 132, kind: 'number',
      text: (row) => format.money(row.revenue_minor, book.digits) },
    { key: 'balance', title: () => t.customers.balance(currency()), width: 120, kind: 'number',
      text: (row) => format.money(row.balance_minor, book.digits) },
    { key: 'first', title: () => t.customers.first, width: 112, kind: 'dim', sorted: false,
      hidden: true, text: (row) => dayOr(row.first_day) },
    { key: 'last_order', title: () => t.customers.last, width: 112, kind: 'dim',
      text: (row) => dayOr(row.last_day) },
    { key: 'state', title: () => t.orders.state, width: 96, sorted: false, text: noteOf,
      tone: () => 'plain' },
  ],
});

function noteOf(row: CustomerRow): string {
  if (row.erased) return t.customers.erased;
  return row.archived ? t.customers.archived : '';
}

const filters: readonly FilterSpec[] = [
  { key: 'archived', label: () => t.customers.showArchived,
    options: () => [{ key: 'yes', label: t.common.yes }, { key: 'no', label: t.common.no }] },
];

/** The filters of the list: those of every book, and those of this one. */
export const customerFilters = (): FilterSpec[] => [...filters, ...filtersAbout('customer')];

/** What the address asks of the list; archived customers only show when asked for. */
export function customerQuestion(): Omit<InputOf<'customers.list'>, 'offset' | 'limit'> {
  const wanted = chosen('archived');
  const { key, descending } = customersModel.columns.sort;
  return {
    text: chosenOne('text') ?? null,
    filter: {
      archived: wanted.length === 2 ? undefined : wanted[0] === 'yes',
      country: chosenOne('country'), tag: chosenOne('tag'),
      custom: askedAbout('customer'),
    },
    sort: { key: key as CustomerSortKey, descending },
  };
}
