// What is kept back of a product at places, as it is typed. What was said of a place that is out of
// use stays as it was said.
import type { LocationRow, SafetyAt } from '../api';

/** A place with what is kept back there; none where it says nothing. */
export interface SafetyRow {
  location: string;
  name: string;
  quantity: number | null;
}

export class SafetyDraft {
  rows = $state<SafetyRow[]>([]);
  #said = $state.raw<readonly SafetyAt[]>([]);

  /** Takes over what was said of a product. */
  load(said: readonly SafetyAt[]): void {
    this.#said = said;
    for (const row of this.rows) row.quantity = this.#quantity(row.location);
  }

  /** The places that there are: those that goods are sold from, the main one first. */
  places(found: readonly LocationRow[]): void {
    const outer = found.filter((row) => !row.archived && row.parent === null);
    this.rows = outer.map(({ location, name }) =>
      ({ location, name, quantity: this.#quantity(location) }));
  }

  #quantity(location: string): number | null {
    return this.#said.find((one) => one.location === location)?.quantity_milli ?? null;
  }

  /** What is said, as the verbs take it. */
  get said(): SafetyAt[] {
    const other = this.#said.filter(({ location }) =>
      !this.rows.some((row) => row.location === location));
    const typed = this.rows.flatMap(({ location, quantity }) =>
      (quantity === null ? [] : [{ location, quantity_milli: quantity }]));
    const all = [...other, ...typed];
    return all.sort((one, next) => (one.location < next.location ? -1 : 1));
  }

  /** Where a refusal of a row finds its box. */
  pathOf(row: SafetyRow): string {
    const at = this.said.findIndex((one) => one.location === row.location);
    return `safety_at.${at < 0 ? row.location : at}.quantity_milli`;
  }
}
