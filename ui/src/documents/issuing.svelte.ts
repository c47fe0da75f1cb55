// Issues an invoice or a credit note, once however often it is asked for.
import { call, newRequestId, type InputOf, type Order } from '../api';
import { sentenceOf } from '../kit/sentence';
import { toasts } from '../kit/toasts.svelte';
import { t } from '../text';
import { issuedOf } from './kinds';

type What = Pick<InputOf<'documents.issue'>, 'kind' | 'language' | 'pay_days' | 'received'>;

export class Issuing {
  busy = $state(false);
  /** Requests by what they are about: pressed twice, one document is issued. */
  #requests = new Map<string, string>();

  async issue(order: Order, what: What): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const change = { id: order.id, expected_version: order.version };
    const request_id = this.#requestOf(`${what.kind} ${what.received ?? ''}`);
    try {
      const { output } = await call('documents.issue', { ...change, request_id, ...what });
      const number = issuedOf(output.documents, what.kind, what.received ?? undefined)?.number;
      const said = what.kind === 'invoice' ? t.documents.issueDone : t.documents.creditDone;
      toasts.say(said(number ?? ''));
    } catch (cause) {
      toasts.complain(sentenceOf(cause));
    } finally {
      this.busy = false;
    }
  }

  #requestOf(what: string): string {
    const request = this.#requests.get(what) ?? newRequestId();
    this.#requests.set(what, request);
    return request;
  }
}
