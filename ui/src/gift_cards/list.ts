// The list of gift cards: its columns and its question. Kept while other screens are shown.
import { book, type GiftCardRow, type InputOf } from '../api';
import { GridModel } from '../kit/grid/model.svelte';
import { chosenOne } from '../kit/list/filters.svelte';
import { format, t } from '../text';
import { codeShown, toneOf } from './cards';

export const giftCardsModel = new GridModel<GiftCardRow>({
  name: 'gift_cards',
  // The newest first, always: a card is looked for by its code.
  sort: { key: 'issued', descending: true },
  idOf: (row) => row.id,
  columns: [
    { key: 'code', title: () => t.giftCards.code, width: 200, grows: true, kind: 'id',
      sorted: false, text: (row) => codeShown(row.code) },
    { key: 'state', title: () => t.giftCards.state, width: 130, sorted: false,
      text: (row) => t.giftCards.states[row.state], tone: toneOf },
    { key: 'issued', title: () => t.giftCards.issued, width: 120, sorted: false,
      text: (row) => format.day(row.issued_day) },
    { key: 'expires', title: () => t.giftCards.expires, width: 130, kind: 'dim', sorted: false,
      text: (row) => (row.expires ? format.day(row.expires) : t.giftCards.never) },
    { key: 'balance', title: () => `${t.giftCards.balance} (${book.info?.currency ?? ''})`,
      width: 140, kind: 'number', sorted: false,
      text: (row) => format.money(row.balance_minor, book.digits) },
  ],
});

/** What the address asks of the list. */
export const giftCardQuestion = (): Omit<InputOf<'gift_cards.list'>, 'offset' | 'limit'> =>
  ({ text: chosenOne('text') ?? null });
