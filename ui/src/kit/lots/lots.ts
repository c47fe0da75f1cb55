// Lots and serial numbers that are being named for goods.
import type { LotInput, Tracking } from '../../api';

/** A lot as it is typed; without a quantity it is all that the others leave. */
export interface LotEntry {
  lot: string;
  quantity: number | null;
  expires: string | null;
}

const PIECE_MILLI = 1_000;

export const blankLot = (): LotEntry => ({ lot: '', quantity: null, expires: null });

/** A lot that was named before, to be changed. */
export const entryOf = ({ lot, quantity_milli, expires }: {
  lot: string; quantity_milli: number; expires?: string | null;
}): LotEntry => ({ lot, quantity: quantity_milli, expires: expires ?? null });

/** The entries that name something. */
const named = (entries: readonly LotEntry[]) => entries.filter((one) => one.lot.trim() !== '');

/** The entries as verbs take them: a serial number is one piece, and one lot without a quantity has
 *  what the others leave of the goods. */
export function lotInputs(
  entries: readonly LotEntry[], tracking: Tracking, total_milli: number,
): LotInput[] {
  const known = named(entries);
  const said = known.reduce((sum, one) => sum + (one.quantity ?? 0), 0);
  const rest = Math.max(0, total_milli - said);
  return known.map(({ lot, quantity, expires }) => ({
    lot: lot.trim(),
    quantity_milli: tracking === 'serial' ? PIECE_MILLI : quantity ?? rest,
    ...(expires && { expires }),
  }));
}

/** What of the goods the entries name, thousandths. */
export const namedMilli = (
  entries: readonly LotEntry[], tracking: Tracking, total_milli: number,
): number => lotInputs(entries, tracking, total_milli)
  .reduce((sum, one) => sum + one.quantity_milli, 0);

/** So much more of a lot: of one that is named already, or of another. */
export function addLot(
  entries: readonly LotEntry[], lot: string, quantity: number | null, expires: string | null,
): LotEntry[] {
  const kept = named(entries);
  const at = kept.findIndex((one) => one.lot.trim() === lot);
  const known = kept[at];
  if (!known) return [...kept, { lot, quantity, expires }];
  const more = known.quantity === null || quantity === null ? null : known.quantity + quantity;
  return kept.with(at, { ...known, quantity: more, expires: known.expires ?? expires });
}

/** Of entries that were proposed for more, those for so much. */
export function upTo(entries: readonly LotEntry[], total_milli: number): LotEntry[] {
  let left = total_milli;
  const cut = entries.map((one) => {
    const quantity = Math.min(left, one.quantity ?? left);
    left -= quantity;
    return { ...one, quantity };
  });
  return cut.filter((one) => one.quantity > 0);
}
