// Whether a title answers to what is typed: every word typed begins some word of the title.

/** Letters alone: small, without marks. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** True when every typed word is the beginning of a word of the title. */
export function matches(title: string, typed: string): boolean {
  const words = plain(title).split(/[\s:,.-]+/);
  return plain(typed).split(/\s+/).filter(Boolean)
    .every((start) => words.some((word) => word.startsWith(start)));
}
