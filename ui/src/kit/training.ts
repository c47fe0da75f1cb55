// Practising: a copy of the book on the desk, and the real one back on it.
import { book, call } from '../api';
import { sentenceOf } from './sentence';
import { toasts } from './toasts.svelte';

/** Puts the copy on the desk; the change of the book is told when it is there. */
export async function startTraining(fresh: boolean): Promise<void> {
  try {
    await call('training.start', { fresh });
  } catch (cause) {
    toasts.complain(sentenceOf(cause));
  }
}

/** Puts the real book back on the desk. */
export async function leaveTraining(discard: boolean): Promise<void> {
  try {
    await call('training.leave', { discard });
    await book.refresh();
  } catch (cause) {
    toasts.complain(sentenceOf(cause));
  }
}
