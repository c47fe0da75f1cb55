// Calls of verbs, typed by the contract: the name decides what goes in and what comes out.
import { host } from '../host';
import { approvals, type Approval } from './approvals.svelte';
import type { ByteVerbs, Verbs } from './generated';
import { toCallError } from './error';

/** The name of a verb that answers in JSON. */
export type Verb = keyof Verbs;
/** What a verb takes. */
export type InputOf<V extends Verb> = Verbs[V]['input'];
/** What a verb gives back. */
export type OutputOf<V extends Verb> = Verbs[V]['output'];

/** Runs a verb. Rejects with a CallError, never with anything else. */
export async function ask<V extends Verb>(
  verb: V, input: InputOf<V>, approval?: Approval,
): Promise<OutputOf<V>> {
  try {
    const whole = approval ? { ...input, approval } : input;
    return (await host.call(verb, whole)) as OutputOf<V>;
  } catch (cause) {
    throw toCallError(cause);
  }
}

/** Runs a verb for somebody who waits for it: what whoever is at work may not do, somebody else can
 *  approve on the spot, and the same call is made again. */
export async function call<V extends Verb>(verb: V, input: InputOf<V>): Promise<OutputOf<V>> {
  try {
    return await ask(verb, input);
  } catch (cause) {
    const error = toCallError(cause);
    if (error.code !== 'permission_needed') throw error;
    return approvals.ask(error, (approval) => ask(verb, input, approval));
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
