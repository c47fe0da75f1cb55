// The words of the page. `t.orders.title` reads the language in use and follows when it changes.
import type { Text } from './en';
import { locale } from './locale.svelte';

export * as format from './format';
export { languages, locale, systemLanguage, type Language } from './locale.svelte';
export type { Text } from './en';

/** The dictionary of the language in use. */
export const t: Text = new Proxy({} as Text, {
  get: (_, noun) => locale.dictionary[noun as keyof Text],
});
