// The records before and after one, in the order of the list that it was opened from.
import type { GridModel } from '../grid/model.svelte';
import { place } from '../place.svelte';

/** Goes to the neighbour of the record that the list's cursor is on, and moves the cursor there. */
export async function goToNeighbour<Row>(
  model: GridModel<Row>, step: 1 | -1, pathOf: (row: Row) => string[],
): Promise<void> {
  const to = model.cursor.row + step;
  if (to < 0 || to >= model.rows.total) return;
  const [row] = await model.rows.range(to, to);
  if (row === undefined) return;
  model.moveAlone(to);
  place.replace(pathOf(row), undefined);
}
