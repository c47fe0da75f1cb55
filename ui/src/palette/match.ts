// Whether a title answers to what is typed: every word typed begins some word of the title.

/** Letters alone: small, without marks. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): string[] => plain(text).split(/[\s:,.-]+/).filter(Boolean);

/** True when every typed word is the beginning of a word of the title. */
export function matches(title: string, typed: string): boolean {
  const words = wordsOf(title);
  return wordsOf(typed).every((start) => words.some((word) => word.startsWith(start)));
}
