// Where the record is shown that moved goods.
import type { RecordKind } from '../api';

/** The screen of a kind of record; an adjustment has no page of its own. */
export function screenOf(kind: RecordKind): 'orders' | 'transfers' | 'counts' | undefined {
  if (kind === 'order') return 'orders';
  if (kind === 'transfer') return 'transfers';
  return kind === 'count' ? 'counts' : undefined;
}
