// Facts: an open query on the book that asks again when a write touched what it holds. The value is
// replaced whole, never edited in place; the last value stays visible while the next one comes.
import { ahead } from './ahead';
import { ask, type InputOf, type OutputOf, type Verb } from './call';
import { concerns, onChanged } from './changes';
import { CallError, toCallError } from './error';

/** An open query: its value, its error, and whether an answer is on its way. */
export class Live<V extends Verb> {
  value = $state.raw<OutputOf<V> | undefined>(undefined);
  error = $state.raw<CallError | undefined>(undefined);
  loading = $state(true);
  readonly #verb: V;
  #input: InputOf<V> | undefined;
  #asked = 0;

  constructor(verb: V) {
    this.#verb = verb;
  }

  /** Asks with this input; an answer to an older question is dropped. */
  async ask(input: InputOf<V>): Promise<void> {
    this.#input = input;
    const number = ++this.#asked;
    this.loading = true;
    try {
      const value = await (ahead.take(this.#verb, input) ?? ask(this.#verb, input));
      if (number === this.#asked) this.#take(value, undefined);
    } catch (cause) {
      if (number === this.#asked) this.#take(undefined, toCallError(cause));
    }
  }

  /** Asks the last question again. */
  refresh(): void {
    if (this.#input !== undefined) void this.ask(this.#input);
  }

  #take(value: OutputOf<V> | undefined, error: CallError | undefined): void {
    if (error === undefined) this.value = value;
    this.error = error;
    this.loading = false;
  }
}

/** What a query holds: the kinds of records, and the one id when it is about one record. */
export interface Holds {
  kinds: readonly string[];
  id?: string;
}

/**
 * Opens a query for the life of a component. `input` is read reactively: when what it reads
 * changes, the query asks again; `undefined` means "not now". `holds` says which changes matter.
 */
export function live<V extends Verb>(
  verb: V, input: () => InputOf<V> | undefined, holds: () => Holds,
): Live<V> {
  const query = new Live(verb);
  $effect(() => {
    const question = input();
    if (question !== undefined) void query.ask(question);
  });
  $effect(() => {
    const { kinds, id } = holds();
    return onChanged((changed) => {
      if (concerns(changed, kinds, id)) query.refresh();
    });
  });
  return query;
}
