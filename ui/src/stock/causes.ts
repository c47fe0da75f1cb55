// Where the record is shown that moved goods.
import type { RecordKind } from '../api';

/** The screen of a kind of record; an adjustment has no page of its own. */
export function screenOf(kind: RecordKind): string | undefined {
  const screens: Partial<Record<RecordKind, string>> = {
    order: 'orders', transfer: 'transfers', count: 'counts', purchase: 'purchases',
  };
  return screens[kind];
}
