// Questions that the first screen is about to ask, sent while the page is still being put together.
// An answer is used once, and only as long as nothing has changed since it was asked for.
import { ask, type InputOf, type OutputOf, type Verb } from './call';
import { onChanged } from './changes';

const sent = new Map<string, Promise<unknown>>();
const keyOf = (verb: Verb, input: unknown) => `${verb} ${JSON.stringify(input)}`;

export const ahead = {
  /** Sends a question. What fails is forgotten, and asked again by whoever wants it. */
  send<V extends Verb>(verb: V, input: InputOf<V>): void {
    const key = keyOf(verb, input);
    const answer = ask(verb, input);
    sent.set(key, answer);
    answer.catch(() => sent.delete(key));
  },

  /** The answer that is on its way; nothing when the question has to be asked. */
  take<V extends Verb>(verb: V, input: InputOf<V>): Promise<OutputOf<V>> | undefined {
    const key = keyOf(verb, input);
    const answer = sent.get(key);
    sent.delete(key);
    return answer as Promise<OutputOf<V>> | undefined;
  },

  /** Forgets what was sent with every change; call once at start. */
  follow(): void {
    onChanged(() => sent.clear());
  },
};
