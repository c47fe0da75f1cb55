// Addresses outside of the book.
import { call, toCallError } from '../api';
import { sentenceOf } from './sentence';
import { toasts } from './toasts.svelte';

/** Opens an address in the system's own program: the window itself shows nothing but the book. */
export async function follow(event: Event, url: string): Promise<void> {
  event.preventDefault();
  try {
    await call('shell.browse', { url });
  } catch (cause) {
    toasts.complain(sentenceOf(toCallError(cause)));
  }
}
