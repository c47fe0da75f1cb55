// How a document would look, asked shortly after the last change.
import { call, type OutputOf, type InputOf } from '../api';
import { sentenceOf } from '../kit/sentence';

const ASKED_AFTER_MS = 300;

export class PaperTrial {
  /** The last pages that could be drawn. */
  pages = $state.raw<readonly string[]>([]);
  tried = $state.raw<OutputOf<'documents.try_papers'>>();
  failure = $state<string>();
  #turn = 0;

  ask(input: InputOf<'documents.try_papers'>): void {
    const turn = ++this.#turn;
    setTimeout(() => void this.#ask(turn, input), this.tried ? ASKED_AFTER_MS : 0);
  }

  async #ask(turn: number, input: InputOf<'documents.try_papers'>): Promise<void> {
    if (turn !== this.#turn) return;
    try {
      const tried = await call('documents.try_papers', input);
      if (turn !== this.#turn) return;
      this.tried = tried;
      this.failure = undefined;
      if (!tried.mistake) this.pages = tried.pages;
    } catch (cause) {
      if (turn === this.#turn) this.failure = sentenceOf(cause);
    }
  }
}
