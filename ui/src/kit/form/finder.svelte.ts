// The hits of a box that searches while one types: the newest question wins, older answers are
// dropped, and Enter waits for the answer to what is typed rather than taking an older hit.
import { toasts } from '../toasts.svelte';
import { sentenceOf } from '../sentence';

/** A record that can be chosen. */
export interface Option {
  id: string;
  title: string;
  detail?: string | undefined;
  /** The record itself, for whoever chose it. */
  record?: unknown;
}

export class Finder {
  options = $state.raw<readonly Option[]>([]);
  at = $state(0);
  busy = $state(false);
  readonly #find: (text: string) => Promise<Option[]>;
  #number = 0;
  #latest: Promise<void> = Promise.resolve();

  constructor(find: (text: string) => Promise<Option[]>) {
    this.#find = find;
  }

  /** Asks for hits; resolves when the newest question is answered. */
  look(text: string): Promise<void> {
    this.#latest = this.#ask(text, ++this.#number);
    return this.#latest;
  }

  move(step: number): void {
    const count = this.options.length;
    if (count > 0) this.at = (this.at + step + count) % count;
  }

  /** The hit that Enter takes. */
  async chosen(text: string): Promise<Option | undefined> {
    await this.#latest;
    if (text.trim() === '') return undefined;
    return this.options[this.at];
  }

  async #ask(text: string, number: number): Promise<void> {
    this.busy = true;
    try {
      const options = await this.#find(text.trim());
      if (number !== this.#number) return this.#latest;
      this.options = options;
      this.at = 0;
    } catch (cause) {
      toasts.complain(sentenceOf(cause));
    } finally {
      if (number === this.#number) this.busy = false;
    }
  }
}
