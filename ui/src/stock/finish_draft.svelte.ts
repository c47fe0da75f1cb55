// The end of a count: whether what nobody found is gone.
import { call } from '../api';
import { Draft } from '../kit/form/draft.svelte';

export class FinishDraft extends Draft {
  gone = $state(false);
  readonly #id: string;

  constructor(id: string) {
    super();
    this.#id = id;
    this.settle();
  }

  protected fields(): unknown {
    return this.gone;
  }

  submit(expected_version: number) {
    return this.send(() => call('counts.finish', {
      id: this.#id, expected_version, request_id: this.requestId, missing_is_gone: this.gone,
    }));
  }
}
