// The "changed" events of the book, handed to whoever holds records that a write touched.
import { host, type Stop } from '../host';
import type { Changed } from './generated';

type Hear = (changed: Changed) => void;

const hearers = new Set<Hear>();
let stopHost: Stop | undefined;

function tell(payload: unknown): void {
  const { all = false, touched = [] } = payload as Partial<Changed>;
  for (const hear of [...hearers]) hear({ all, touched });
}

/** Hears every change until stopped. */
export function onChanged(hear: Hear): Stop {
  hearers.add(hear);
  stopHost ??= host.listen('changed', tell);
  return () => void hearers.delete(hear);
}

/** True when a change concerns one of these kinds (or a record of them, when an id is given). */
export function concerns(changed: Changed, kinds: readonly string[], id?: string): boolean {
  if (changed.all) return true;
  return changed.touched.some(
    (record) => kinds.includes(record.kind) && (id === undefined || record.id === id),
  );
}
