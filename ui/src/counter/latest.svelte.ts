// A question that is asked again whenever what it is about changes, one at a time: an answer counts
// only for the input that is wanted when it comes, so the last one that matches always wins.
import { toCallError, type CallError } from '../api';

export class Latest<In, Out> {
  /** The last answer that matched; older than the input while `current` is false. */
  value = $state.raw<Out | undefined>(undefined);
  /** Why the wanted input has no answer. */
  error = $state.raw<CallError | undefined>(undefined);
  #wanted = $state.raw<string | undefined>(undefined);
  #answered = $state.raw<string | undefined>(undefined);
  #input: In | undefined;
  #running: Promise<void> | undefined;
  readonly #ask: (input: In) => Promise<Out>;

  constructor(ask: (input: In) => Promise<Out>) {
    this.#ask = ask;
  }

  /** True when value or error are about what is wanted now. */
  get current(): boolean {
    return this.#wanted === this.#answered;
  }

  /** Wants an answer to this input; undefined wants nothing and forgets the last answer. */
  want(input: In | undefined): void {
    const wanted = input === undefined ? undefined : JSON.stringify(input);
    if (wanted === this.#wanted) return;
    this.#input = input;
    this.#wanted = wanted;
    this.#start();
  }

  /** Asks the same again: the world may have changed. */
  again(): void {
    if (this.#wanted === undefined) return;
    this.#answered = undefined;
    this.#start();
  }

  /** Resolves when what is wanted is answered. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => (this.#running = undefined));
  }

  async #run(): Promise<void> {
    // The first question waits for the end of this turn, so that changes made together are one.
    await Promise.resolve();
    while (!this.current) {
      const [asked, input] = [this.#wanted, this.#input];
      if (asked === undefined || input === undefined) {
        this.#take(undefined, undefined, undefined);
        continue;
      }
      try {
        const value = await this.#ask(input);
        if (asked === this.#wanted) this.#take(asked, value, undefined);
      } catch (cause) {
        if (asked === this.#wanted) this.#take(asked, undefined, toCallError(cause));
      }
    }
  }

  #take(asked: string | undefined, value: Out | undefined, error: CallError | undefined): void {
    this.#answered = asked;
    if (error === undefined) this.value = value;
    this.error = error;
  }
}
