// The reasons for adjustments being changed: one on each line.
import { book, call } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { reasonsOf } from '../kit/names';

export class ReasonsDraft extends Draft {
  reasons = $state('');

  constructor() {
    super();
    this.reasons = reasonsOf().join('\n');
    this.settle();
  }

  protected fields(): unknown {
    return this.reasons;
  }

  submit() {
    const lines = this.reasons.split('\n').map((line) => line.trim()).filter(Boolean);
    return this.send(() => call('book.amend', {
      expected_version: book.open.version, request_id: this.requestId,
      adjustment_reasons: [...new Set(lines)],
    }));
  }
}
