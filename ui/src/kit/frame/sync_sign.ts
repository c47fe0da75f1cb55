// The small sign of sync: what it says, and when it asks for a look.
import type { SyncStatus } from '../../api';

/** What is waited for longer than this is worth a look. */
const LONG_MS = 15 * 60_000;

export interface Sign {
  kind: 'sent' | 'unsent' | 'away' | 'aside';
  /** Entries that lie on this device alone. */
  count: number;
  warn: boolean;
}

/** The sign of a status; undefined where the book is connected with nothing. */
export function signOf(status: SyncStatus): Sign | undefined {
  if (status.places.length === 0) return undefined;
  const count = status.local_only;
  if (status.quarantine.length > 0) return { kind: 'aside', count, warn: true };
  if (count === 0) return { kind: 'sent', count, warn: false };
  const since = status.oldest_unsent_ms ?? status.now_ms;
  const isAway = status.places.every((place) => place.failure !== null);
  return { kind: isAway ? 'away' : 'unsent', count, warn: status.now_ms - since > LONG_MS };
}
