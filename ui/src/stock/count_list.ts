// The list of counts: its columns. Kept while other screens are shown.
import { book, type CountRow, type CountState, type InputOf } from '../api';
import { GridModel } from '../kit/grid/model.svelte';
import { chosenOne } from '../kit/list/filters.svelte';
import type { Tone } from '../kit/tones';
import { format, t } from '../text';

export const toneOf = (state: CountState): Tone =>
  ({ open: 'warn', finished: 'good', discarded: 'plain' } as const)[state];

export const countsModel = new GridModel<CountRow>({
  name: 'counts',
  sort: { key: 'began', descending: true },
  idOf: (row) => row.id,
  columns: [
    { key: 'began', title: () => t.counts.when, width: 178, kind: 'dim', sorted: false,
      text: (row) => format.moment(row.began_local, book.today) },
    { key: 'name', title: () => t.counts.where, width: 180, sorted: false,
      text: (row) => row.name },
    { key: 'title', title: () => t.counts.about, width: 220, grows: true, sorted: false,
      text: (row) => row.title ?? '' },
    { key: 'products', title: () => t.counts.products, width: 150, kind: 'number', sorted: false,
      text: (row) => format.count(row.products) },
    { key: 'state', title: () => t.counts.state, width: 140, sorted: false,
      text: (row) => t.counts.states[row.state], tone: (row) => toneOf(row.state) },
  ],
});

/** What the address asks of the list. */
export const countQuestion = (): Omit<InputOf<'counts.list'>, 'offset' | 'limit'> =>
  ({ text: chosenOne('text') ?? null });
