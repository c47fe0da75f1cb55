// Calls of verbs, typed by the contract: the name decides what goes in and what comes out.
import { host } from '../host';
import type { ByteVerbs, Verbs } from './generated';
import { toCallError } from './error';

/** The name of a verb that answers in JSON. */
export type Verb = keyof Verbs;
/** What a verb takes. */
export type InputOf<V extends Verb> = Verbs[V]['input'];
/** What a verb gives back. */
export type OutputOf<V extends Verb> = Verbs[V]['output'];

/** Runs a verb. Rejects with a CallError, never with anything else. */
export async function call<V extends Verb>(verb: V, input: InputOf<V>): Promise<OutputOf<V>> {
  try {
    return (await host.call(verb, input)) as OutputOf<V>;
  } catch (cause) {
    throw toCallError(cause);
  }
}

/** Runs a verb that answers with bytes. Rejects with a CallError. */
export async function callBytes<V extends keyof ByteVerbs>(verb: V, input: ByteVerbs[V]) {
  try {
    return await host.callBytes(verb, input);
  } catch (cause) {
    throw toCallError(cause);
  }
}

/** A new id for a write, made when a form opens: sending it twice changes the book once. */
export function newRequestId(): string {
  return crypto.randomUUID();
}
