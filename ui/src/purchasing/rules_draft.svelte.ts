// How the book works out what to order, being changed.
import { book, call } from '../api';
import { Draft } from '../kit/form/draft.svelte';

export class RulesDraft extends Draft {
  window = $state<number | null>(book.open.purchasing.window_days);
  review = $state<number | null>(book.open.purchasing.review_days);
  safety = $state<number | null>(book.open.purchasing.safety_days);

  constructor() {
    super();
    this.settle();
  }

  protected fields(): unknown {
    return [this.window, this.review, this.safety];
  }

  /** Sends it; true when it was taken. */
  async submit(): Promise<boolean> {
    const { requestId: request_id } = this;
    const purchasing = {
      window_days: this.window ?? 0, review_days: this.review ?? 0, safety_days: this.safety ?? 0,
    };
    const written = await this.send(() => call('book.amend', {
      expected_version: book.open.version, request_id, purchasing,
    }));
    if (written) await book.refresh();
    return written !== undefined;
  }
}
