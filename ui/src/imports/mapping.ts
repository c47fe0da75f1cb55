// A mapping from the side of the file: what each column means. The book's side is the other way
// around, a field and its columns; several columns of one field are joined in the file's order.
import type {
  Column, ColumnGuess, ColumnRef, CustomField, CustomSubject, Field, Mapping, RowKind,
} from '../api';
import { fieldsAbout, pathOf } from '../kit/custom/fields';

/** What a column can mean: a field of every book, or one of this book's own; or nothing. */
export type Meaning = Field | `custom.${string}` | '';

const subjects: Partial<Record<RowKind, CustomSubject>> = {
  products: 'product', customers: 'customer',
};

/** The book's own fields that rows of a kind can fill in. */
export const customOf = (rows: RowKind): CustomField[] => {
  const subject = subjects[rows];
  return subject ? fieldsAbout(subject) : [];
};

/** The fields that rows of a kind have, in the order in which they are offered. */
export const fieldsOf: Record<RowKind, readonly Field[]> = {
  order_lines: [
    'document_number', 'placed_at', 'kind', 'sku', 'title', 'quantity', 'unit_price', 'discount',
    'tax_rate', 'customer_code', 'customer_name', 'customer_email', 'country', 'currency',
    'channel',
  ],
  products: [
    'sku', 'title', 'price', 'cost', 'barcode', 'stock_on_hand', 'tax_class', 'reorder_point',
    'currency',
  ],
  customers: [
    'code', 'name', 'email', 'phone', 'street', 'postal_code', 'city', 'country', 'tags',
  ],
};

/** The fields without which rows of a kind make no sense. */
const required: Record<RowKind, readonly Field[]> = {
  order_lines: ['document_number', 'placed_at', 'sku', 'quantity', 'unit_price'],
  products: ['sku'],
  customers: [],
};
const identity: readonly Field[] = ['code', 'name', 'email'];

/** The fields that still need a column; of a customer's number, name and address one is enough. */
export function missingOf({ rows, columns }: Mapping): Field[] {
  const missing = required[rows].filter((field) => columns[field] === undefined);
  const anonymous = rows === 'customers' && identity.every((field) => columns[field] === undefined);
  return anonymous ? [...missing, 'name'] : missing;
}

const parts = (column: Column): ColumnRef[] => (Array.isArray(column) ? column : [column]);

function isColumn(ref: ColumnRef, column: ColumnGuess): boolean {
  return ref === column.index || ref === column.header;
}

/** What a column of the file means; nothing when it is not used. */
export function meaningOf(mapping: Mapping, column: ColumnGuess): Meaning {
  const own = Object.entries(mapping.custom ?? {}).find(([, ref]) => isColumn(ref, column));
  if (own) return pathOf(own[0]);
  const entry = Object.entries(mapping.columns)
    .find(([, refs]) => refs !== undefined && parts(refs).some((ref) => isColumn(ref, column)));
  return (entry?.[0] as Field | undefined) ?? '';
}

/** The mapping with a column meaning something else. */
export function withMeaning(mapping: Mapping, column: ColumnGuess, field: Meaning): Mapping {
  const columns: Partial<Record<Field, Column>> = {};
  for (const [name, refs] of Object.entries(mapping.columns)) {
    const all = refs === undefined ? [] : parts(refs);
    const others = all.filter((ref) => !isColumn(ref, column));
    if (others.length > 0) columns[name as Field] = one(others);
  }
  const others = Object.entries(mapping.custom ?? {}).filter(([, ref]) => !isColumn(ref, column));
  const custom = Object.fromEntries(others);
  if (isCustom(field)) custom[field.slice(CUSTOM.length)] = column.index;
  else if (field !== '') {
    const before = columns[field];
    columns[field] = one([...(before === undefined ? [] : parts(before)), column.index]);
  }
  return { ...mapping, columns, custom };
}

const CUSTOM = 'custom.';
const isCustom = (field: Meaning): field is `custom.${string}` => field.startsWith(CUSTOM);

function one(refs: ColumnRef[]): Column {
  return refs.length === 1 && refs[0] !== undefined ? refs[0] : refs;
}

/** The mapping for rows of another kind: what those rows do not have is no longer used. */
export function withRows(mapping: Mapping, rows: RowKind): Mapping {
  const kept = Object.entries(mapping.columns)
    .filter(([field]) => fieldsOf[rows].includes(field as Field));
  return { ...mapping, rows, columns: Object.fromEntries(kept), custom: {} };
}

/** An empty mapping, to begin with where nothing was recognised. */
export const noMapping = (): Mapping => ({ rows: 'order_lines', columns: {} });
