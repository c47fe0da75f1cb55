// A delivery that was counted as it is sent, and where a refusal of it stands on the screen.
import type { InputOf } from '../api';
import { lotsNamed } from '../kit/lots/goods';
import { lotInputs } from '../kit/lots/lots';
import type { CountedLine } from './counted_line.svelte';
import type { Extra } from './receiving_kept';

type Delivery = InputOf<'purchases.receive'>;
type Line = Delivery['lines'][number];

/** What goes in: lines that were counted, then what nobody ordered. */
interface Taken {
  counted: readonly CountedLine[];
  accepted: readonly Extra[];
}

const isAccepted = (one: Extra) => one.accept && one.product !== null;

export const takenIn = (lines: readonly CountedLine[], extras: readonly Extra[]): Taken => ({
  counted: lines.filter((line) => line.counted > 0), accepted: extras.filter(isAccepted),
});

/** The field of the screen that a refusal is about, if there is one. */
export function fieldOf({ counted, accepted }: Taken, field: string | null): string | undefined {
  const [, index, rest] = /^lines\.(\d+)\.(.+)$/.exec(field ?? '') ?? [];
  const places = [...counted.map((line) => line.key), ...accepted.map((one) => one.code)];
  const at = places[Number(index)];
  return at && `${at}.${rest}`;
}

function lineOf(line: CountedLine): Line {
  const { of, counted, lots } = line;
  return {
    purchase: of.purchase, line: of.line, product: of.product, quantity_milli: counted,
    ...(lots.length > 0 && { lots: lotInputs(lots, of.tracking, counted) }),
    ...(line.otherCost && { unit_cost_micro: line.cost, keep_cost: line.keepCost }),
  };
}

/** The delivery; what nobody ordered stands with the first purchase. */
export function deliveryOf(
  purchase: string, lines: readonly CountedLine[], extras: readonly Extra[],
): Pick<Delivery, 'lines' | 'set_aside'> {
  const { counted, accepted } = takenIn(lines, extras);
  const unordered = accepted.map((one): Line => ({
    purchase, product: one.product ?? '', quantity_milli: one.quantity ?? 0, ...lotsNamed(one),
  }));
  const aside = extras.filter((one) => !isAccepted(one))
    .map(({ code, product, quantity }) => ({ code, product, quantity_milli: quantity ?? 0 }));
  return { lines: [...counted.map(lineOf), ...unordered], set_aside: aside };
}
