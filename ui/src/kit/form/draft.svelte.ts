// A form being filled in: what stands at which field, whether something would be lost, and the
// one way to send it. Each form has a class of its own that holds its fields.
import { CallError, newRequestId, toCallError } from '../../api';
import { sentenceOf } from '../sentence';

export abstract class Draft {
  /** Sentences by field path, as the last refusal named them. */
  errors = $state.raw<Readonly<Record<string, string>>>({});
  /** What is wrong with the form as a whole. */
  failure = $state.raw<string | undefined>(undefined);
  busy = $state(false);
  /** Fields whose text cannot be read, by path: nothing is sent while there are any. */
  #unread = $state.raw<Readonly<Record<string, string>>>({});
  #requestId = newRequestId();
  #before = '';
  /** The fields that were refused when they were sent. */
  #refused: string | undefined;

  /** The fields as they would be sent; compared to tell whether something would be lost. */
  protected abstract fields(): unknown;

  /** Sending the same form twice is one change: the id stays until it has worked. */
  get requestId(): string {
    return this.#requestId;
  }

  /** Remembers the fields as they are as "nothing to lose". */
  settle(): void {
    this.#before = JSON.stringify(this.fields());
    this.#requestId = newRequestId();
  }

  get dirty(): boolean {
    return JSON.stringify(this.fields()) !== this.#before;
  }

  errorAt(path: string): string | undefined {
    return this.#unread[path] ?? this.errors[path];
  }

  /** A field tells that its text cannot be read, or that it can again. */
  unreadable(path: string, why: string | undefined): void {
    const { [path]: _, ...others } = this.#unread;
    this.#unread = why === undefined ? others : { ...others, [path]: why };
  }

  /** True while some field holds text that is no value. */
  get hasUnread(): boolean {
    return Object.keys(this.#unread).length > 0;
  }

  /** Sends the form; gives undefined when it was refused and the reasons stand at the fields. */
  async send<T>(run: () => Promise<T>): Promise<T | undefined> {
    if (this.busy || this.hasUnread) return undefined;
    this.busy = true;
    this.clear();
    const sent = JSON.stringify(this.fields());
    try {
      const answer = await run();
      this.settle();
      return answer;
    } catch (cause) {
      this.#refused = sent;
      this.refuse(toCallError(cause));
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** Puts what a form asks for under its boxes; true when something is missing. */
  lacks(missing: Readonly<Record<string, string>>): boolean {
    this.errors = missing;
    return Object.keys(missing).length > 0;
  }

  /** What was wrong with a field, or in it, is no more said of it: it was filled in anew. */
  forgive(path: string): void {
    const about = (one: string) => one === path || one.startsWith(`${path}.`);
    const others = Object.entries(this.errors).filter(([one]) => !about(one));
    if (others.length < Object.keys(this.errors).length) this.errors = Object.fromEntries(others);
  }

  clear(): void {
    this.errors = {};
    this.failure = undefined;
    this.#refused = undefined;
  }

  /** Takes back what was said, unless these very fields were refused when they were sent: a preview
   *  leaves out what only the whole is refused for. */
  forget(): void {
    if (JSON.stringify(this.fields()) !== this.#refused) this.clear();
  }

  /** Puts a refusal under the box it is about. */
  refuse(error: CallError): void {
    const sentence = sentenceOf(error);
    if (error.field === null) this.failure = sentence;
    else this.errors = { ...this.errors, [error.field]: sentence };
  }
}
