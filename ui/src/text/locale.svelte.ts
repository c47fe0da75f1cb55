// Which language and region the page speaks, and the pieces of Intl that follow from it.
import type { Text } from './en';
import { en } from './en';
import { de } from './de';
import { pseudo } from './pseudo';

/** The languages that can be chosen; "rtl" is English mirrored, to prove right-to-left. */
export const languages = ['en', 'de', 'rtl'] as const;
/** A language of the page. */
export type Language = (typeof languages)[number];

const dictionaries: Record<Language, Text> = { en, de, rtl: pseudo(en) };
const regions: Record<Language, string> = { en: 'GB', de: 'DE', rtl: 'GB' };

/** The region of the system when it speaks the chosen language, so that dates look familiar. */
function tagOf(language: Language): string {
  const base = language === 'rtl' ? 'en' : language;
  const system = globalThis.navigator?.languages ?? [];
  return system.find((tag) => tag.startsWith(`${base}-`)) ?? `${base}-${regions[language]}`;
}

class Locale {
  #language = $state<Language>('en');
  readonly tag: string = $derived(tagOf(this.#language));
  readonly dictionary: Text = $derived(dictionaries[this.#language]);

  get language(): Language {
    return this.#language;
  }

  /** Speaks this language from now on and turns the page to its direction. */
  set(language: Language): void {
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
