// The writes of the till panel. Each has one request id from the moment its panel opens, so that a
// second press does nothing twice.
import { call } from '../api';
import type { TillCash, TillCounted, TillFloat, TillOpen, TillReport } from '../api';

type Change = { id: string; expected_version: number };
const change = (open: TillOpen): Change => ({ id: open.id, expected_version: open.version });

/** Begins a session with this float. */
export async function openDrawer(float: TillFloat, request_id: string): Promise<TillReport> {
  return (await call('till.open', { ...float, request_id })).output;
}

export type Way = 'in' | 'out';

/** Puts money in or takes it out. */
export async function moveCash(
  open: TillOpen, moved: TillCash, request_id: string,
): Promise<TillReport> {
  return (await call('till.cash', { ...change(open), ...moved, request_id })).output;
}

/** Ends the session with this count; tried only, it tells what the count comes to. */
export async function closeDrawer(
  open: TillOpen, counted: TillCounted, request_id: string, dry_run = false,
): Promise<TillReport> {
  return (await call('till.close', { ...change(open), ...counted, request_id, dry_run })).output;
}
