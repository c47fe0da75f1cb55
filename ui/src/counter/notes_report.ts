// Notes of other currencies on an X or Z report.
import { book, type TillNotes, type TillReport } from '../api';
import { amountIn } from '../kit/currencies';
import type { Sum } from '../kit/Sums.svelte';
import { format, t } from '../text';

/** Those that were taken for cash, with what they were taken for. */
export const takenNotes = ({ notes }: TillReport): Sum[] =>
  notes.filter((one) => one.payments > 0).map((one) => ({
    name: t.drawer.notes(format.money(one.worth_minor, book.digits)), look: 'part',
    figure: amountIn(one.currency, one.received_minor),
  }));

/** Those that lie in the drawer; what should lie there is told after the count. */
export const drawerNotes = ({ notes }: TillReport): Sum[] => notes.flatMap(heldOf);

function heldOf(one: TillNotes): Sum[] {
  const words = t.drawer;
  const figure = (minor: number) => amountIn(one.currency, minor);
  const some = (name: string, minor: number): Sum[] =>
    (minor === 0 ? [] : [{ name, figure: figure(minor) }]);
  return [
    ...some(words.notesFloat(one.currency), one.float_minor),
    ...some(words.ways.in, one.in_minor),
    ...some(words.ways.out, one.out_minor),
    ...(one.counted_minor === null ? [] : countOf(one, one.counted_minor)),
  ];
}

function countOf(one: TillNotes, counted: number): Sum[] {
  const { currency, expected_minor, difference_minor } = one;
  const words = t.drawer;
  const figure = (minor: number) => amountIn(currency, minor);
  return [
    { name: words.notesExpected(currency), figure: figure(expected_minor) },
    { name: words.notesCounted(currency), figure: figure(counted) },
    { name: words.notesDifference(currency), figure: figure(difference_minor ?? 0),
      look: difference_minor ? 'strong' : 'soft' },
  ];
}
