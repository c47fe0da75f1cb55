// The book's own fields: which there are, and how what is filled in reads.
import {
  book, type CustomField, type CustomFilter, type CustomSubject, type CustomValue,
} from '../../api';
import { format, t } from '../../text';
import type { Fact } from '../facts';
import type { Column } from '../grid/columns.svelte';
import { chosen, type FilterSpec } from '../list/filters.svelte';
import { decimalsOf, inUnits } from './numbers';
import type { CustomValues } from './values';

/** The fields about products or customers that are in use, in their order. */
export const fieldsAbout = (subject: CustomSubject): CustomField[] =>
  (book.info?.custom_fields ?? []).filter((one) => one.subject === subject && !one.archived);

/** What a field holds, in words; nothing where it is empty. */
export function shown(value: CustomValue | undefined, field: CustomField): string {
  if (value === undefined) return '';
  if ('text' in value) return value.text;
  if ('choice' in value) return value.choice;
  if ('link' in value) return value.link;
  if ('day' in value) return format.day(value.day);
  if ('yes_no' in value) return value.yes_no ? t.common.yes : t.common.no;
  const decimals = decimalsOf(value.number_micro, field.decimals);
  return format.money(inUnits(value.number_micro, decimals), decimals);
}

/** What is filled in of a record, for its page. */
export const factsOf = (subject: CustomSubject, values: CustomValues): Fact[] =>
  fieldsAbout(subject).map((field) => {
    const value = values[field.key];
    const href = value && 'link' in value ? value.link : undefined;
    return { name: field.title, value: shown(value, field), href };
  });

/** The columns of a table, none of which shows until it is chosen. */
export const columnsAbout = <Row extends { custom: CustomValues }>(
  subject: CustomSubject,
): Column<Row>[] => fieldsAbout(subject).map((field) => ({
    key: pathOf(field.key), title: () => field.title, width: 120, sorted: false, hidden: true,
    kind: field.kind === 'number' ? 'number' : 'dim',
    text: (row) => shown(row.custom[field.key], field),
  }));

/** Where a field stands in a form, in an address and in a refusal. */
export const pathOf = (key: string): `custom.${string}` => `custom.${key}`;

/** What a field can be filtered by: options, and yes or no. */
function choicesOf(field: CustomField): { key: string; label: string; value: CustomValue }[] {
  if (field.kind === 'yes_no') {
    return [
      { key: 'yes', label: t.common.yes, value: { yes_no: true } },
      { key: 'no', label: t.common.no, value: { yes_no: false } },
    ];
  }
  if (field.kind !== 'choice') return [];
  // A comma in an option would part it in the address.
  return field.options.map((choice) =>
    ({ key: encodeURIComponent(choice), label: choice, value: { choice } }));
}

/** The filters of a list, behind the others. */
export const filtersAbout = (subject: CustomSubject): FilterSpec[] =>
  fieldsAbout(subject).filter((field) => choicesOf(field).length > 0).map((field) => ({
    key: pathOf(field.key), label: () => field.title, rare: true, options: () => choicesOf(field),
  }));

/** What the address asks of custom fields. */
export function askedAbout(subject: CustomSubject): CustomFilter[] | undefined {
  const asked = fieldsAbout(subject).map((field) => {
    const wanted = chosen(pathOf(field.key));
    const values = choicesOf(field).filter(({ key }) => wanted.includes(key));
    return { key: field.key, values: values.map(({ value }) => value) };
  }).filter(({ values }) => values.length > 0);
  return asked.length > 0 ? asked : undefined;
}

/** What a part of a record is called that is the custom field of a path; else nothing. */
export function titleAt(path: string, subject: string): string | undefined {
  const known = book.info?.custom_fields ?? [];
  return known.find((one) => one.subject === subject && pathOf(one.key) === path)?.title;
}
