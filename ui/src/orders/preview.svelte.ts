// What an act would come to, asked of the engine while one types: the last answer wins. What it
// refuses is said when the form is sent, not while somebody is still typing.
import type { Order } from '../api';

export class Preview {
  order = $state.raw<Order | undefined>(undefined);
  #asked = 0;

  /** Asks for a dry run; undefined forgets the last answer. */
  async ask(run: (() => Promise<{ output: Order }>) | undefined): Promise<void> {
    this.#asked += 1;
    const number = this.#asked;
    const order = await run?.().then(({ output }) => output, () => undefined);
    if (number === this.#asked) this.order = order;
  }
}
