// Ties a long table to its question for the life of a screen: asks when the question changes,
// asks again when a write touched what it shows.
import { untrack } from 'svelte';
import { concerns, onChanged, type Page } from '../../api';
import type { GridModel } from '../grid/model.svelte';

/** One page of an answer. */
export type Ask<Question, Row> =
  (question: Question & { offset: number; limit: number }) => Promise<Page<Row>>;

export function useList<Question extends object, Row>(
  model: GridModel<Row>, question: () => Question, ask: Ask<Question, Row>,
  kinds: readonly string[],
): void {
  $effect(() => {
    const asked = question();
    const fetch = (offset: number, limit: number) => ask({ ...asked, offset, limit });
    untrack(() => model.ask(JSON.stringify(asked), fetch));
  });
  $effect(() => onChanged((changed) => {
    if (concerns(changed, kinds)) model.rows.refresh();
  }));
}
