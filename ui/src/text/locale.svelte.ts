// Which language and region the page speaks, and the pieces of Intl that follow from it.
import type { Text } from './en';
import { en } from './en';

/** The languages that can be chosen; "rtl" is English mirrored, to prove right-to-left. */
export const languages = ['en', 'de', 'rtl'] as const;
/** A language of the page. */
export type Language = (typeof languages)[number];

/** English is there from the start, as every word falls back to it; the others when spoken. */
const dictionaries: Record<Language, () => Promise<Text>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import('./de')).de,
  rtl: async () => (await import('./pseudo')).pseudo(en),
};
const regions: Record<Language, string> = { en: 'GB', de: 'DE', rtl: 'GB' };

/** The region of the system when it speaks the chosen language, so that dates look familiar. */
function tagOf(language: Language): string {
  const base = language === 'rtl' ? 'en' : language;
  const system = globalThis.navigator?.languages ?? [];
  return system.find((tag) => tag.startsWith(`${base}-`)) ?? `${base}-${regions[language]}`;
}

class Locale {
  #language = $state<Language>('en');
  #dictionary = $state.raw<Text>(en);
  #wanted: Language = 'en';
  readonly tag: string = $derived(tagOf(this.#language));

  get language(): Language {
    return this.#language;
  }

  /** The words of the language. */
  get dictionary(): Text {
    return this.#dictionary;
  }

  /** Speaks this language as soon as its words are there, and turns the page to its direction. */
  async set(language: Language): Promise<void> {
    if (language === this.#wanted && language === this.#language) return;
    this.#wanted = language;
    const dictionary = await dictionaries[language]();
    if (language !== this.#wanted) return;
    this.#dictionary = dictionary;
    this.#language = language;
    document.documentElement.lang = language === 'rtl' ? 'en' : language;
    document.documentElement.dir = language === 'rtl' ? 'rtl' : 'ltr';
  }
}

export const locale = new Locale();

/** The language of the system when we speak it, English otherwise. */
export function systemLanguage(): Language {
  return navigator.language.startsWith('de') ? 'de' : 'en';
}
