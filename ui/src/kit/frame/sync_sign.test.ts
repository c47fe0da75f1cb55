import { describe, expect, it } from 'vitest';
import type { SyncPlace, SyncStatus } from '../../api';
import { signOf } from './sync_sign';

const place: SyncPlace = {
  place: '/stick', is_hub: false, is_sealed: false, held: 1, lacks: 0, oldest_unsent_ms: null,
  contact_ms: 1, offset_ms: null, bytes_out: 0, bytes_in: 0, failure: null,
  snapshot: null,
};
const status: SyncStatus = {
  devices: [], places: [place], local_only: 0, oldest_unsent_ms: null, quarantine: [],
  clock_off_ms: null, keeping: true, training: false, now_ms: 3_600_000,
};

describe('the sign of sync', () => {
  it('is not there where the book is connected with nothing', () => {
    expect(signOf({ ...status, places: [], local_only: 7 })).toBeUndefined();
  });

  it('says that everything is sent', () => {
    expect(signOf(status)).toEqual({ kind: 'sent', count: 0, warn: false });
  });

  it('warns of what waits for long, and not of what was just written', () => {
    const unsent = { ...status, local_only: 2, oldest_unsent_ms: 3_500_000 };
    expect(signOf(unsent)).toEqual({ kind: 'unsent', count: 2, warn: false });
    expect(signOf({ ...unsent, oldest_unsent_ms: 1 })?.warn).toBe(true);
  });

  it('says that no place is reached', () => {
    const away = { ...status, places: [{ ...place, failure: 'away' }], local_only: 1 };
    expect(signOf(away)?.kind).toBe('away');
  });

  it('puts what was put aside before everything else', () => {
    const aside = {
      no: 1, place: '/stick', device: null, seq: 4, reason: 'damaged', at_ms: 1,
      kind: null, written_ms: null, can_accept: false, is_known: false,
    };
    expect(signOf({ ...status, quarantine: [aside] })?.kind).toBe('aside');
  });
});
