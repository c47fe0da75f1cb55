// A book being created: what the country brings is filled in until the user says otherwise.
import type { BookCreate, BookInfo, CountryDefaults, Tax } from '../api';
import { Draft } from '../kit/form/draft.svelte';

/** The country of the system's language, as a first guess; a system can be without one ("C"). */
function regionHere(): string {
  try {
    return new Intl.Locale(navigator.language).maximize().region ?? 'GB';
  } catch {
    return 'GB';
  }
}

export class CreateDraft extends Draft {
  name = $state('');
  country = $state('');
  currency = $state('');
  included = $state(false);
  path = $state('');
  taxes = $state.raw<readonly Tax[]>([]);
  #countries: readonly CountryDefaults[] = [];

  constructor() {
    super();
    this.settle();
  }

  protected fields(): unknown {
    return [this.name, this.path];
  }

  /** Takes the list of countries and begins with the one where the user seems to be. */
  offer(countries: readonly CountryDefaults[]): void {
    if (this.#countries.length > 0) return;
    this.#countries = countries;
    const here = countries.find(({ country }) => country === regionHere()) ?? countries[0];
    this.country = here?.country ?? '';
    this.follow();
  }

  /** Fills in what the chosen country brings. */
  follow(): void {
    const chosen = this.#countries.find(({ country }) => country === this.country);
    if (!chosen) return;
    this.currency = chosen.currency;
    this.included = chosen.prices_include_tax;
    this.taxes = chosen.taxes;
  }

  /** A name for the file made of the business's name. */
  get suggestedName(): string {
    const plain = this.name.trim().replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'Book';
    return `${plain}.counterbook`;
  }

  submit(create: (input: BookCreate) => Promise<BookInfo>): Promise<BookInfo | undefined> {
    const input: BookCreate = {
      path: this.path.trim(), name: this.name.trim(), country: this.country,
      currency: this.currency.trim().toUpperCase(), prices_include_tax: this.included,
      taxes: [...this.taxes],
    };
    return this.send(() => create(input));
  }
}
