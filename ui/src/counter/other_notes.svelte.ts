// Notes of other currencies in the drawer: one figure for each, typed as what they come to.
import type { TillNotesCount } from '../api';
import { currencies, digitsOf } from '../kit/currencies';
import { readFigure, separatorsOf } from '../kit/fields/arithmetic';
import { locale } from '../text';

export class OtherNotes {
  /** The currencies that the settings have a rate for. */
  readonly codes = currencies().slice(1);
  /** What stands in the boxes. */
  typed = $state<Record<string, string>>({});

  #figure(code: string) {
    return readFigure(this.typed[code] ?? '', digitsOf(code), separatorsOf(locale.tag));
  }

  /** The boxes that say no figure. */
  get unread(): string[] {
    return this.codes.filter((code) => this.#figure(code).state === 'bad');
  }

  /** What was counted, of those that say something. */
  get counted(): TillNotesCount[] {
    return this.codes.flatMap((currency) => {
      const figure = this.#figure(currency);
      return figure.state === 'ok' ? { currency, counted_minor: Number(figure.value) } : [];
    });
  }
}
