// The list of transfers: its columns, its filter, its question.
import { book, type InputOf, type TransferRow, type TransferState } from '../api';
import { GridModel } from '../kit/grid/model.svelte';
import { chosen, chosenOne, type FilterSpec } from '../kit/list/filters.svelte';
import type { Tone } from '../kit/tones';
import { format, t } from '../text';

export const toneOf = (state: TransferState): Tone =>
  ({ draft: 'plain', sent: 'warn', done: 'good', discarded: 'plain' } as const)[state];

export const transfersModel = new GridModel<TransferRow>({
  name: 'transfers',
  sort: { key: 'at', descending: true },
  idOf: (row) => row.id,
  columns: [
    { key: 'number', title: () => t.transfers.number, width: 130, kind: 'id', sorted: false,
      text: (row) => row.number },
    { key: 'from', title: () => t.transfers.from, width: 160, sorted: false,
      text: (row) => row.from_name },
    { key: 'to', title: () => t.transfers.to, width: 160, sorted: false,
      text: (row) => row.to_name },
    { key: 'title', title: () => t.transfers.about, width: 160, grows: true, kind: 'dim',
      sorted: false, text: (row) => row.title ?? '' },
    { key: 'at', title: () => t.transfers.when, width: 178, kind: 'dim', sorted: false,
      text: (row) => format.moment(row.at_local, book.today) },
    { key: 'open', title: () => t.transfers.open, width: 110, kind: 'number', sorted: false,
      text: (row) => (row.open_milli === 0 ? '' : format.quantity(row.open_milli)) },
    { key: 'state', title: () => t.transfers.state, width: 140, sorted: false,
      text: (row) => t.transfers.states[row.state], tone: (row) => toneOf(row.state) },
  ],
});

const states: TransferState[] = ['draft', 'sent', 'done', 'discarded'];

export const transferFilters: readonly FilterSpec[] = [{
  key: 'state', label: () => t.transfers.state,
  options: () => states.map((key) => ({ key, label: t.transfers.states[key] })),
}];

/** What the address asks of the list: one state, or all of them. */
export function transferQuestion(): Omit<InputOf<'transfers.list'>, 'offset' | 'limit'> {
  const [state, ...more] = chosen('state');
  return { text: chosenOne('text') ?? null,
    state: more.length === 0 && state ? (state as TransferState) : null };
}
