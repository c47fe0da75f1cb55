// The last day of a lot being typed.
import { call, type Recall } from '../api';
import { Draft } from '../kit/form/draft.svelte';

export class DateDraft extends Draft {
  expires = $state<string | null>(null);
  readonly #recall: Recall;

  constructor(recall: Recall) {
    super();
    this.#recall = recall;
    this.expires = recall.expires;
    this.settle();
  }

  protected fields(): unknown {
    return [this.expires];
  }

  submit() {
    const { product: id, version: expected_version, lot } = this.#recall;
    const change = { id, expected_version, lot, request_id: this.requestId };
    return this.send(() => call('lots.date', { ...change, expires: this.expires }));
  }
}
