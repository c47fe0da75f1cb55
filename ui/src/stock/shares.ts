// Shares of goods in words.
import type { ShareRow } from '../api';
import { t } from '../text';

/** What a device is called: by its name, or by the prefix of its numbers. */
export function deviceName(row: ShareRow): string {
  return row.name || (row.prefix ? t.shares.device(row.prefix) : t.sync.unnamed);
}
